// SPDX-License-Identifier: MIT
package org.patchwork.model;

import org.eclipse.emf.common.util.EMap;

import org.eclipse.emf.ecore.EObject;

/**
 * <!-- begin-user-doc -->
 * A representation of the model object '<em><b>Training Plan</b></em>'.
 * <!-- end-user-doc -->
 *
 * <!-- begin-model-doc -->
 * Settings of the next training run as text by name; what is not named keeps its default.
 * <!-- end-model-doc -->
 *
 * <p>
 * The following features are supported:
 * </p>
 * <ul>
 *   <li>{@link org.patchwork.model.TrainingPlan#getParameters <em>Parameters</em>}</li>
 *   <li>{@link org.patchwork.model.TrainingPlan#getLive <em>Live</em>}</li>
 *   <li>{@link org.patchwork.model.TrainingPlan#getUnlabelled <em>Unlabelled</em>}</li>
 *   <li>{@link org.patchwork.model.TrainingPlan#getSemiSupervisedId <em>Semi Supervised Id</em>}</li>
 *   <li>{@link org.patchwork.model.TrainingPlan#getSemiSupervised <em>Semi Supervised</em>}</li>
 * </ul>
 *
 * @see org.patchwork.model.ModelPackage#getTrainingPlan()
 * @model
 * @generated
 */
public interface TrainingPlan extends EObject {
	/**
	 * Returns the value of the '<em><b>Parameters</b></em>' map.
	 * The key is of type {@link java.lang.String},
	 * and the value is of type {@link java.lang.String},
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Parameters</em>' map.
	 * @see org.patchwork.model.ModelPackage#getTrainingPlan_Parameters()
	 * @model mapType="org.eclipse.emf.ecore.EStringToStringMapEntry&lt;org.eclipse.emf.ecore.EString, org.eclipse.emf.ecore.EString&gt;"
	 * @generated
	 */
	EMap<String, String> getParameters();

	/**
	 * Returns the value of the '<em><b>Live</b></em>' map.
	 * The key is of type {@link java.lang.String},
	 * and the value is of type {@link java.lang.String},
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * Settings of training from the images as text by name; what is not named keeps its default.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Live</em>' map.
	 * @see org.patchwork.model.ModelPackage#getTrainingPlan_Live()
	 * @model mapType="org.eclipse.emf.ecore.EStringToStringMapEntry&lt;org.eclipse.emf.ecore.EString, org.eclipse.emf.ecore.EString&gt;"
	 * @generated
	 */
	EMap<String, String> getLive();

	/**
	 * Returns the value of the '<em><b>Unlabelled</b></em>' map.
	 * The key is of type {@link java.lang.String},
	 * and the value is of type {@link java.lang.String},
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * Settings of the use of unlabelled images as text by name; what is not named keeps its default.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Unlabelled</em>' map.
	 * @see org.patchwork.model.ModelPackage#getTrainingPlan_Unlabelled()
	 * @model mapType="org.eclipse.emf.ecore.EStringToStringMapEntry&lt;org.eclipse.emf.ecore.EString, org.eclipse.emf.ecore.EString&gt;"
	 * @generated
	 */
	EMap<String, String> getUnlabelled();

	/**
	 * Returns the value of the '<em><b>Semi Supervised Id</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * Contribution whose loss is used on unlabelled images, or null to take the first one installed.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Semi Supervised Id</em>' attribute.
	 * @see #setSemiSupervisedId(String)
	 * @see org.patchwork.model.ModelPackage#getTrainingPlan_SemiSupervisedId()
	 * @model
	 * @generated
	 */
	String getSemiSupervisedId();

	/**
	 * Sets the value of the '{@link org.patchwork.model.TrainingPlan#getSemiSupervisedId <em>Semi Supervised Id</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Semi Supervised Id</em>' attribute.
	 * @see #getSemiSupervisedId()
	 * @generated
	 */
	void setSemiSupervisedId(String value);

	/**
	 * Returns the value of the '<em><b>Semi Supervised</b></em>' map.
	 * The key is of type {@link java.lang.String},
	 * and the value is of type {@link java.lang.String},
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * Its parameters as text by name.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Semi Supervised</em>' map.
	 * @see org.patchwork.model.ModelPackage#getTrainingPlan_SemiSupervised()
	 * @model mapType="org.eclipse.emf.ecore.EStringToStringMapEntry&lt;org.eclipse.emf.ecore.EString, org.eclipse.emf.ecore.EString&gt;"
	 * @generated
	 */
	EMap<String, String> getSemiSupervised();

} // TrainingPlan
