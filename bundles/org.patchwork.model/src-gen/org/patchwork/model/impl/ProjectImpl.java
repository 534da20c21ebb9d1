// SPDX-License-Identifier: MIT
package org.patchwork.model.impl;

import java.util.Collection;

import org.eclipse.emf.common.notify.Notification;
import org.eclipse.emf.common.notify.NotificationChain;

import org.eclipse.emf.common.util.EList;
import org.eclipse.emf.common.util.EMap;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.EcorePackage;
import org.eclipse.emf.ecore.InternalEObject;

import org.eclipse.emf.ecore.impl.ENotificationImpl;
import org.eclipse.emf.ecore.impl.EStringToStringMapEntryImpl;
import org.eclipse.emf.ecore.impl.MinimalEObjectImpl;

import org.eclipse.emf.ecore.util.EObjectContainmentEList;
import org.eclipse.emf.ecore.util.EcoreEMap;
import org.eclipse.emf.ecore.util.InternalEList;

import org.patchwork.model.Augmentation;
import org.patchwork.model.ImageSettings;
import org.patchwork.model.LabelSchema;
import org.patchwork.model.ModelDesign;
import org.patchwork.model.ModelPackage;
import org.patchwork.model.Project;
import org.patchwork.model.TrainingPlan;

/**
 * <!-- begin-user-doc -->
 * An implementation of the model object '<em><b>Project</b></em>'.
 * <!-- end-user-doc -->
 * <p>
 * The following features are implemented:
 * </p>
 * <ul>
 *   <li>{@link org.patchwork.model.impl.ProjectImpl#getFormatVersion <em>Format Version</em>}</li>
 *   <li>{@link org.patchwork.model.impl.ProjectImpl#getName <em>Name</em>}</li>
 *   <li>{@link org.patchwork.model.impl.ProjectImpl#getImageRoot <em>Image Root</em>}</li>
 *   <li>{@link org.patchwork.model.impl.ProjectImpl#getAnnotator <em>Annotator</em>}</li>
 *   <li>{@link org.patchwork.model.impl.ProjectImpl#getSchema <em>Schema</em>}</li>
 *   <li>{@link org.patchwork.model.impl.ProjectImpl#getImages <em>Images</em>}</li>
 *   <li>{@link org.patchwork.model.impl.ProjectImpl#getAugmentation <em>Augmentation</em>}</li>
 *   <li>{@link org.patchwork.model.impl.ProjectImpl#getDesigns <em>Designs</em>}</li>
 *   <li>{@link org.patchwork.model.impl.ProjectImpl#getActiveDesign <em>Active Design</em>}</li>
 *   <li>{@link org.patchwork.model.impl.ProjectImpl#getPlan <em>Plan</em>}</li>
 *   <li>{@link org.patchwork.model.impl.ProjectImpl#getPretraining <em>Pretraining</em>}</li>
 * </ul>
 *
 * @generated
 */
public class ProjectImpl extends MinimalEObjectImpl.Container implements Project {
	/**
	 * The default value of the '{@link #getFormatVersion() <em>Format Version</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getFormatVersion()
	 * @generated
	 * @ordered
	 */
	protected static final int FORMAT_VERSION_EDEFAULT = 0;

	/**
	 * The cached value of the '{@link #getFormatVersion() <em>Format Version</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getFormatVersion()
	 * @generated
	 * @ordered
	 */
	protected int formatVersion = FORMAT_VERSION_EDEFAULT;

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
	 * The default value of the '{@link #getImageRoot() <em>Image Root</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getImageRoot()
	 * @generated
	 * @ordered
	 */
	protected static final String IMAGE_ROOT_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getImageRoot() <em>Image Root</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getImageRoot()
	 * @generated
	 * @ordered
	 */
	protected String imageRoot = IMAGE_ROOT_EDEFAULT;

	/**
	 * The default value of the '{@link #getAnnotator() <em>Annotator</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getAnnotator()
	 * @generated
	 * @ordered
	 */
	protected static final String ANNOTATOR_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getAnnotator() <em>Annotator</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getAnnotator()
	 * @generated
	 * @ordered
	 */
	protected String annotator = ANNOTATOR_EDEFAULT;

	/**
	 * The cached value of the '{@link #getSchema() <em>Schema</em>}' containment reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getSchema()
	 * @generated
	 * @ordered
	 */
	protected LabelSchema schema;

	/**
	 * The cached value of the '{@link #getImages() <em>Images</em>}' containment reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getImages()
	 * @generated
	 * @ordered
	 */
	protected ImageSettings images;

	/**
	 * The cached value of the '{@link #getAugmentation() <em>Augmentation</em>}' containment reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getAugmentation()
	 * @generated
	 * @ordered
	 */
	protected Augmentation augmentation;

