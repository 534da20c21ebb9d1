// SPDX-License-Identifier: MIT
package org.patchwork.model;

import org.eclipse.emf.common.util.EMap;

import org.eclipse.emf.ecore.EObject;

/**
 * <!-- begin-user-doc -->
 * A representation of the model object '<em><b>Design</b></em>'.
 * <!-- end-user-doc -->
 *
 * <!-- begin-model-doc -->
 * A classifier over frozen features, as ids of contributions with their parameters as text by name.
 * <!-- end-model-doc -->
 *
 * <p>
 * The following features are supported:
 * </p>
 * <ul>
 *   <li>{@link org.patchwork.model.ModelDesign#getName <em>Name</em>}</li>
 *   <li>{@link org.patchwork.model.ModelDesign#getFineTuningId <em>Fine Tuning Id</em>}</li>
 *   <li>{@link org.patchwork.model.ModelDesign#getFineTuning <em>Fine Tuning</em>}</li>
 *   <li>{@link org.patchwork.model.ModelDesign#getOutputId <em>Output Id</em>}</li>
 *   <li>{@link org.patchwork.model.ModelDesign#getOutput <em>Output</em>}</li>
 *   <li>{@link org.patchwork.model.ModelDesign#getLossId <em>Loss Id</em>}</li>
 *   <li>{@link org.patchwork.model.ModelDesign#getLoss <em>Loss</em>}</li>
 *   <li>{@link org.patchwork.model.ModelDesign#getClassWeights <em>Class Weights</em>}</li>
 * </ul>
 *
 * @see org.patchwork.model.ModelPackage#getModelDesign()
 * @model
 * @generated
 */
public interface ModelDesign extends EObject {
	/**
	 * Returns the value of the '<em><b>Name</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Name</em>' attribute.
	 * @see #setName(String)
	 * @see org.patchwork.model.ModelPackage#getModelDesign_Name()
	 * @model required="true"
	 * @generated
	 */
	String getName();

	/**
	 * Sets the value of the '{@link org.patchwork.model.ModelDesign#getName <em>Name</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Name</em>' attribute.
	 * @see #getName()
	 * @generated
	 */
	void setName(String value);

	/**
	 * Returns the value of the '<em><b>Fine Tuning Id</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Fine Tuning Id</em>' attribute.
	 * @see #setFineTuningId(String)
	 * @see org.patchwork.model.ModelPackage#getModelDesign_FineTuningId()
	 * @model
	 * @generated
	 */
	String getFineTuningId();

	/**
	 * Sets the value of the '{@link org.patchwork.model.ModelDesign#getFineTuningId <em>Fine Tuning Id</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Fine Tuning Id</em>' attribute.
	 * @see #getFineTuningId()
	 * @generated
	 */
	void setFineTuningId(String value);

	/**
	 * Returns the value of the '<em><b>Fine Tuning</b></em>' map.
	 * The key is of type {@link java.lang.String},
	 * and the value is of type {@link java.lang.String},
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Fine Tuning</em>' map.
	 * @see org.patchwork.model.ModelPackage#getModelDesign_FineTuning()
	 * @model mapType="org.eclipse.emf.ecore.EStringToStringMapEntry&lt;org.eclipse.emf.ecore.EString, org.eclipse.emf.ecore.EString&gt;"
	 * @generated
	 */
	EMap<String, String> getFineTuning();

	/**
	 * Returns the value of the '<em><b>Output Id</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Output Id</em>' attribute.
	 * @see #setOutputId(String)
	 * @see org.patchwork.model.ModelPackage#getModelDesign_OutputId()
	 * @model
	 * @generated
	 */
	String getOutputId();

	/**
	 * Sets the value of the '{@link org.patchwork.model.ModelDesign#getOutputId <em>Output Id</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Output Id</em>' attribute.
	 * @see #getOutputId()
	 * @generated
	 */
	void setOutputId(String value);

	/**
	 * Returns the value of the '<em><b>Output</b></em>' map.
	 * The key is of type {@link java.lang.String},
	 * and the value is of type {@link java.lang.String},
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Output</em>' map.
	 * @see org.patchwork.model.ModelPackage#getModelDesign_Output()
	 * @model mapType="org.eclipse.emf.ecore.EStringToStringMapEntry&lt;org.eclipse.emf.ecore.EString, org.eclipse.emf.ecore.EString&gt;"
	 * @generated
	 */
	EMap<String, String> getOutput();

	/**
	 * Returns the value of the '<em><b>Loss Id</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * Null for the loss that the output model brings.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Loss Id</em>' attribute.
	 * @see #setLossId(String)
	 * @see org.patchwork.model.ModelPackage#getModelDesign_LossId()
	 * @model
	 * @generated
	 */
	String getLossId();

	/**
	 * Sets the value of the '{@link org.patchwork.model.ModelDesign#getLossId <em>Loss Id</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Loss Id</em>' attribute.
	 * @see #getLossId()
	 * @generated
	 */
	void setLossId(String value);

	/**
	 * Returns the value of the '<em><b>Loss</b></em>' map.
	 * The key is of type {@link java.lang.String},
	 * and the value is of type {@link java.lang.String},
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Loss</em>' map.
	 * @see org.patchwork.model.ModelPackage#getModelDesign_Loss()
	 * @model mapType="org.eclipse.emf.ecore.EStringToStringMapEntry&lt;org.eclipse.emf.ecore.EString, org.eclipse.emf.ecore.EString&gt;"
	 * @generated
	 */
	EMap<String, String> getLoss();

	/**
	 * Returns the value of the '<em><b>Class Weights</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * How much the labels of a class count in the loss, by how many there are; null for alike.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Class Weights</em>' attribute.
	 * @see #setClassWeights(String)
	 * @see org.patchwork.model.ModelPackage#getModelDesign_ClassWeights()
	 * @model
	 * @generated
	 */
	String getClassWeights();

	/**
	 * Sets the value of the '{@link org.patchwork.model.ModelDesign#getClassWeights <em>Class Weights</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Class Weights</em>' attribute.
	 * @see #getClassWeights()
	 * @generated
	 */
	void setClassWeights(String value);

} // ModelDesign
