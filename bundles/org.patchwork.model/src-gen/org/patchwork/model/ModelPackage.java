// SPDX-License-Identifier: MIT
package org.patchwork.model;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.EReference;

/**
 * <!-- begin-user-doc -->
 * The <b>Package</b> for the model.
 * It contains accessors for the meta objects to represent
 * <ul>
 *   <li>each class,</li>
 *   <li>each feature of each class,</li>
 *   <li>each enum,</li>
 *   <li>and each data type</li>
 * </ul>
 * <!-- end-user-doc -->
 * @see org.patchwork.model.ModelFactory
 * @model kind="package"
 * @generated
 */
public interface ModelPackage extends EPackage {
	/**
	 * The package name.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	String eNAME = "model";

	/**
	 * The package namespace URI.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	String eNS_URI = "urn:org.patchwork:project";

	/**
	 * The package namespace name.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	String eNS_PREFIX = "patchwork";

	/**
	 * The singleton instance of the package.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	ModelPackage eINSTANCE = org.patchwork.model.impl.ModelPackageImpl.init();

	/**
	 * The meta object id for the '{@link org.patchwork.model.impl.ProjectImpl <em>Project</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.patchwork.model.impl.ProjectImpl
	 * @see org.patchwork.model.impl.ModelPackageImpl#getProject()
	 * @generated
	 */
	int PROJECT = 0;

	/**
	 * The feature id for the '<em><b>Format Version</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int PROJECT__FORMAT_VERSION = 0;

	/**
	 * The feature id for the '<em><b>Name</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int PROJECT__NAME = 1;

	/**
	 * The feature id for the '<em><b>Image Root</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int PROJECT__IMAGE_ROOT = 2;

	/**
	 * The feature id for the '<em><b>Annotator</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int PROJECT__ANNOTATOR = 3;

	/**
	 * The feature id for the '<em><b>Schema</b></em>' containment reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int PROJECT__SCHEMA = 4;

	/**
	 * The feature id for the '<em><b>Images</b></em>' containment reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int PROJECT__IMAGES = 5;

	/**
	 * The feature id for the '<em><b>Augmentation</b></em>' containment reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int PROJECT__AUGMENTATION = 6;

	/**
	 * The feature id for the '<em><b>Designs</b></em>' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int PROJECT__DESIGNS = 7;

	/**
	 * The feature id for the '<em><b>Active Design</b></em>' reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int PROJECT__ACTIVE_DESIGN = 8;

	/**
	 * The feature id for the '<em><b>Plan</b></em>' containment reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int PROJECT__PLAN = 9;

	/**
	 * The feature id for the '<em><b>Pretraining</b></em>' map.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int PROJECT__PRETRAINING = 10;

	/**
	 * The number of structural features of the '<em>Project</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int PROJECT_FEATURE_COUNT = 11;

	/**
	 * The meta object id for the '{@link org.patchwork.model.impl.LabelSchemaImpl <em>Label Schema</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.patchwork.model.impl.LabelSchemaImpl
	 * @see org.patchwork.model.impl.ModelPackageImpl#getLabelSchema()
	 * @generated
	 */
	int LABEL_SCHEMA = 1;

	/**
	 * The feature id for the '<em><b>Classes</b></em>' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int LABEL_SCHEMA__CLASSES = 0;

	/**
	 * The feature id for the '<em><b>Exclusive</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int LABEL_SCHEMA__EXCLUSIVE = 1;

	/**
	 * The feature id for the '<em><b>With Implied</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int LABEL_SCHEMA__WITH_IMPLIED = 2;

	/**
	 * The number of structural features of the '<em>Label Schema</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int LABEL_SCHEMA_FEATURE_COUNT = 3;

	/**
	 * The meta object id for the '{@link org.patchwork.model.impl.LabelClassImpl <em>Label Class</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.patchwork.model.impl.LabelClassImpl
	 * @see org.patchwork.model.impl.ModelPackageImpl#getLabelClass()
	 * @generated
	 */
	int LABEL_CLASS = 2;

