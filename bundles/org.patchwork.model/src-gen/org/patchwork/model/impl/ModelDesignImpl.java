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

import org.patchwork.model.ModelDesign;
import org.patchwork.model.ModelPackage;

/**
 * <!-- begin-user-doc -->
 * An implementation of the model object '<em><b>Design</b></em>'.
 * <!-- end-user-doc -->
 * <p>
 * The following features are implemented:
 * </p>
 * <ul>
 *   <li>{@link org.patchwork.model.impl.ModelDesignImpl#getName <em>Name</em>}</li>
 *   <li>{@link org.patchwork.model.impl.ModelDesignImpl#getFineTuningId <em>Fine Tuning Id</em>}</li>
 *   <li>{@link org.patchwork.model.impl.ModelDesignImpl#getFineTuning <em>Fine Tuning</em>}</li>
 *   <li>{@link org.patchwork.model.impl.ModelDesignImpl#getOutputId <em>Output Id</em>}</li>
 *   <li>{@link org.patchwork.model.impl.ModelDesignImpl#getOutput <em>Output</em>}</li>
 *   <li>{@link org.patchwork.model.impl.ModelDesignImpl#getLossId <em>Loss Id</em>}</li>
 *   <li>{@link org.patchwork.model.impl.ModelDesignImpl#getLoss <em>Loss</em>}</li>
 *   <li>{@link org.patchwork.model.impl.ModelDesignImpl#getClassWeights <em>Class Weights</em>}</li>
 * </ul>
 *
 * @generated
 */
public class ModelDesignImpl extends MinimalEObjectImpl.Container implements ModelDesign {
	/**
	 * The default value of the '{@link #getName() <em>Name</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getName()
	 * @generated
	 * @ordered
	 */
	protected static final String NAME_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getName() <em>Name</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getName()
	 * @generated
	 * @ordered
	 */
	protected String name = NAME_EDEFAULT;

	/**
	 * The default value of the '{@link #getFineTuningId() <em>Fine Tuning Id</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getFineTuningId()
	 * @generated
	 * @ordered
	 */
	protected static final String FINE_TUNING_ID_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getFineTuningId() <em>Fine Tuning Id</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getFineTuningId()
	 * @generated
	 * @ordered
	 */
	protected String fineTuningId = FINE_TUNING_ID_EDEFAULT;

	/**
	 * The cached value of the '{@link #getFineTuning() <em>Fine Tuning</em>}' map.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getFineTuning()
	 * @generated
	 * @ordered
	 */
	protected EMap<String, String> fineTuning;

	/**
	 * The default value of the '{@link #getOutputId() <em>Output Id</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getOutputId()
	 * @generated
	 * @ordered
	 */
	protected static final String OUTPUT_ID_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getOutputId() <em>Output Id</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getOutputId()
	 * @generated
	 * @ordered
	 */
	protected String outputId = OUTPUT_ID_EDEFAULT;

	/**
	 * The cached value of the '{@link #getOutput() <em>Output</em>}' map.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getOutput()
	 * @generated
	 * @ordered
	 */
	protected EMap<String, String> output;

	/**
	 * The default value of the '{@link #getLossId() <em>Loss Id</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getLossId()
	 * @generated
	 * @ordered
	 */
	protected static final String LOSS_ID_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getLossId() <em>Loss Id</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getLossId()
	 * @generated
	 * @ordered
	 */
	protected String lossId = LOSS_ID_EDEFAULT;

	/**
	 * The cached value of the '{@link #getLoss() <em>Loss</em>}' map.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getLoss()
	 * @generated
	 * @ordered
	 */
	protected EMap<String, String> loss;

