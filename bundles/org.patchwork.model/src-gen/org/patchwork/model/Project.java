// SPDX-License-Identifier: MIT
package org.patchwork.model;

import org.eclipse.emf.common.util.EList;
import org.eclipse.emf.common.util.EMap;

import org.eclipse.emf.ecore.EObject;

/**
 * <!-- begin-user-doc -->
 * A representation of the model object '<em><b>Project</b></em>'.
 * <!-- end-user-doc -->
 *
 * <!-- begin-model-doc -->
 * The settings of one project folder: everything but pixels, labels and trained models.
 * <!-- end-model-doc -->
 *
 * <p>
 * The following features are supported:
 * </p>
 * <ul>
 *   <li>{@link org.patchwork.model.Project#getFormatVersion <em>Format Version</em>}</li>
 *   <li>{@link org.patchwork.model.Project#getName <em>Name</em>}</li>
 *   <li>{@link org.patchwork.model.Project#getImageRoot <em>Image Root</em>}</li>
 *   <li>{@link org.patchwork.model.Project#getAnnotator <em>Annotator</em>}</li>
 *   <li>{@link org.patchwork.model.Project#getSchema <em>Schema</em>}</li>
 *   <li>{@link org.patchwork.model.Project#getImages <em>Images</em>}</li>
 *   <li>{@link org.patchwork.model.Project#getAugmentation <em>Augmentation</em>}</li>
 *   <li>{@link org.patchwork.model.Project#getDesigns <em>Designs</em>}</li>
 *   <li>{@link org.patchwork.model.Project#getActiveDesign <em>Active Design</em>}</li>
 *   <li>{@link org.patchwork.model.Project#getPlan <em>Plan</em>}</li>
 *   <li>{@link org.patchwork.model.Project#getPretraining <em>Pretraining</em>}</li>
 * </ul>
 *
 * @see org.patchwork.model.ModelPackage#getProject()
 * @model
 * @generated
 */
public interface Project extends EObject {
	/**
	 * Returns the value of the '<em><b>Format Version</b></em>' attribute.
	 * The default value is <code>"0"</code>.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * Version of the file format; always written, so the default of 0 means that it is missing.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Format Version</em>' attribute.
	 * @see #setFormatVersion(int)
	 * @see org.patchwork.model.ModelPackage#getProject_FormatVersion()
	 * @model default="0" required="true"
	 * @generated
	 */
	int getFormatVersion();

	/**
	 * Sets the value of the '{@link org.patchwork.model.Project#getFormatVersion <em>Format Version</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Format Version</em>' attribute.
	 * @see #getFormatVersion()
	 * @generated
	 */
	void setFormatVersion(int value);

	/**
	 * Returns the value of the '<em><b>Name</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * Name shown to people.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Name</em>' attribute.
	 * @see #setName(String)
	 * @see org.patchwork.model.ModelPackage#getProject_Name()
	 * @model required="true"
	 * @generated
	 */
	String getName();

	/**
	 * Sets the value of the '{@link org.patchwork.model.Project#getName <em>Name</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Name</em>' attribute.
	 * @see #getName()
	 * @generated
	 */
	void setName(String value);

	/**
	 * Returns the value of the '<em><b>Image Root</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * Folder against which relative image paths are resolved; itself relative to the project folder where that is possible, with forward slashes.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Image Root</em>' attribute.
	 * @see #setImageRoot(String)
	 * @see org.patchwork.model.ModelPackage#getProject_ImageRoot()
	 * @model
	 * @generated
	 */
	String getImageRoot();

	/**
	 * Sets the value of the '{@link org.patchwork.model.Project#getImageRoot <em>Image Root</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Image Root</em>' attribute.
	 * @see #getImageRoot()
	 * @generated
	 */
	void setImageRoot(String value);

	/**
	 * Returns the value of the '<em><b>Annotator</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * Name under which labels are recorded unless a session says otherwise.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Annotator</em>' attribute.
	 * @see #setAnnotator(String)
	 * @see org.patchwork.model.ModelPackage#getProject_Annotator()
	 * @model
	 * @generated
	 */
	String getAnnotator();

	/**
	 * Sets the value of the '{@link org.patchwork.model.Project#getAnnotator <em>Annotator</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Annotator</em>' attribute.
	 * @see #getAnnotator()
	 * @generated
	 */
	void setAnnotator(String value);