	/**
	 * The feature id for the '<em><b>Id</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int LABEL_CLASS__ID = 0;

	/**
	 * The feature id for the '<em><b>Name</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int LABEL_CLASS__NAME = 1;

	/**
	 * The feature id for the '<em><b>Description</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int LABEL_CLASS__DESCRIPTION = 2;

	/**
	 * The feature id for the '<em><b>Color</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int LABEL_CLASS__COLOR = 3;

	/**
	 * The feature id for the '<em><b>Hot Key</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int LABEL_CLASS__HOT_KEY = 4;

	/**
	 * The feature id for the '<em><b>Exclusion Group</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int LABEL_CLASS__EXCLUSION_GROUP = 5;

	/**
	 * The feature id for the '<em><b>Parent</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int LABEL_CLASS__PARENT = 6;

	/**
	 * The feature id for the '<em><b>Goal</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int LABEL_CLASS__GOAL = 7;

	/**
	 * The feature id for the '<em><b>Examples</b></em>' attribute list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int LABEL_CLASS__EXAMPLES = 8;

	/**
	 * The number of structural features of the '<em>Label Class</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int LABEL_CLASS_FEATURE_COUNT = 9;

	/**
	 * The meta object id for the '{@link org.patchwork.model.impl.ImageSettingsImpl <em>Image Settings</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.patchwork.model.impl.ImageSettingsImpl
	 * @see org.patchwork.model.impl.ModelPackageImpl#getImageSettings()
	 * @generated
	 */
	int IMAGE_SETTINGS = 3;

	/**
	 * The feature id for the '<em><b>Height</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int IMAGE_SETTINGS__HEIGHT = 0;

	/**
	 * The feature id for the '<em><b>Width</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int IMAGE_SETTINGS__WIDTH = 1;

	/**
	 * The feature id for the '<em><b>Channels</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int IMAGE_SETTINGS__CHANNELS = 2;

	/**
	 * The feature id for the '<em><b>Norm</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int IMAGE_SETTINGS__NORM = 3;

	/**
	 * The number of structural features of the '<em>Image Settings</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int IMAGE_SETTINGS_FEATURE_COUNT = 4;

	/**
	 * The meta object id for the '{@link org.patchwork.model.impl.AugmentationImpl <em>Augmentation</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.patchwork.model.impl.AugmentationImpl
	 * @see org.patchwork.model.impl.ModelPackageImpl#getAugmentation()
	 * @generated
	 */
	int AUGMENTATION = 4;

	/**
	 * The feature id for the '<em><b>Operations</b></em>' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int AUGMENTATION__OPERATIONS = 0;

	/**
	 * The number of structural features of the '<em>Augmentation</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int AUGMENTATION_FEATURE_COUNT = 1;

	/**
	 * The meta object id for the '{@link org.patchwork.model.impl.AugmentationOperationImpl <em>Augmentation Operation</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.patchwork.model.impl.AugmentationOperationImpl
	 * @see org.patchwork.model.impl.ModelPackageImpl#getAugmentationOperation()
	 * @generated
	 */
	int AUGMENTATION_OPERATION = 5;

	/**
	 * The feature id for the '<em><b>Name</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int AUGMENTATION_OPERATION__NAME = 0;

	/**
	 * The feature id for the '<em><b>Value</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int AUGMENTATION_OPERATION__VALUE = 1;

	/**
	 * The number of structural features of the '<em>Augmentation Operation</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int AUGMENTATION_OPERATION_FEATURE_COUNT = 2;

	/**
	 * The meta object id for the '{@link org.patchwork.model.impl.ModelDesignImpl <em>Design</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.patchwork.model.impl.ModelDesignImpl
	 * @see org.patchwork.model.impl.ModelPackageImpl#getModelDesign()
	 * @generated
	 */
	int MODEL_DESIGN = 6;

	/**
	 * The feature id for the '<em><b>Name</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int MODEL_DESIGN__NAME = 0;

	/**
	 * The feature id for the '<em><b>Fine Tuning Id</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int MODEL_DESIGN__FINE_TUNING_ID = 1;

	/**
	 * The feature id for the '<em><b>Fine Tuning</b></em>' map.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int MODEL_DESIGN__FINE_TUNING = 2;

	/**
	 * The feature id for the '<em><b>Output Id</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int MODEL_DESIGN__OUTPUT_ID = 3;

	/**
	 * The feature id for the '<em><b>Output</b></em>' map.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int MODEL_DESIGN__OUTPUT = 4;

	/**
	 * The feature id for the '<em><b>Loss Id</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int MODEL_DESIGN__LOSS_ID = 5;

	/**
	 * The feature id for the '<em><b>Loss</b></em>' map.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int MODEL_DESIGN__LOSS = 6;

	/**
	 * The feature id for the '<em><b>Class Weights</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int MODEL_DESIGN__CLASS_WEIGHTS = 7;

	/**
	 * The number of structural features of the '<em>Design</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int MODEL_DESIGN_FEATURE_COUNT = 8;

	/**
	 * The meta object id for the '{@link org.patchwork.model.impl.TrainingPlanImpl <em>Training Plan</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.patchwork.model.impl.TrainingPlanImpl
	 * @see org.patchwork.model.impl.ModelPackageImpl#getTrainingPlan()
	 * @generated
	 */
	int TRAINING_PLAN = 7;

