// SPDX-License-Identifier: MIT
package org.patchwork.model.impl;

import org.eclipse.emf.common.notify.Notification;
import org.eclipse.emf.common.notify.NotificationChain;

import org.eclipse.emf.common.util.EMap;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.EcorePackage;
import org.eclipse.emf.ecore.InternalEObject;

import org.eclipse.emf.ecore.impl.ENotificationImpl;
import org.eclipse.emf.ecore.impl.EStringToStringMapEntryImpl;
import org.eclipse.emf.ecore.impl.MinimalEObjectImpl;

import org.eclipse.emf.ecore.util.EcoreEMap;
import org.eclipse.emf.ecore.util.InternalEList;

import org.patchwork.model.ModelPackage;
import org.patchwork.model.TrainingPlan;

/**
 * <!-- begin-user-doc -->
 * An implementation of the model object '<em><b>Training Plan</b></em>'.
 * <!-- end-user-doc -->
 * <p>
 * The following features are implemented:
 * </p>
 * <ul>
 *   <li>{@link org.patchwork.model.impl.TrainingPlanImpl#getParameters <em>Parameters</em>}</li>
 *   <li>{@link org.patchwork.model.impl.TrainingPlanImpl#getLive <em>Live</em>}</li>
 *   <li>{@link org.patchwork.model.impl.TrainingPlanImpl#getUnlabelled <em>Unlabelled</em>}</li>
 *   <li>{@link org.patchwork.model.impl.TrainingPlanImpl#getSemiSupervisedId <em>Semi Supervised Id</em>}</li>
 *   <li>{@link org.patchwork.model.impl.TrainingPlanImpl#getSemiSupervised <em>Semi Supervised</em>}</li>
 * </ul>
 *
 * @generated
 */
public class TrainingPlanImpl extends MinimalEObjectImpl.Container implements TrainingPlan {
	/**
	 * The cached value of the '{@link #getParameters() <em>Parameters</em>}' map.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getParameters()
	 * @generated
	 * @ordered
	 */
	protected EMap<String, String> parameters;

	/**
	 * The cached value of the '{@link #getLive() <em>Live</em>}' map.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getLive()
	 * @generated
	 * @ordered
	 */
	protected EMap<String, String> live;

	/**
	 * The cached value of the '{@link #getUnlabelled() <em>Unlabelled</em>}' map.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getUnlabelled()
	 * @generated
	 * @ordered
	 */
	protected EMap<String, String> unlabelled;

	/**
	 * The default value of the '{@link #getSemiSupervisedId() <em>Semi Supervised Id</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getSemiSupervisedId()
	 * @generated
	 * @ordered
	 */
	protected static final String SEMI_SUPERVISED_ID_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getSemiSupervisedId() <em>Semi Supervised Id</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getSemiSupervisedId()
	 * @generated
	 * @ordered
	 */
	protected String semiSupervisedId = SEMI_SUPERVISED_ID_EDEFAULT;

