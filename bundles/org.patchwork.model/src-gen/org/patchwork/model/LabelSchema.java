// SPDX-License-Identifier: MIT
package org.patchwork.model;

import org.eclipse.emf.common.util.EList;

import org.eclipse.emf.ecore.EObject;

/**
 * <!-- begin-user-doc -->
 * A representation of the model object '<em><b>Label Schema</b></em>'.
 * <!-- end-user-doc -->
 *
 * <!-- begin-model-doc -->
 * The classes an image can belong to, in the order in which they are shown and exported.
 * <!-- end-model-doc -->
 *
 * <p>
 * The following features are supported:
 * </p>
 * <ul>
 *   <li>{@link org.patchwork.model.LabelSchema#getClasses <em>Classes</em>}</li>
 *   <li>{@link org.patchwork.model.LabelSchema#isExclusive <em>Exclusive</em>}</li>
 *   <li>{@link org.patchwork.model.LabelSchema#isWithImplied <em>With Implied</em>}</li>
 * </ul>
 *
 * @see org.patchwork.model.ModelPackage#getLabelSchema()
 * @model
 * @generated
 */
public interface LabelSchema extends EObject {
	/**
	 * Returns the value of the '<em><b>Classes</b></em>' containment reference list.
	 * The list contents are of type {@link org.patchwork.model.LabelClass}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Classes</em>' containment reference list.
	 * @see org.patchwork.model.ModelPackage#getLabelSchema_Classes()
	 * @model containment="true"
	 * @generated
	 */
	EList<LabelClass> getClasses();

	/**
	 * Returns the value of the '<em><b>Exclusive</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * True if exactly one class is present in each image.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Exclusive</em>' attribute.
	 * @see #setExclusive(boolean)
	 * @see org.patchwork.model.ModelPackage#getLabelSchema_Exclusive()
	 * @model
	 * @generated
	 */
	boolean isExclusive();

	/**
	 * Sets the value of the '{@link org.patchwork.model.LabelSchema#isExclusive <em>Exclusive</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Exclusive</em>' attribute.
	 * @see #isExclusive()
	 * @generated
	 */
	void setExclusive(boolean value);

	/**
	 * Returns the value of the '<em><b>With Implied</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * True if labels that follow from a label by groups and parents are set along with it; false if they are offered.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>With Implied</em>' attribute.
	 * @see #setWithImplied(boolean)
	 * @see org.patchwork.model.ModelPackage#getLabelSchema_WithImplied()
	 * @model
	 * @generated
	 */
	boolean isWithImplied();

	/**
	 * Sets the value of the '{@link org.patchwork.model.LabelSchema#isWithImplied <em>With Implied</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>With Implied</em>' attribute.
	 * @see #isWithImplied()
	 * @generated
	 */
	void setWithImplied(boolean value);

} // LabelSchema