	/**
	 * The feature id for the '<em><b>Parameters</b></em>' map.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int TRAINING_PLAN__PARAMETERS = 0;

	/**
	 * The feature id for the '<em><b>Live</b></em>' map.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int TRAINING_PLAN__LIVE = 1;

	/**
	 * The feature id for the '<em><b>Unlabelled</b></em>' map.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int TRAINING_PLAN__UNLABELLED = 2;

	/**
	 * The feature id for the '<em><b>Semi Supervised Id</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int TRAINING_PLAN__SEMI_SUPERVISED_ID = 3;

	/**
	 * The feature id for the '<em><b>Semi Supervised</b></em>' map.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int TRAINING_PLAN__SEMI_SUPERVISED = 4;

	/**
	 * The number of structural features of the '<em>Training Plan</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	int TRAINING_PLAN_FEATURE_COUNT = 5;


	/**
	 * Returns the meta object for class '{@link org.patchwork.model.Project <em>Project</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Project</em>'.
	 * @see org.patchwork.model.Project
	 * @generated
	 */
	EClass getProject();

	/**
	 * Returns the meta object for the attribute '{@link org.patchwork.model.Project#getFormatVersion <em>Format Version</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Format Version</em>'.
	 * @see org.patchwork.model.Project#getFormatVersion()
	 * @see #getProject()
	 * @generated
	 */
	EAttribute getProject_FormatVersion();

	/**
	 * Returns the meta object for the attribute '{@link org.patchwork.model.Project#getName <em>Name</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Name</em>'.
	 * @see org.patchwork.model.Project#getName()
	 * @see #getProject()
	 * @generated
	 */
	EAttribute getProject_Name();

	/**
	 * Returns the meta object for the attribute '{@link org.patchwork.model.Project#getImageRoot <em>Image Root</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Image Root</em>'.
	 * @see org.patchwork.model.Project#getImageRoot()
	 * @see #getProject()
	 * @generated
	 */
	EAttribute getProject_ImageRoot();

	/**
	 * Returns the meta object for the attribute '{@link org.patchwork.model.Project#getAnnotator <em>Annotator</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Annotator</em>'.
	 * @see org.patchwork.model.Project#getAnnotator()
	 * @see #getProject()
	 * @generated
	 */
	EAttribute getProject_Annotator();

	/**
	 * Returns the meta object for the containment reference '{@link org.patchwork.model.Project#getSchema <em>Schema</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the containment reference '<em>Schema</em>'.
	 * @see org.patchwork.model.Project#getSchema()
	 * @see #getProject()
	 * @generated
	 */
	EReference getProject_Schema();

	/**
	 * Returns the meta object for the containment reference '{@link org.patchwork.model.Project#getImages <em>Images</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the containment reference '<em>Images</em>'.
	 * @see org.patchwork.model.Project#getImages()
	 * @see #getProject()
	 * @generated
	 */
	EReference getProject_Images();

	/**
	 * Returns the meta object for the containment reference '{@link org.patchwork.model.Project#getAugmentation <em>Augmentation</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the containment reference '<em>Augmentation</em>'.
	 * @see org.patchwork.model.Project#getAugmentation()
	 * @see #getProject()
	 * @generated
	 */
	EReference getProject_Augmentation();

	/**
	 * Returns the meta object for the containment reference list '{@link org.patchwork.model.Project#getDesigns <em>Designs</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the containment reference list '<em>Designs</em>'.
	 * @see org.patchwork.model.Project#getDesigns()
	 * @see #getProject()
	 * @generated
	 */
	EReference getProject_Designs();

	/**
	 * Returns the meta object for the reference '{@link org.patchwork.model.Project#getActiveDesign <em>Active Design</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the reference '<em>Active Design</em>'.
	 * @see org.patchwork.model.Project#getActiveDesign()
	 * @see #getProject()
	 * @generated
	 */
	EReference getProject_ActiveDesign();

	/**
	 * Returns the meta object for the containment reference '{@link org.patchwork.model.Project#getPlan <em>Plan</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the containment reference '<em>Plan</em>'.
	 * @see org.patchwork.model.Project#getPlan()
	 * @see #getProject()
	 * @generated
	 */
	EReference getProject_Plan();

	/**
	 * Returns the meta object for the map '{@link org.patchwork.model.Project#getPretraining <em>Pretraining</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the map '<em>Pretraining</em>'.
	 * @see org.patchwork.model.Project#getPretraining()
	 * @see #getProject()
	 * @generated
	 */
	EReference getProject_Pretraining();

	/**
	 * Returns the meta object for class '{@link org.patchwork.model.LabelSchema <em>Label Schema</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Label Schema</em>'.
	 * @see org.patchwork.model.LabelSchema
	 * @generated
	 */
	EClass getLabelSchema();

