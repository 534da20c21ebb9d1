// SPDX-License-Identifier: MIT
package org.patchwork.model;

import org.eclipse.emf.common.util.EList;

import org.eclipse.emf.ecore.EObject;

/**
 * <!-- begin-user-doc -->
 * A representation of the model object '<em><b>Augmentation</b></em>'.
 * <!-- end-user-doc -->
 *
 * <!-- begin-model-doc -->
 * Random changes of training images: operations by name with their strength. Presence switches an operation on; the order in which they are applied is fixed and not stored.
 * <!-- end-model-doc -->
 *
 * <p>
 * The following features are supported:
 * </p>
 * <ul>
 *   <li>{@link org.patchwork.model.Augmentation#getOperations <em>Operations</em>}</li>
 * </ul>
 *
 * @see org.patchwork.model.ModelPackage#getAugmentation()
 * @model
 * @generated
 */
public interface Augmentation extends EObject {
	/**
	 * Returns the value of the '<em><b>Operations</b></em>' containment reference list.
	 * The list contents are of type {@link org.patchwork.model.AugmentationOperation}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Operations</em>' containment reference list.
	 * @see org.patchwork.model.ModelPackage#getAugmentation_Operations()
	 * @model containment="true"
	 * @generated
	 */
	EList<AugmentationOperation> getOperations();

} // Augmentation