	/**
	 * Returns the value of the '<em><b>Schema</b></em>' containment reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Schema</em>' containment reference.
	 * @see #setSchema(LabelSchema)
	 * @see org.patchwork.model.ModelPackage#getProject_Schema()
	 * @model containment="true" required="true"
	 * @generated
	 */
	LabelSchema getSchema();

	/**
	 * Sets the value of the '{@link org.patchwork.model.Project#getSchema <em>Schema</em>}' containment reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Schema</em>' containment reference.
	 * @see #getSchema()
	 * @generated
	 */
	void setSchema(LabelSchema value);

	/**
	 * Returns the value of the '<em><b>Images</b></em>' containment reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Images</em>' containment reference.
	 * @see #setImages(ImageSettings)
	 * @see org.patchwork.model.ModelPackage#getProject_Images()
	 * @model containment="true" required="true"
	 * @generated
	 */
	ImageSettings getImages();

	/**
	 * Sets the value of the '{@link org.patchwork.model.Project#getImages <em>Images</em>}' containment reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Images</em>' containment reference.
	 * @see #getImages()
	 * @generated
	 */
	void setImages(ImageSettings value);

	/**
	 * Returns the value of the '<em><b>Augmentation</b></em>' containment reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Augmentation</em>' containment reference.
	 * @see #setAugmentation(Augmentation)
	 * @see org.patchwork.model.ModelPackage#getProject_Augmentation()
	 * @model containment="true" required="true"
	 * @generated
	 */
	Augmentation getAugmentation();

	/**
	 * Sets the value of the '{@link org.patchwork.model.Project#getAugmentation <em>Augmentation</em>}' containment reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Augmentation</em>' containment reference.
	 * @see #getAugmentation()
	 * @generated
	 */
	void setAugmentation(Augmentation value);

	/**
	 * Returns the value of the '<em><b>Designs</b></em>' containment reference list.
	 * The list contents are of type {@link org.patchwork.model.ModelDesign}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Designs</em>' containment reference list.
	 * @see org.patchwork.model.ModelPackage#getProject_Designs()
	 * @model containment="true"
	 * @generated
	 */
	EList<ModelDesign> getDesigns();

	/**
	 * Returns the value of the '<em><b>Active Design</b></em>' reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * The design that is trained next; one of the designs, or null to take the defaults.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Active Design</em>' reference.
	 * @see #setActiveDesign(ModelDesign)
	 * @see org.patchwork.model.ModelPackage#getProject_ActiveDesign()
	 * @model
	 * @generated
	 */
	ModelDesign getActiveDesign();

	/**
	 * Sets the value of the '{@link org.patchwork.model.Project#getActiveDesign <em>Active Design</em>}' reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Active Design</em>' reference.
	 * @see #getActiveDesign()
	 * @generated
	 */
	void setActiveDesign(ModelDesign value);

	/**
	 * Returns the value of the '<em><b>Plan</b></em>' containment reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Plan</em>' containment reference.
	 * @see #setPlan(TrainingPlan)
	 * @see org.patchwork.model.ModelPackage#getProject_Plan()
	 * @model containment="true" required="true"
	 * @generated
	 */
	TrainingPlan getPlan();

	/**
	 * Sets the value of the '{@link org.patchwork.model.Project#getPlan <em>Plan</em>}' containment reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Plan</em>' containment reference.
	 * @see #getPlan()
	 * @generated
	 */
	void setPlan(TrainingPlan value);

	/**
	 * Returns the value of the '<em><b>Pretraining</b></em>' map.
	 * The key is of type {@link java.lang.String},
	 * and the value is of type {@link java.lang.String},
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * Settings of the next feature extractor that is trained, as text by name: method and network by id, their parameters behind method. and network., all others by their own names; what is not named keeps its default.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Pretraining</em>' map.
	 * @see org.patchwork.model.ModelPackage#getProject_Pretraining()
	 * @model mapType="org.eclipse.emf.ecore.EStringToStringMapEntry&lt;org.eclipse.emf.ecore.EString, org.eclipse.emf.ecore.EString&gt;"
	 * @generated
	 */
	EMap<String, String> getPretraining();

} // Project