	/**
	 * Returns the meta object for the containment reference list '{@link org.patchwork.model.LabelSchema#getClasses <em>Classes</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the containment reference list '<em>Classes</em>'.
	 * @see org.patchwork.model.LabelSchema#getClasses()
	 * @see #getLabelSchema()
	 * @generated
	 */
	EReference getLabelSchema_Classes();

	/**
	 * Returns the meta object for the attribute '{@link org.patchwork.model.LabelSchema#isExclusive <em>Exclusive</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Exclusive</em>'.
	 * @see org.patchwork.model.LabelSchema#isExclusive()
	 * @see #getLabelSchema()
	 * @generated
	 */
	EAttribute getLabelSchema_Exclusive();

	/**
	 * Returns the meta object for the attribute '{@link org.patchwork.model.LabelSchema#isWithImplied <em>With Implied</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>With Implied</em>'.
	 * @see org.patchwork.model.LabelSchema#isWithImplied()
	 * @see #getLabelSchema()
	 * @generated
	 */
	EAttribute getLabelSchema_WithImplied();

	/**
	 * Returns the meta object for class '{@link org.patchwork.model.LabelClass <em>Label Class</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Label Class</em>'.
	 * @see org.patchwork.model.LabelClass
	 * @generated
	 */
	EClass getLabelClass();

	/**
	 * Returns the meta object for the attribute '{@link org.patchwork.model.LabelClass#getId <em>Id</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Id</em>'.
	 * @see org.patchwork.model.LabelClass#getId()
	 * @see #getLabelClass()
	 * @generated
	 */
	EAttribute getLabelClass_Id();

	/**
	 * Returns the meta object for the attribute '{@link org.patchwork.model.LabelClass#getName <em>Name</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Name</em>'.
	 * @see org.patchwork.model.LabelClass#getName()
	 * @see #getLabelClass()
	 * @generated
	 */
	EAttribute getLabelClass_Name();

	/**
	 * Returns the meta object for the attribute '{@link org.patchwork.model.LabelClass#getDescription <em>Description</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Description</em>'.
	 * @see org.patchwork.model.LabelClass#getDescription()
	 * @see #getLabelClass()
	 * @generated
	 */
	EAttribute getLabelClass_Description();

	/**
	 * Returns the meta object for the attribute '{@link org.patchwork.model.LabelClass#getColor <em>Color</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Color</em>'.
	 * @see org.patchwork.model.LabelClass#getColor()
	 * @see #getLabelClass()
	 * @generated
	 */
	EAttribute getLabelClass_Color();

	/**
	 * Returns the meta object for the attribute '{@link org.patchwork.model.LabelClass#getHotKey <em>Hot Key</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Hot Key</em>'.
	 * @see org.patchwork.model.LabelClass#getHotKey()
	 * @see #getLabelClass()
	 * @generated
	 */
	EAttribute getLabelClass_HotKey();

	/**
	 * Returns the meta object for the attribute '{@link org.patchwork.model.LabelClass#getExclusionGroup <em>Exclusion Group</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Exclusion Group</em>'.
	 * @see org.patchwork.model.LabelClass#getExclusionGroup()
	 * @see #getLabelClass()
	 * @generated
	 */
	EAttribute getLabelClass_ExclusionGroup();

	/**
	 * Returns the meta object for the attribute '{@link org.patchwork.model.LabelClass#getParent <em>Parent</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Parent</em>'.
	 * @see org.patchwork.model.LabelClass#getParent()
	 * @see #getLabelClass()
	 * @generated
	 */
	EAttribute getLabelClass_Parent();

	/**
	 * Returns the meta object for the attribute '{@link org.patchwork.model.LabelClass#getGoal <em>Goal</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Goal</em>'.
	 * @see org.patchwork.model.LabelClass#getGoal()
	 * @see #getLabelClass()
	 * @generated
	 */
	EAttribute getLabelClass_Goal();

	/**
	 * Returns the meta object for the attribute list '{@link org.patchwork.model.LabelClass#getExamples <em>Examples</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute list '<em>Examples</em>'.
	 * @see org.patchwork.model.LabelClass#getExamples()
	 * @see #getLabelClass()
	 * @generated
	 */
	EAttribute getLabelClass_Examples();

	/**
	 * Returns the meta object for class '{@link org.patchwork.model.ImageSettings <em>Image Settings</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Image Settings</em>'.
	 * @see org.patchwork.model.ImageSettings
	 * @generated
	 */
	EClass getImageSettings();

	/**
	 * Returns the meta object for the attribute '{@link org.patchwork.model.ImageSettings#getHeight <em>Height</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Height</em>'.
	 * @see org.patchwork.model.ImageSettings#getHeight()
	 * @see #getImageSettings()
	 * @generated
	 */
	EAttribute getImageSettings_Height();