	/**
	 * The cached value of the '{@link #getSemiSupervised() <em>Semi Supervised</em>}' map.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getSemiSupervised()
	 * @generated
	 * @ordered
	 */
	protected EMap<String, String> semiSupervised;

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	protected TrainingPlanImpl() {
		super();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	protected EClass eStaticClass() {
		return ModelPackage.Literals.TRAINING_PLAN;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public EMap<String, String> getParameters() {
		if (parameters == null) {
			parameters = new EcoreEMap<String,String>(EcorePackage.Literals.ESTRING_TO_STRING_MAP_ENTRY, EStringToStringMapEntryImpl.class, this, ModelPackage.TRAINING_PLAN__PARAMETERS);
		}
		return parameters;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public EMap<String, String> getLive() {
		if (live == null) {
			live = new EcoreEMap<String,String>(EcorePackage.Literals.ESTRING_TO_STRING_MAP_ENTRY, EStringToStringMapEntryImpl.class, this, ModelPackage.TRAINING_PLAN__LIVE);
		}
		return live;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public EMap<String, String> getUnlabelled() {
		if (unlabelled == null) {
			unlabelled = new EcoreEMap<String,String>(EcorePackage.Literals.ESTRING_TO_STRING_MAP_ENTRY, EStringToStringMapEntryImpl.class, this, ModelPackage.TRAINING_PLAN__UNLABELLED);
		}
		return unlabelled;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public String getSemiSupervisedId() {
		return semiSupervisedId;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setSemiSupervisedId(String newSemiSupervisedId) {
		String oldSemiSupervisedId = semiSupervisedId;
		semiSupervisedId = newSemiSupervisedId;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, ModelPackage.TRAINING_PLAN__SEMI_SUPERVISED_ID, oldSemiSupervisedId, semiSupervisedId));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public EMap<String, String> getSemiSupervised() {
		if (semiSupervised == null) {
			semiSupervised = new EcoreEMap<String,String>(EcorePackage.Literals.ESTRING_TO_STRING_MAP_ENTRY, EStringToStringMapEntryImpl.class, this, ModelPackage.TRAINING_PLAN__SEMI_SUPERVISED);
		}
		return semiSupervised;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public NotificationChain eInverseRemove(InternalEObject otherEnd, int featureID, NotificationChain msgs) {
		switch (featureID) {
			case ModelPackage.TRAINING_PLAN__PARAMETERS:
				return ((InternalEList<?>)getParameters()).basicRemove(otherEnd, msgs);
			case ModelPackage.TRAINING_PLAN__LIVE:
				return ((InternalEList<?>)getLive()).basicRemove(otherEnd, msgs);
			case ModelPackage.TRAINING_PLAN__UNLABELLED:
				return ((InternalEList<?>)getUnlabelled()).basicRemove(otherEnd, msgs);
			case ModelPackage.TRAINING_PLAN__SEMI_SUPERVISED:
				return ((InternalEList<?>)getSemiSupervised()).basicRemove(otherEnd, msgs);
		}
		return super.eInverseRemove(otherEnd, featureID, msgs);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Object eGet(int featureID, boolean resolve, boolean coreType) {
		switch (featureID) {
			case ModelPackage.TRAINING_PLAN__PARAMETERS:
				if (coreType) return getParameters();
				else return getParameters().map();
			case ModelPackage.TRAINING_PLAN__LIVE:
				if (coreType) return getLive();
				else return getLive().map();
			case ModelPackage.TRAINING_PLAN__UNLABELLED:
				if (coreType) return getUnlabelled();
				else return getUnlabelled().map();
			case ModelPackage.TRAINING_PLAN__SEMI_SUPERVISED_ID:
				return getSemiSupervisedId();
			case ModelPackage.TRAINING_PLAN__SEMI_SUPERVISED:
				if (coreType) return getSemiSupervised();
				else return getSemiSupervised().map();
		}
		return super.eGet(featureID, resolve, coreType);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void eSet(int featureID, Object newValue) {
		switch (featureID) {
			case ModelPackage.TRAINING_PLAN__PARAMETERS:
				((EStructuralFeature.Setting)getParameters()).set(newValue);
				return;
			case ModelPackage.TRAINING_PLAN__LIVE:
				((EStructuralFeature.Setting)getLive()).set(newValue);
				return;
			case ModelPackage.TRAINING_PLAN__UNLABELLED:
				((EStructuralFeature.Setting)getUnlabelled()).set(newValue);
				return;
			case ModelPackage.TRAINING_PLAN__SEMI_SUPERVISED_ID:
				setSemiSupervisedId((String)newValue);
				return;
			case ModelPackage.TRAINING_PLAN__SEMI_SUPERVISED:
				((EStructuralFeature.Setting)getSemiSupervised()).set(newValue);
				return;
		}
		super.eSet(featureID, newValue);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void eUnset(int featureID) {
		switch (featureID) {
			case ModelPackage.TRAINING_PLAN__PARAMETERS:
				getParameters().clear();
				return;
			case ModelPackage.TRAINING_PLAN__LIVE:
				getLive().clear();
				return;
			case ModelPackage.TRAINING_PLAN__UNLABELLED:
				getUnlabelled().clear();
				return;
			case ModelPackage.TRAINING_PLAN__SEMI_SUPERVISED_ID:
				setSemiSupervisedId(SEMI_SUPERVISED_ID_EDEFAULT);
				return;
			case ModelPackage.TRAINING_PLAN__SEMI_SUPERVISED:
				getSemiSupervised().clear();
				return;
		}
		super.eUnset(featureID);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public boolean eIsSet(int featureID) {
		switch (featureID) {
			case ModelPackage.TRAINING_PLAN__PARAMETERS:
				return parameters != null && !parameters.isEmpty();
			case ModelPackage.TRAINING_PLAN__LIVE:
				return live != null && !live.isEmpty();
			case ModelPackage.TRAINING_PLAN__UNLABELLED:
				return unlabelled != null && !unlabelled.isEmpty();
			case ModelPackage.TRAINING_PLAN__SEMI_SUPERVISED_ID:
				return SEMI_SUPERVISED_ID_EDEFAULT == null ? semiSupervisedId != null : !SEMI_SUPERVISED_ID_EDEFAULT.equals(semiSupervisedId);
			case ModelPackage.TRAINING_PLAN__SEMI_SUPERVISED:
				return semiSupervised != null && !semiSupervised.isEmpty();
		}
		return super.eIsSet(featureID);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public String toString() {
		if (eIsProxy()) return super.toString();

		StringBuilder result = new StringBuilder(super.toString());
		result.append(" (semiSupervisedId: ");
		result.append(semiSupervisedId);
		result.append(')');
		return result.toString();
	}

} //TrainingPlanImpl
