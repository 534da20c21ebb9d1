// SPDX-License-Identifier: MIT
package org.patchwork.model;

import org.eclipse.emf.common.util.EList;

import org.eclipse.emf.ecore.EObject;

/**
 * <!-- begin-user-doc -->
 * A representation of the model object '<em><b>Label Class</b></em>'.
 * <!-- end-user-doc -->
 *
 * <!-- begin-model-doc -->
 * One class. Its id never changes, whatever it is called.
 * <!-- end-model-doc -->
 *
 * <p>
 * The following features are supported:
 * </p>
 * <ul>
 *   <li>{@link org.patchwork.model.LabelClass#getId <em>Id</em>}</li>
 *   <li>{@link org.patchwork.model.LabelClass#getName <em>Name</em>}</li>
 *   <li>{@link org.patchwork.model.LabelClass#getDescription <em>Description</em>}</li>
 *   <li>{@link org.patchwork.model.LabelClass#getColor <em>Color</em>}</li>
 *   <li>{@link org.patchwork.model.LabelClass#getHotKey <em>Hot Key</em>}</li>
 *   <li>{@link org.patchwork.model.LabelClass#getExclusionGroup <em>Exclusion Group</em>}</li>
 *   <li>{@link org.patchwork.model.LabelClass#getParent <em>Parent</em>}</li>
 *   <li>{@link org.patchwork.model.LabelClass#getGoal <em>Goal</em>}</li>
 *   <li>{@link org.patchwork.model.LabelClass#getExamples <em>Examples</em>}</li>
 * </ul>
 *
 * @see org.patchwork.model.ModelPackage#getLabelClass()
 * @model
 * @generated
 */
public interface LabelClass extends EObject {
	/**
	 * Returns the value of the '<em><b>Id</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Id</em>' attribute.
	 * @see #setId(String)
	 * @see org.patchwork.model.ModelPackage#getLabelClass_Id()
	 * @model id="true" required="true"
	 * @generated
	 */
	String getId();

	/**
	 * Sets the value of the '{@link org.patchwork.model.LabelClass#getId <em>Id</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Id</em>' attribute.
	 * @see #getId()
	 * @generated
	 */
	void setId(String value);

	/**
	 * Returns the value of the '<em><b>Name</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Name</em>' attribute.
	 * @see #setName(String)
	 * @see org.patchwork.model.ModelPackage#getLabelClass_Name()
	 * @model required="true"
	 * @generated
	 */
	String getName();

	/**
	 * Sets the value of the '{@link org.patchwork.model.LabelClass#getName <em>Name</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Name</em>' attribute.
	 * @see #getName()
	 * @generated
	 */
	void setName(String value);

	/**
	 * Returns the value of the '<em><b>Description</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Description</em>' attribute.
	 * @see #setDescription(String)
	 * @see org.patchwork.model.ModelPackage#getLabelClass_Description()
	 * @model
	 * @generated
	 */
	String getDescription();

	/**
	 * Sets the value of the '{@link org.patchwork.model.LabelClass#getDescription <em>Description</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Description</em>' attribute.
	 * @see #getDescription()
	 * @generated
	 */
	void setDescription(String value);

	/**
	 * Returns the value of the '<em><b>Color</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * As #rrggbb.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Color</em>' attribute.
	 * @see #setColor(String)
	 * @see org.patchwork.model.ModelPackage#getLabelClass_Color()
	 * @model
	 * @generated
	 */
	String getColor();

	/**
	 * Sets the value of the '{@link org.patchwork.model.LabelClass#getColor <em>Color</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Color</em>' attribute.
	 * @see #getColor()
	 * @generated
	 */
	void setColor(String value);

	/**
	 * Returns the value of the '<em><b>Hot Key</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * One character, a digit or a lower-case letter, or null.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Hot Key</em>' attribute.
	 * @see #setHotKey(String)
	 * @see org.patchwork.model.ModelPackage#getLabelClass_HotKey()
	 * @model
	 * @generated
	 */
	String getHotKey();

	/**
	 * Sets the value of the '{@link org.patchwork.model.LabelClass#getHotKey <em>Hot Key</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Hot Key</em>' attribute.
	 * @see #getHotKey()
	 * @generated
	 */
	void setHotKey(String value);

	/**
	 * Returns the value of the '<em><b>Exclusion Group</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * Name of the group of classes of which at most one is present in an image, or null.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Exclusion Group</em>' attribute.
	 * @see #setExclusionGroup(String)
	 * @see org.patchwork.model.ModelPackage#getLabelClass_ExclusionGroup()
	 * @model
	 * @generated
	 */
	String getExclusionGroup();

	/**
	 * Sets the value of the '{@link org.patchwork.model.LabelClass#getExclusionGroup <em>Exclusion Group</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Exclusion Group</em>' attribute.
	 * @see #getExclusionGroup()
	 * @generated
	 */
	void setExclusionGroup(String value);

	/**
	 * Returns the value of the '<em><b>Parent</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * Id of the class of which this is a kind: where this is present, so is the parent. Null if there is none.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Parent</em>' attribute.
	 * @see #setParent(String)
	 * @see org.patchwork.model.ModelPackage#getLabelClass_Parent()
	 * @model
	 * @generated
	 */
	String getParent();

	/**
	 * Sets the value of the '{@link org.patchwork.model.LabelClass#getParent <em>Parent</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Parent</em>' attribute.
	 * @see #getParent()
	 * @generated
	 */
	void setParent(String value);

	/**
	 * Returns the value of the '<em><b>Goal</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * Number of images in which the class is to be found; 0 for no goal.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Goal</em>' attribute.
	 * @see #setGoal(int)
	 * @see org.patchwork.model.ModelPackage#getLabelClass_Goal()
	 * @model
	 * @generated
	 */
	int getGoal();

	/**
	 * Sets the value of the '{@link org.patchwork.model.LabelClass#getGoal <em>Goal</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Goal</em>' attribute.
	 * @see #getGoal()
	 * @generated
	 */
	void setGoal(int value);

	/**
	 * Returns the value of the '<em><b>Examples</b></em>' attribute list.
	 * The list contents are of type {@link java.lang.Integer}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * Rows of images that show what the class means, the best first.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Examples</em>' attribute list.
	 * @see org.patchwork.model.ModelPackage#getLabelClass_Examples()
	 * @model
	 * @generated
	 */
	EList<Integer> getExamples();

} // LabelClass