	/**
	 * Returns the meta object for the attribute '{@link org.patchwork.model.ImageSettings#getWidth <em>Width</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Width</em>'.
	 * @see org.patchwork.model.ImageSettings#getWidth()
	 * @see #getImageSettings()
	 * @generated
	 */
	EAttribute getImageSettings_Width();

	/**
	 * Returns the meta object for the attribute '{@link org.patchwork.model.ImageSettings#getChannels <em>Channels</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Channels</em>'.
	 * @see org.patchwork.model.ImageSettings#getChannels()
	 * @see #getImageSettings()
	 * @generated
	 */
	EAttribute getImageSettings_Channels();

	/**
	 * Returns the meta object for the attribute '{@link org.patchwork.model.ImageSettings#getNorm <em>Norm</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Norm</em>'.
	 * @see org.patchwork.model.ImageSettings#getNorm()
	 * @see #getImageSettings()
	 * @generated
	 */
	EAttribute getImageSettings_Norm();

	/**
	 * Returns the meta object for class '{@link org.patchwork.model.Augmentation <em>Augmentation</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Augmentation</em>'.
	 * @see org.patchwork.model.Augmentation
	 * @generated
	 */
	EClass getAugmentation();

	/**
	 * Returns the meta object for the containment reference list '{@link org.patchwork.model.Augmentation#getOperations <em>Operations</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the containment reference list '<em>Operations</em>'.
	 * @see org.patchwork.model.Augmentation#getOperations()
	 * @see #getAugmentation()
	 * @generated
	 */
	EReference getAugmentation_Operations();

	/**
	 * Returns the meta object for class '{@link org.patchwork.model.AugmentationOperation <em>Augmentation Operation</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Augmentation Operation</em>'.
	 * @see org.patchwork.model.AugmentationOperation
	 * @generated
	 */
	EClass getAugmentationOperation();

	/**
	 * Returns the meta object for the attribute '{@link org.patchwork.model.AugmentationOperation#getName <em>Name</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Name</em>'.
	 * @see org.patchwork.model.AugmentationOperation#getName()
	 * @see #getAugmentationOperation()
	 * @generated
	 */
	EAttribute getAugmentationOperation_Name();

	/**
	 * Returns the meta object for the attribute '{@link org.patchwork.model.AugmentationOperation#getValue <em>Value</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Value</em>'.
	 * @see org.patchwork.model.AugmentationOperation#getValue()
	 * @see #getAugmentationOperation()
	 * @generated
	 */
	EAttribute getAugmentationOperation_Value();

	/**
	 * Returns the meta object for class '{@link org.patchwork.model.ModelDesign <em>Design</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Design</em>'.
	 * @see org.patchwork.model.ModelDesign
	 * @generated
	 */
	EClass getModelDesign();

	/**
	 * Returns the meta object for the attribute '{@link org.patchwork.model.ModelDesign#getName <em>Name</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Name</em>'.
	 * @see org.patchwork.model.ModelDesign#getName()
	 * @see #getModelDesign()
	 * @generated
	 */
	EAttribute getModelDesign_Name();

	/**
	 * Returns the meta object for the attribute '{@link org.patchwork.model.ModelDesign#getFineTuningId <em>Fine Tuning Id</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Fine Tuning Id</em>'.
	 * @see org.patchwork.model.ModelDesign#getFineTuningId()
	 * @see #getModelDesign()
	 * @generated
	 */
	EAttribute getModelDesign_FineTuningId();

	/**
	 * Returns the meta object for the map '{@link org.patchwork.model.ModelDesign#getFineTuning <em>Fine Tuning</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the map '<em>Fine Tuning</em>'.
	 * @see org.patchwork.model.ModelDesign#getFineTuning()
	 * @see #getModelDesign()
	 * @generated
	 */
	EReference getModelDesign_FineTuning();

	/**
	 * Returns the meta object for the attribute '{@link org.patchwork.model.ModelDesign#getOutputId <em>Output Id</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Output Id</em>'.
	 * @see org.patchwork.model.ModelDesign#getOutputId()
	 * @see #getModelDesign()
	 * @generated
	 */
	EAttribute getModelDesign_OutputId();

	/**
	 * Returns the meta object for the map '{@link org.patchwork.model.ModelDesign#getOutput <em>Output</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the map '<em>Output</em>'.
	 * @see org.patchwork.model.ModelDesign#getOutput()
	 * @see #getModelDesign()
	 * @generated
	 */
	EReference getModelDesign_Output();

	/**
	 * Returns the meta object for the attribute '{@link org.patchwork.model.ModelDesign#getLossId <em>Loss Id</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Loss Id</em>'.
	 * @see org.patchwork.model.ModelDesign#getLossId()
	 * @see #getModelDesign()
	 * @generated
	 */
	EAttribute getModelDesign_LossId();