	/**
	 * The cached value of the '{@link #getDesigns() <em>Designs</em>}' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getDesigns()
	 * @generated
	 * @ordered
	 */
	protected EList<ModelDesign> designs;

	/**
	 * The cached value of the '{@link #getActiveDesign() <em>Active Design</em>}' reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getActiveDesign()
	 * @generated
	 * @ordered
	 */
	protected ModelDesign activeDesign;

	/**
	 * The cached value of the '{@link #getPlan() <em>Plan</em>}' containment reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getPlan()
	 * @generated
	 * @ordered
	 */
	protected TrainingPlan plan;

	/**
	 * The cached value of the '{@link #getPretraining() <em>Pretraining</em>}' map.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getPretraining()
	 * @generated
	 * @ordered
	 */
	protected EMap<String, String> pretraining;

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	protected ProjectImpl() {
		super();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	protected EClass eStaticClass() {
		return ModelPackage.Literals.PROJECT;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public int getFormatVersion() {
		return formatVersion;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setFormatVersion(int newFormatVersion) {
		int oldFormatVersion = formatVersion;
		formatVersion = newFormatVersion;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, ModelPackage.PROJECT__FORMAT_VERSION, oldFormatVersion, formatVersion));
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
			eNotify(new ENotificationImpl(this, Notification.SET, ModelPackage.PROJECT__NAME, oldName, name));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public String getImageRoot() {
		return imageRoot;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setImageRoot(String newImageRoot) {
		String oldImageRoot = imageRoot;
		imageRoot = newImageRoot;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, ModelPackage.PROJECT__IMAGE_ROOT, oldImageRoot, imageRoot));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public String getAnnotator() {
		return annotator;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setAnnotator(String newAnnotator) {
		String oldAnnotator = annotator;
		annotator = newAnnotator;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, ModelPackage.PROJECT__ANNOTATOR, oldAnnotator, annotator));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public LabelSchema getSchema() {
		return schema;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public NotificationChain basicSetSchema(LabelSchema newSchema, NotificationChain msgs) {
		LabelSchema oldSchema = schema;
		schema = newSchema;
		if (eNotificationRequired()) {
			ENotificationImpl notification = new ENotificationImpl(this, Notification.SET, ModelPackage.PROJECT__SCHEMA, oldSchema, newSchema);
			if (msgs == null) msgs = notification; else msgs.add(notification);
		}
		return msgs;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setSchema(LabelSchema newSchema) {
		if (newSchema != schema) {
			NotificationChain msgs = null;
			if (schema != null)
				msgs = ((InternalEObject)schema).eInverseRemove(this, EOPPOSITE_FEATURE_BASE - ModelPackage.PROJECT__SCHEMA, null, msgs);
			if (newSchema != null)
				msgs = ((InternalEObject)newSchema).eInverseAdd(this, EOPPOSITE_FEATURE_BASE - ModelPackage.PROJECT__SCHEMA, null, msgs);
			msgs = basicSetSchema(newSchema, msgs);
			if (msgs != null) msgs.dispatch();
		}
		else if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, ModelPackage.PROJECT__SCHEMA, newSchema, newSchema));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public ImageSettings getImages() {
		return images;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public NotificationChain basicSetImages(ImageSettings newImages, NotificationChain msgs) {
		ImageSettings oldImages = images;
		images = newImages;
		if (eNotificationRequired()) {
			ENotificationImpl notification = new ENotificationImpl(this, Notification.SET, ModelPackage.PROJECT__IMAGES, oldImages, newImages);
			if (msgs == null) msgs = notification; else msgs.add(notification);
		}
		return msgs;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setImages(ImageSettings newImages) {
		if (newImages != images) {
			NotificationChain msgs = null;
			if (images != null)
				msgs = ((InternalEObject)images).eInverseRemove(this, EOPPOSITE_FEATURE_BASE - ModelPackage.PROJECT__IMAGES, null, msgs);
			if (newImages != null)
				msgs = ((InternalEObject)newImages).eInverseAdd(this, EOPPOSITE_FEATURE_BASE - ModelPackage.PROJECT__IMAGES, null, msgs);
			msgs = basicSetImages(newImages, msgs);
			if (msgs != null) msgs.dispatch();
		}
		else if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, ModelPackage.PROJECT__IMAGES, newImages, newImages));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Augmentation getAugmentation() {
		return augmentation;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public NotificationChain basicSetAugmentation(Augmentation newAugmentation, NotificationChain msgs) {
		Augmentation oldAugmentation = augmentation;
		augmentation = newAugmentation;
		if (eNotificationRequired()) {
			ENotificationImpl notification = new ENotificationImpl(this, Notification.SET, ModelPackage.PROJECT__AUGMENTATION, oldAugmentation, newAugmentation);
			if (msgs == null) msgs = notification; else msgs.add(notification);
		}
		return msgs;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setAugmentation(Augmentation newAugmentation) {
		if (newAugmentation != augmentation) {
			NotificationChain msgs = null;
			if (augmentation != null)
				msgs = ((InternalEObject)augmentation).eInverseRemove(this, EOPPOSITE_FEATURE_BASE - ModelPackage.PROJECT__AUGMENTATION, null, msgs);
			if (newAugmentation != null)
				msgs = ((InternalEObject)newAugmentation).eInverseAdd(this, EOPPOSITE_FEATURE_BASE - ModelPackage.PROJECT__AUGMENTATION, null, msgs);
			msgs = basicSetAugmentation(newAugmentation, msgs);
			if (msgs != null) msgs.dispatch();
		}
		else if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, ModelPackage.PROJECT__AUGMENTATION, newAugmentation, newAugmentation));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public EList<ModelDesign> getDesigns() {
		if (designs == null) {
			designs = new EObjectContainmentEList<ModelDesign>(ModelDesign.class, this, ModelPackage.PROJECT__DESIGNS);
		}
		return designs;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public ModelDesign getActiveDesign() {
		if (activeDesign != null && activeDesign.eIsProxy()) {
			InternalEObject oldActiveDesign = (InternalEObject)activeDesign;
			activeDesign = (ModelDesign)eResolveProxy(oldActiveDesign);
			if (activeDesign != oldActiveDesign) {
				if (eNotificationRequired())
					eNotify(new ENotificationImpl(this, Notification.RESOLVE, ModelPackage.PROJECT__ACTIVE_DESIGN, oldActiveDesign, activeDesign));
			}
		}
		return activeDesign;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public ModelDesign basicGetActiveDesign() {
		return activeDesign;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setActiveDesign(ModelDesign newActiveDesign) {
		ModelDesign oldActiveDesign = activeDesign;
		activeDesign = newActiveDesign;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, ModelPackage.PROJECT__ACTIVE_DESIGN, oldActiveDesign, activeDesign));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public TrainingPlan getPlan() {
		return plan;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public NotificationChain basicSetPlan(TrainingPlan newPlan, NotificationChain msgs) {
		TrainingPlan oldPlan = plan;
		plan = newPlan;
		if (eNotificationRequired()) {
			ENotificationImpl notification = new ENotificationImpl(this, Notification.SET, ModelPackage.PROJECT__PLAN, oldPlan, newPlan);
			if (msgs == null) msgs = notification; else msgs.add(notification);
		}
		return msgs;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setPlan(TrainingPlan newPlan) {
		if (newPlan != plan) {
			NotificationChain msgs = null;
			if (plan != null)
				msgs = ((InternalEObject)plan).eInverseRemove(this, EOPPOSITE_FEATURE_BASE - ModelPackage.PROJECT__PLAN, null, msgs);
			if (newPlan != null)
				msgs = ((InternalEObject)newPlan).eInverseAdd(this, EOPPOSITE_FEATURE_BASE - ModelPackage.PROJECT__PLAN, null, msgs);
			msgs = basicSetPlan(newPlan, msgs);
			if (msgs != null) msgs.dispatch();
		}
		else if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, ModelPackage.PROJECT__PLAN, newPlan, newPlan));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public EMap<String, String> getPretraining() {
		if (pretraining == null) {
			pretraining = new EcoreEMap<String,String>(EcorePackage.Literals.ESTRING_TO_STRING_MAP_ENTRY, EStringToStringMapEntryImpl.class, this, ModelPackage.PROJECT__PRETRAINING);
		}
		return pretraining;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public NotificationChain eInverseRemove(InternalEObject otherEnd, int featureID, NotificationChain msgs) {
		switch (featureID) {
			case ModelPackage.PROJECT__SCHEMA:
				return basicSetSchema(null, msgs);
			case ModelPackage.PROJECT__IMAGES:
				return basicSetImages(null, msgs);
			case ModelPackage.PROJECT__AUGMENTATION:
				return basicSetAugmentation(null, msgs);
			case ModelPackage.PROJECT__DESIGNS:
				return ((InternalEList<?>)getDesigns()).basicRemove(otherEnd, msgs);
			case ModelPackage.PROJECT__PLAN:
				return basicSetPlan(null, msgs);
			case ModelPackage.PROJECT__PRETRAINING:
				return ((InternalEList<?>)getPretraining()).basicRemove(otherEnd, msgs);
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
			case ModelPackage.PROJECT__FORMAT_VERSION:
				return getFormatVersion();
			case ModelPackage.PROJECT__NAME:
				return getName();
			case ModelPackage.PROJECT__IMAGE_ROOT:
				return getImageRoot();
			case ModelPackage.PROJECT__ANNOTATOR:
				return getAnnotator();
			case ModelPackage.PROJECT__SCHEMA:
				return getSchema();
			case ModelPackage.PROJECT__IMAGES:
				return getImages();
			case ModelPackage.PROJECT__AUGMENTATION:
				return getAugmentation();
			case ModelPackage.PROJECT__DESIGNS:
				return getDesigns();
			case ModelPackage.PROJECT__ACTIVE_DESIGN:
				if (resolve) return getActiveDesign();
				return basicGetActiveDesign();
			case ModelPackage.PROJECT__PLAN:
				return getPlan();
			case ModelPackage.PROJECT__PRETRAINING:
				if (coreType) return getPretraining();
				else return getPretraining().map();
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
			case ModelPackage.PROJECT__FORMAT_VERSION:
				setFormatVersion((Integer)newValue);
				return;
			case ModelPackage.PROJECT__NAME:
				setName((String)newValue);
				return;
			case ModelPackage.PROJECT__IMAGE_ROOT:
				setImageRoot((String)newValue);
				return;
			case ModelPackage.PROJECT__ANNOTATOR:
				setAnnotator((String)newValue);
				return;
			case ModelPackage.PROJECT__SCHEMA:
				setSchema((LabelSchema)newValue);
				return;
			case ModelPackage.PROJECT__IMAGES:
				setImages((ImageSettings)newValue);
				return;
			case ModelPackage.PROJECT__AUGMENTATION:
				setAugmentation((Augmentation)newValue);
				return;
			case ModelPackage.PROJECT__DESIGNS:
				getDesigns().clear();
				getDesigns().addAll((Collection<? extends ModelDesign>)newValue);
				return;
			case ModelPackage.PROJECT__ACTIVE_DESIGN:
				setActiveDesign((ModelDesign)newValue);
				return;
			case ModelPackage.PROJECT__PLAN:
				setPlan((TrainingPlan)newValue);
				return;
			case ModelPackage.PROJECT__PRETRAINING:
				((EStructuralFeature.Setting)getPretraining()).set(newValue);
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
			case ModelPackage.PROJECT__FORMAT_VERSION:
				setFormatVersion(FORMAT_VERSION_EDEFAULT);
				return;
			case ModelPackage.PROJECT__NAME:
				setName(NAME_EDEFAULT);
				return;
			case ModelPackage.PROJECT__IMAGE_ROOT:
				setImageRoot(IMAGE_ROOT_EDEFAULT);
				return;
			case ModelPackage.PROJECT__ANNOTATOR:
				setAnnotator(ANNOTATOR_EDEFAULT);
				return;
			case ModelPackage.PROJECT__SCHEMA:
				setSchema((LabelSchema)null);
				return;
			case ModelPackage.PROJECT__IMAGES:
				setImages((ImageSettings)null);
				return;
			case ModelPackage.PROJECT__AUGMENTATION:
				setAugmentation((Augmentation)null);
				return;
			case ModelPackage.PROJECT__DESIGNS:
				getDesigns().clear();
				return;
			case ModelPackage.PROJECT__ACTIVE_DESIGN:
				setActiveDesign((ModelDesign)null);
				return;
			case ModelPackage.PROJECT__PLAN:
				setPlan((TrainingPlan)null);
				return;
			case ModelPackage.PROJECT__PRETRAINING:
				getPretraining().clear();
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
			case ModelPackage.PROJECT__FORMAT_VERSION:
				return formatVersion != FORMAT_VERSION_EDEFAULT;
			case ModelPackage.PROJECT__NAME:
				return NAME_EDEFAULT == null ? name != null : !NAME_EDEFAULT.equals(name);
			case ModelPackage.PROJECT__IMAGE_ROOT:
				return IMAGE_ROOT_EDEFAULT == null ? imageRoot != null : !IMAGE_ROOT_EDEFAULT.equals(imageRoot);
			case ModelPackage.PROJECT__ANNOTATOR:
				return ANNOTATOR_EDEFAULT == null ? annotator != null : !ANNOTATOR_EDEFAULT.equals(annotator);
			case ModelPackage.PROJECT__SCHEMA:
				return schema != null;
			case ModelPackage.PROJECT__IMAGES:
				return images != null;
			case ModelPackage.PROJECT__AUGMENTATION:
				return augmentation != null;
			case ModelPackage.PROJECT__DESIGNS:
				return designs != null && !designs.isEmpty();
			case ModelPackage.PROJECT__ACTIVE_DESIGN:
				return activeDesign != null;
			case ModelPackage.PROJECT__PLAN:
				return plan != null;
			case ModelPackage.PROJECT__PRETRAINING:
				return pretraining != null && !pretraining.isEmpty();
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
		result.append(" (formatVersion: ");
		result.append(formatVersion);
		result.append(", name: ");
		result.append(name);
		result.append(", imageRoot: ");
		result.append(imageRoot);
		result.append(", annotator: ");
		result.append(annotator);
		result.append(')');
		return result.toString();
	}

} //ProjectImpl
