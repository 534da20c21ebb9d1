// SPDX-License-Identifier: MIT
package org.patchwork.model.impl;

import java.util.Collection;

import org.eclipse.emf.common.notify.Notification;
import org.eclipse.emf.common.notify.NotificationChain;

import org.eclipse.emf.common.util.EList;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.InternalEObject;

import org.eclipse.emf.ecore.impl.ENotificationImpl;
import org.eclipse.emf.ecore.impl.MinimalEObjectImpl;

import org.eclipse.emf.ecore.util.EObjectContainmentEList;
import org.eclipse.emf.ecore.util.InternalEList;

import org.patchwork.model.LabelClass;
import org.patchwork.model.LabelSchema;
import org.patchwork.model.ModelPackage;

/**
 * <!-- begin-user-doc -->
 * An implementation of the model object '<em><b>Label Schema</b></em>'.
 * <!-- end-user-doc -->
 * <p>
 * The following features are implemented:
 * </p>
 * <ul>
 *   <li>{@link org.patchwork.model.impl.LabelSchemaImpl#getClasses <em>Classes</em>}</li>
 *   <li>{@link org.patchwork.model.impl.LabelSchemaImpl#isExclusive <em>Exclusive</em>}</li>
 *   <li>{@link org.patchwork.model.impl.LabelSchemaImpl#isWithImplied <em>With Implied</em>}</li>
 * </ul>
 *
 * @generated
 */
public class LabelSchemaImpl extends MinimalEObjectImpl.Container implements LabelSchema {
	/**
	 * The cached value of the '{@link #getClasses() <em>Classes</em>}' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getClasses()
	 * @generated
	 * @ordered
	 */
	protected EList<LabelClass> classes;

	/**
	 * The default value of the '{@link #isExclusive() <em>Exclusive</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #isExclusive()
	 * @generated
	 * @ordered
	 */
	protected static final boolean EXCLUSIVE_EDEFAULT = false;

	/**
	 * The cached value of the '{@link #isExclusive() <em>Exclusive</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #isExclusive()
	 * @generated
	 * @ordered
	 */
	protected boolean exclusive = EXCLUSIVE_EDEFAULT;

	/**
	 * The default value of the '{@link #isWithImplied() <em>With Implied</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #isWithImplied()
	 * @generated
	 * @ordered
	 */
	protected static final boolean WITH_IMPLIED_EDEFAULT = false;

	/**
	 * The cached value of the '{@link #isWithImplied() <em>With Implied</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #isWithImplied()
	 * @generated
	 * @ordered
	 */
	protected boolean withImplied = WITH_IMPLIED_EDEFAULT;

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	protected LabelSchemaImpl() {
		super();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	protected EClass eStaticClass() {
		return ModelPackage.Literals.LABEL_SCHEMA;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public EList<LabelClass> getClasses() {
		if (classes == null) {
			classes = new EObjectContainmentEList<LabelClass>(LabelClass.class, this, ModelPackage.LABEL_SCHEMA__CLASSES);
		}
		return classes;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public boolean isExclusive() {
		return exclusive;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setExclusive(boolean newExclusive) {
		boolean oldExclusive = exclusive;
		exclusive = newExclusive;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, ModelPackage.LABEL_SCHEMA__EXCLUSIVE, oldExclusive, exclusive));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public boolean isWithImplied() {
		return withImplied;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setWithImplied(boolean newWithImplied) {
		boolean oldWithImplied = withImplied;
		withImplied = newWithImplied;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, ModelPackage.LABEL_SCHEMA__WITH_IMPLIED, oldWithImplied, withImplied));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public NotificationChain eInverseRemove(InternalEObject otherEnd, int featureID, NotificationChain msgs) {
		switch (featureID) {
			case ModelPackage.LABEL_SCHEMA__CLASSES:
				return ((InternalEList<?>)getClasses()).basicRemove(otherEnd, msgs);
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
			case ModelPackage.LABEL_SCHEMA__CLASSES:
				return getClasses();
			case ModelPackage.LABEL_SCHEMA__EXCLUSIVE:
				return isExclusive();
			case ModelPackage.LABEL_SCHEMA__WITH_IMPLIED:
				return isWithImplied();
		}
		return super.eGet(featureID, resolve, coreType);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@SuppressWarnings("unchecked")
	@Override
	public void eSet(int featureID, Object newValue) {
		switch (featureID) {
			case ModelPackage.LABEL_SCHEMA__CLASSES:
				getClasses().clear();
				getClasses().addAll((Collection<? extends LabelClass>)newValue);
				return;
			case ModelPackage.LABEL_SCHEMA__EXCLUSIVE:
				setExclusive((Boolean)newValue);
				return;
			case ModelPackage.LABEL_SCHEMA__WITH_IMPLIED:
				setWithImplied((Boolean)newValue);
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
			case ModelPackage.LABEL_SCHEMA__CLASSES:
				getClasses().clear();
				return;
			case ModelPackage.LABEL_SCHEMA__EXCLUSIVE:
				setExclusive(EXCLUSIVE_EDEFAULT);
				return;
			case ModelPackage.LABEL_SCHEMA__WITH_IMPLIED:
				setWithImplied(WITH_IMPLIED_EDEFAULT);
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
			case ModelPackage.LABEL_SCHEMA__CLASSES:
				return classes != null && !classes.isEmpty();
			case ModelPackage.LABEL_SCHEMA__EXCLUSIVE:
				return exclusive != EXCLUSIVE_EDEFAULT;
			case ModelPackage.LABEL_SCHEMA__WITH_IMPLIED:
				return withImplied != WITH_IMPLIED_EDEFAULT;
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
		result.append(" (exclusive: ");
		result.append(exclusive);
		result.append(", withImplied: ");
		result.append(withImplied);
		result.append(')');
		return result.toString();
	}

} //LabelSchemaImpl