	/**
	 * Returns the meta object for the map '{@link org.patchwork.model.ModelDesign#getLoss <em>Loss</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the map '<em>Loss</em>'.
	 * @see org.patchwork.model.ModelDesign#getLoss()
	 * @see #getModelDesign()
	 * @generated
	 */
	EReference getModelDesign_Loss();

	/**
	 * Returns the meta object for the attribute '{@link org.patchwork.model.ModelDesign#getClassWeights <em>Class Weights</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Class Weights</em>'.
	 * @see org.patchwork.model.ModelDesign#getClassWeights()
	 * @see #getModelDesign()
	 * @generated
	 */
	EAttribute getModelDesign_ClassWeights();

	/**
	 * Returns the meta object for class '{@link org.patchwork.model.TrainingPlan <em>Training Plan</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Training Plan</em>'.
	 * @see org.patchwork.model.TrainingPlan
	 * @generated
	 */
	EClass getTrainingPlan();

	/**
	 * Returns the meta object for the map '{@link org.patchwork.model.TrainingPlan#getParameters <em>Parameters</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the map '<em>Parameters</em>'.
	 * @see org.patchwork.model.TrainingPlan#getParameters()
	 * @see #getTrainingPlan()
	 * @generated
	 */
	EReference getTrainingPlan_Parameters();

	/**
	 * Returns the meta object for the map '{@link org.patchwork.model.TrainingPlan#getLive <em>Live</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the map '<em>Live</em>'.
	 * @see org.patchwork.model.TrainingPlan#getLive()
	 * @see #getTrainingPlan()
	 * @generated
	 */
	EReference getTrainingPlan_Live();

	/**
	 * Returns the meta object for the map '{@link org.patchwork.model.TrainingPlan#getUnlabelled <em>Unlabelled</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the map '<em>Unlabelled</em>'.
	 * @see org.patchwork.model.TrainingPlan#getUnlabelled()
	 * @see #getTrainingPlan()
	 * @generated
	 */
	EReference getTrainingPlan_Unlabelled();

	/**
	 * Returns the meta object for the attribute '{@link org.patchwork.model.TrainingPlan#getSemiSupervisedId <em>Semi Supervised Id</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Semi Supervised Id</em>'.
	 * @see org.patchwork.model.TrainingPlan#getSemiSupervisedId()
	 * @see #getTrainingPlan()
	 * @generated
	 */
	EAttribute getTrainingPlan_SemiSupervisedId();

	/**
	 * Returns the meta object for the map '{@link org.patchwork.model.TrainingPlan#getSemiSupervised <em>Semi Supervised</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the map '<em>Semi Supervised</em>'.
	 * @see org.patchwork.model.TrainingPlan#getSemiSupervised()
	 * @see #getTrainingPlan()
	 * @generated
	 */
	EReference getTrainingPlan_SemiSupervised();

	/**
	 * Returns the factory that creates the instances of the model.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the factory that creates the instances of the model.
	 * @generated
	 */
	ModelFactory getModelFactory();

	/**
	 * <!-- begin-user-doc -->
	 * Defines literals for the meta objects that represent
	 * <ul>
	 *   <li>each class,</li>
	 *   <li>each feature of each class,</li>
	 *   <li>each enum,</li>
	 *   <li>and each data type</li>
	 * </ul>
	 * <!-- end-user-doc -->
	 * @generated
	 */
	interface Literals {
		/**
		 * The meta object literal for the '{@link org.patchwork.model.impl.ProjectImpl <em>Project</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.patchwork.model.impl.ProjectImpl
		 * @see org.patchwork.model.impl.ModelPackageImpl#getProject()
		 * @generated
		 */
		EClass PROJECT = eINSTANCE.getProject();

