// SPDX-License-Identifier: MIT
package org.patchwork.model;

import org.eclipse.emf.ecore.EObject;

/**
 * <!-- begin-user-doc -->
 * A representation of the model object '<em><b>Image Settings</b></em>'.
 * <!-- end-user-doc -->
 *
 * <!-- begin-model-doc -->
 * The form in which images enter a network that is trained on pixels.
 * <!-- end-model-doc -->
 *
 * <p>
 * The following features are supported:
 * </p>
 * <ul>
 *   <li>{@link org.patchwork.model.ImageSettings#getHeight <em>Height</em>}</li>
 *   <li>{@link org.patchwork.model.ImageSettings#getWidth <em>Width</em>}</li>
 *   <li>{@link org.patchwork.model.ImageSettings#getChannels <em>Channels</em>}</li>
 *   <li>{@link org.patchwork.model.ImageSettings#getNorm <em>Norm</em>}</li>
 * </ul>
 *
 * @see org.patchwork.model.ModelPackage#getImageSettings()
 * @model
 * @generated
 */
public interface ImageSettings extends EObject {
	/**
	 * Returns the value of the '<em><b>Height</b></em>' attribute.
	 * The default value is <code>"256"</code>.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Height</em>' attribute.
	 * @see #setHeight(int)
	 * @see org.patchwork.model.ModelPackage#getImageSettings_Height()
	 * @model default="256"
	 * @generated
	 */
	int getHeight();

	/**
	 * Sets the value of the '{@link org.patchwork.model.ImageSettings#getHeight <em>Height</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Height</em>' attribute.
	 * @see #getHeight()
	 * @generated
	 */
	void setHeight(int value);

	/**
	 * Returns the value of the '<em><b>Width</b></em>' attribute.
	 * The default value is <code>"256"</code>.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Width</em>' attribute.
	 * @see #setWidth(int)
	 * @see org.patchwork.model.ModelPackage#getImageSettings_Width()
	 * @model default="256"
	 * @generated
	 */
	int getWidth();

	/**
	 * Sets the value of the '{@link org.patchwork.model.ImageSettings#getWidth <em>Width</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Width</em>' attribute.
	 * @see #getWidth()
	 * @generated
	 */
	void setWidth(int value);

	/**
	 * Returns the value of the '<em><b>Channels</b></em>' attribute.
	 * The default value is <code>"3"</code>.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Channels</em>' attribute.
	 * @see #setChannels(int)
	 * @see org.patchwork.model.ModelPackage#getImageSettings_Channels()
	 * @model default="3"
	 * @generated
	 */
	int getChannels();

	/**
	 * Sets the value of the '{@link org.patchwork.model.ImageSettings#getChannels <em>Channels</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Channels</em>' attribute.
	 * @see #getChannels()
	 * @generated
	 */
	void setChannels(int value);

	/**
	 * Returns the value of the '<em><b>Norm</b></em>' attribute.
	 * The default value is <code>"255"</code>.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * The raw value that becomes 1.0: 255 for 8-bit images, 65535 for 16-bit, 1 for float.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Norm</em>' attribute.
	 * @see #setNorm(double)
	 * @see org.patchwork.model.ModelPackage#getImageSettings_Norm()
	 * @model default="255"
	 * @generated
	 */
	double getNorm();

	/**
	 * Sets the value of the '{@link org.patchwork.model.ImageSettings#getNorm <em>Norm</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Norm</em>' attribute.
	 * @see #getNorm()
	 * @generated
	 */
	void setNorm(double value);

} // ImageSettings