	/**
	 * The default value of the '{@link #getClassWeights() <em>Class Weights</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getClassWeights()
	 * @generated
	 * @ordered
	 */
	protected static final String CLASS_WEIGHTS_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getClassWeights() <em>Class Weights</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getClassWeights()
	 * @generated
	 * @ordered
	 */
	protected String classWeights = CLASS_WEIGHTS_EDEFAULT;

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	protected ModelDesignImpl() {
		super();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	protected EClass eStaticClass() {
		return ModelPackage.Literals.MODEL_DESIGN;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public String getName() {
		return name;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setName(String newName) {
		String oldName = name;
		name = newName;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, ModelPackage.MODEL_DESIGN__NAME, oldName, name));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public String getFineTuningId() {
		return fineTuningId;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setFineTuningId(String newFineTuningId) {
		String oldFineTuningId = fineTuningId;
		fineTuningId = newFineTuningId;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, ModelPackage.MODEL_DESIGN__FINE_TUNING_ID, oldFineTuningId, fineTuningId));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public EMap<String, String> getFineTuning() {
		if (fineTuning == null) {
			fineTuning = new EcoreEMap<String,String>(EcorePackage.Literals.ESTRING_TO_STRING_MAP_ENTRY, EStringToStringMapEntryImpl.class, this, ModelPackage.MODEL_DESIGN__FINE_TUNING);
		}
		return fineTuning;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public String getOutputId() {
		return outputId;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setOutputId(String newOutputId) {
		String oldOutputId = outputId;
		outputId = newOutputId;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, ModelPackage.MODEL_DESIGN__OUTPUT_ID, oldOutputId, outputId));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public EMap<String, String> getOutput() {
		if (output == null) {
			output = new EcoreEMap<String,String>(EcorePackage.Literals.ESTRING_TO_STRING_MAP_ENTRY, EStringToStringMapEntryImpl.class, this, ModelPackage.MODEL_DESIGN__OUTPUT);
		}
		return output;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public String getLossId() {
		return lossId;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setLossId(String newLossId) {
		String oldLossId = lossId;
		lossId = newLossId;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, ModelPackage.MODEL_DESIGN__LOSS_ID, oldLossId, lossId));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public EMap<String, String> getLoss() {
		if (loss == null) {
			loss = new EcoreEMap<String,String>(EcorePackage.Literals.ESTRING_TO_STRING_MAP_ENTRY, EStringToStringMapEntryImpl.class, this, ModelPackage.MODEL_DESIGN__LOSS);
		}
		return loss;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public String getClassWeights() {
		return classWeights;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setClassWeights(String newClassWeights) {
		String oldClassWeights = classWeights;
		classWeights = newClassWeights;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, ModelPackage.MODEL_DESIGN__CLASS_WEIGHTS, oldClassWeights, classWeights));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public NotificationChain eInverseRemove(InternalEObject otherEnd, int featureID, NotificationChain msgs) {
		switch (featureID) {
			case ModelPackage.MODEL_DESIGN__FINE_TUNING:
				return ((InternalEList<?>)getFineTuning()).basicRemove(otherEnd, msgs);
			case ModelPackage.MODEL_DESIGN__OUTPUT:
				return ((InternalEList<?>)getOutput()).basicRemove(otherEnd, msgs);
			case ModelPackage.MODEL_DESIGN__LOSS:
				return ((InternalEList<?>)getLoss()).basicRemove(otherEnd, msgs);
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
			case ModelPackage.MODEL_DESIGN__NAME:
				return getName();
			case ModelPackage.MODEL_DESIGN__FINE_TUNING_ID:
				return getFineTuningId();
			case ModelPackage.MODEL_DESIGN__FINE_TUNING:
				if (coreType) return getFineTuning();
				else return getFineTuning().map();
			case ModelPackage.MODEL_DESIGN__OUTPUT_ID:
				return getOutputId();
			case ModelPackage.MODEL_DESIGN__OUTPUT:
				if (coreType) return getOutput();
				else return getOutput().map();
			case ModelPackage.MODEL_DESIGN__LOSS_ID:
				return getLossId();
			case ModelPackage.MODEL_DESIGN__LOSS:
				if (coreType) return getLoss();
				else return getLoss().map();
			case ModelPackage.MODEL_DESIGN__CLASS_WEIGHTS:
				return getClassWeights();
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
			case ModelPackage.MODEL_DESIGN__NAME:
				setName((String)newValue);
				return;
			case ModelPackage.MODEL_DESIGN__FINE_TUNING_ID:
				setFineTuningId((String)newValue);
				return;
			case ModelPackage.MODEL_DESIGN__FINE_TUNING:
				((EStructuralFeature.Setting)getFineTuning()).set(newValue);
				return;
			case ModelPackage.MODEL_DESIGN__OUTPUT_ID:
				setOutputId((String)newValue);
				return;
			case ModelPackage.MODEL_DESIGN__OUTPUT:
				((EStructuralFeature.Setting)getOutput()).set(newValue);
				return;
			case ModelPackage.MODEL_DESIGN__LOSS_ID:
				setLossId((String)newValue);
				return;
			case ModelPackage.MODEL_DESIGN__LOSS:
				((EStructuralFeature.Setting)getLoss()).set(newValue);
				return;
			case ModelPackage.MODEL_DESIGN__CLASS_WEIGHTS:
				setClassWeights((String)newValue);
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
			case ModelPackage.MODEL_DESIGN__NAME:
				setName(NAME_EDEFAULT);
				return;
			case ModelPackage.MODEL_DESIGN__FINE_TUNING_ID:
				setFineTuningId(FINE_TUNING_ID_EDEFAULT);
				return;
			case ModelPackage.MODEL_DESIGN__FINE_TUNING:
				getFineTuning().clear();
				return;
			case ModelPackage.MODEL_DESIGN__OUTPUT_ID:
				setOutputId(OUTPUT_ID_EDEFAULT);
				return;
			case ModelPackage.MODEL_DESIGN__OUTPUT:
				getOutput().clear();
				return;
			case ModelPackage.MODEL_DESIGN__LOSS_ID:
				setLossId(LOSS_ID_EDEFAULT);
				return;
			case ModelPackage.MODEL_DESIGN__LOSS:
				getLoss().clear();
				return;
			case ModelPackage.MODEL_DESIGN__CLASS_WEIGHTS:
				setClassWeights(CLASS_WEIGHTS_EDEFAULT);
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
			case ModelPackage.MODEL_DESIGN__NAME:
				return NAME_EDEFAULT == null ? name != null : !NAME_EDEFAULT.equals(name);
			case ModelPackage.MODEL_DESIGN__FINE_TUNING_ID:
				return FINE_TUNING_ID_EDEFAULT == null ? fineTuningId != null : !FINE_TUNING_ID_EDEFAULT.equals(fineTuningId);
			case ModelPackage.MODEL_DESIGN__FINE_TUNING:
				return fineTuning != null && !fineTuning.isEmpty();
			case ModelPackage.MODEL_DESIGN__OUTPUT_ID:
				return OUTPUT_ID_EDEFAULT == null ? outputId != null : !OUTPUT_ID_EDEFAULT.equals(outputId);
			case ModelPackage.MODEL_DESIGN__OUTPUT:
				return output != null && !output.isEmpty();
			case ModelPackage.MODEL_DESIGN__LOSS_ID:
				return LOSS_ID_EDEFAULT == null ? lossId != null : !LOSS_ID_EDEFAULT.equals(lossId);
			case ModelPackage.MODEL_DESIGN__LOSS:
				return loss != null && !loss.isEmpty();
			case ModelPackage.MODEL_DESIGN__CLASS_WEIGHTS:
				return CLASS_WEIGHTS_EDEFAULT == null ? classWeights != null : !CLASS_WEIGHTS_EDEFAULT.equals(classWeights);
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
		result.append(" (name: ");
		result.append(name);
		result.append(", fineTuningId: ");
		result.append(fineTuningId);
		result.append(", outputId: ");
		result.append(outputId);
		result.append(", lossId: ");
		result.append(lossId);
		result.append(", classWeights: ");
		result.append(classWeights);
		result.append(')');
		return result.toString();
	}

} //ModelDesignImpl