		/**
		 * The meta object literal for the '<em><b>Format Version</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute PROJECT__FORMAT_VERSION = eINSTANCE.getProject_FormatVersion();

		/**
		 * The meta object literal for the '<em><b>Name</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute PROJECT__NAME = eINSTANCE.getProject_Name();

		/**
		 * The meta object literal for the '<em><b>Image Root</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute PROJECT__IMAGE_ROOT = eINSTANCE.getProject_ImageRoot();

		/**
		 * The meta object literal for the '<em><b>Annotator</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute PROJECT__ANNOTATOR = eINSTANCE.getProject_Annotator();

		/**
		 * The meta object literal for the '<em><b>Schema</b></em>' containment reference feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EReference PROJECT__SCHEMA = eINSTANCE.getProject_Schema();

		/**
		 * The meta object literal for the '<em><b>Images</b></em>' containment reference feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EReference PROJECT__IMAGES = eINSTANCE.getProject_Images();

		/**
		 * The meta object literal for the '<em><b>Augmentation</b></em>' containment reference feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EReference PROJECT__AUGMENTATION = eINSTANCE.getProject_Augmentation();

		/**
		 * The meta object literal for the '<em><b>Designs</b></em>' containment reference list feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EReference PROJECT__DESIGNS = eINSTANCE.getProject_Designs();

		/**
		 * The meta object literal for the '<em><b>Active Design</b></em>' reference feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EReference PROJECT__ACTIVE_DESIGN = eINSTANCE.getProject_ActiveDesign();

		/**
		 * The meta object literal for the '<em><b>Plan</b></em>' containment reference feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EReference PROJECT__PLAN = eINSTANCE.getProject_Plan();

		/**
		 * The meta object literal for the '<em><b>Pretraining</b></em>' map feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EReference PROJECT__PRETRAINING = eINSTANCE.getProject_Pretraining();

		/**
		 * The meta object literal for the '{@link org.patchwork.model.impl.LabelSchemaImpl <em>Label Schema</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.patchwork.model.impl.LabelSchemaImpl
		 * @see org.patchwork.model.impl.ModelPackageImpl#getLabelSchema()
		 * @generated
		 */
		EClass LABEL_SCHEMA = eINSTANCE.getLabelSchema();

		/**
		 * The meta object literal for the '<em><b>Classes</b></em>' containment reference list feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EReference LABEL_SCHEMA__CLASSES = eINSTANCE.getLabelSchema_Classes();

		/**
		 * The meta object literal for the '<em><b>Exclusive</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute LABEL_SCHEMA__EXCLUSIVE = eINSTANCE.getLabelSchema_Exclusive();

		/**
		 * The meta object literal for the '<em><b>With Implied</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute LABEL_SCHEMA__WITH_IMPLIED = eINSTANCE.getLabelSchema_WithImplied();

		/**
		 * The meta object literal for the '{@link org.patchwork.model.impl.LabelClassImpl <em>Label Class</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.patchwork.model.impl.LabelClassImpl
		 * @see org.patchwork.model.impl.ModelPackageImpl#getLabelClass()
		 * @generated
		 */
		EClass LABEL_CLASS = eINSTANCE.getLabelClass();

		/**
		 * The meta object literal for the '<em><b>Id</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute LABEL_CLASS__ID = eINSTANCE.getLabelClass_Id();

		/**
		 * The meta object literal for the '<em><b>Name</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute LABEL_CLASS__NAME = eINSTANCE.getLabelClass_Name();

		/**
		 * The meta object literal for the '<em><b>Description</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute LABEL_CLASS__DESCRIPTION = eINSTANCE.getLabelClass_Description();

		/**
		 * The meta object literal for the '<em><b>Color</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute LABEL_CLASS__COLOR = eINSTANCE.getLabelClass_Color();

		/**
		 * The meta object literal for the '<em><b>Hot Key</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute LABEL_CLASS__HOT_KEY = eINSTANCE.getLabelClass_HotKey();

		/**
		 * The meta object literal for the '<em><b>Exclusion Group</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute LABEL_CLASS__EXCLUSION_GROUP = eINSTANCE.getLabelClass_ExclusionGroup();

		/**
		 * The meta object literal for the '<em><b>Parent</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute LABEL_CLASS__PARENT = eINSTANCE.getLabelClass_Parent();

		/**
		 * The meta object literal for the '<em><b>Goal</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute LABEL_CLASS__GOAL = eINSTANCE.getLabelClass_Goal();

		/**
		 * The meta object literal for the '<em><b>Examples</b></em>' attribute list feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute LABEL_CLASS__EXAMPLES = eINSTANCE.getLabelClass_Examples();

		/**
		 * The meta object literal for the '{@link org.patchwork.model.impl.ImageSettingsImpl <em>Image Settings</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.patchwork.model.impl.ImageSettingsImpl
		 * @see org.patchwork.model.impl.ModelPackageImpl#getImageSettings()
		 * @generated
		 */
		EClass IMAGE_SETTINGS = eINSTANCE.getImageSettings();

		/**
		 * The meta object literal for the '<em><b>Height</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute IMAGE_SETTINGS__HEIGHT = eINSTANCE.getImageSettings_Height();

		/**
		 * The meta object literal for the '<em><b>Width</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute IMAGE_SETTINGS__WIDTH = eINSTANCE.getImageSettings_Width();

		/**
		 * The meta object literal for the '<em><b>Channels</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute IMAGE_SETTINGS__CHANNELS = eINSTANCE.getImageSettings_Channels();

		/**
		 * The meta object literal for the '<em><b>Norm</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute IMAGE_SETTINGS__NORM = eINSTANCE.getImageSettings_Norm();

		/**
		 * The meta object literal for the '{@link org.patchwork.model.impl.AugmentationImpl <em>Augmentation</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.patchwork.model.impl.AugmentationImpl
		 * @see org.patchwork.model.impl.ModelPackageImpl#getAugmentation()
		 * @generated
		 */
		EClass AUGMENTATION = eINSTANCE.getAugmentation();

		/**
		 * The meta object literal for the '<em><b>Operations</b></em>' containment reference list feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EReference AUGMENTATION__OPERATIONS = eINSTANCE.getAugmentation_Operations();

		/**
		 * The meta object literal for the '{@link org.patchwork.model.impl.AugmentationOperationImpl <em>Augmentation Operation</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.patchwork.model.impl.AugmentationOperationImpl
		 * @see org.patchwork.model.impl.ModelPackageImpl#getAugmentationOperation()
		 * @generated
		 */
		EClass AUGMENTATION_OPERATION = eINSTANCE.getAugmentationOperation();

		/**
		 * The meta object literal for the '<em><b>Name</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute AUGMENTATION_OPERATION__NAME = eINSTANCE.getAugmentationOperation_Name();

		/**
		 * The meta object literal for the '<em><b>Value</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute AUGMENTATION_OPERATION__VALUE = eINSTANCE.getAugmentationOperation_Value();

		/**
		 * The meta object literal for the '{@link org.patchwork.model.impl.ModelDesignImpl <em>Design</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.patchwork.model.impl.ModelDesignImpl
		 * @see org.patchwork.model.impl.ModelPackageImpl#getModelDesign()
		 * @generated
		 */
		EClass MODEL_DESIGN = eINSTANCE.getModelDesign();

		/**
		 * The meta object literal for the '<em><b>Name</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute MODEL_DESIGN__NAME = eINSTANCE.getModelDesign_Name();

		/**
		 * The meta object literal for the '<em><b>Fine Tuning Id</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute MODEL_DESIGN__FINE_TUNING_ID = eINSTANCE.getModelDesign_FineTuningId();

		/**
		 * The meta object literal for the '<em><b>Fine Tuning</b></em>' map feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EReference MODEL_DESIGN__FINE_TUNING = eINSTANCE.getModelDesign_FineTuning();

		/**
		 * The meta object literal for the '<em><b>Output Id</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute MODEL_DESIGN__OUTPUT_ID = eINSTANCE.getModelDesign_OutputId();

		/**
		 * The meta object literal for the '<em><b>Output</b></em>' map feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EReference MODEL_DESIGN__OUTPUT = eINSTANCE.getModelDesign_Output();

		/**
		 * The meta object literal for the '<em><b>Loss Id</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute MODEL_DESIGN__LOSS_ID = eINSTANCE.getModelDesign_LossId();

		/**
		 * The meta object literal for the '<em><b>Loss</b></em>' map feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EReference MODEL_DESIGN__LOSS = eINSTANCE.getModelDesign_Loss();

		/**
		 * The meta object literal for the '<em><b>Class Weights</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute MODEL_DESIGN__CLASS_WEIGHTS = eINSTANCE.getModelDesign_ClassWeights();

		/**
		 * The meta object literal for the '{@link org.patchwork.model.impl.TrainingPlanImpl <em>Training Plan</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see org.patchwork.model.impl.TrainingPlanImpl
		 * @see org.patchwork.model.impl.ModelPackageImpl#getTrainingPlan()
		 * @generated
		 */
		EClass TRAINING_PLAN = eINSTANCE.getTrainingPlan();

		/**
		 * The meta object literal for the '<em><b>Parameters</b></em>' map feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EReference TRAINING_PLAN__PARAMETERS = eINSTANCE.getTrainingPlan_Parameters();

		/**
		 * The meta object literal for the '<em><b>Live</b></em>' map feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EReference TRAINING_PLAN__LIVE = eINSTANCE.getTrainingPlan_Live();

		/**
		 * The meta object literal for the '<em><b>Unlabelled</b></em>' map feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EReference TRAINING_PLAN__UNLABELLED = eINSTANCE.getTrainingPlan_Unlabelled();

		/**
		 * The meta object literal for the '<em><b>Semi Supervised Id</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EAttribute TRAINING_PLAN__SEMI_SUPERVISED_ID = eINSTANCE.getTrainingPlan_SemiSupervisedId();

		/**
		 * The meta object literal for the '<em><b>Semi Supervised</b></em>' map feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		EReference TRAINING_PLAN__SEMI_SUPERVISED = eINSTANCE.getTrainingPlan_SemiSupervised();

	}

} //ModelPackage
