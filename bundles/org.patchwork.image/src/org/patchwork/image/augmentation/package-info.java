// SPDX-License-Identifier: MIT
/**
 * Random changes of training images: the contract, the twenty operations that are shipped, and the
 * pipeline that applies those a project has switched on.
 *
 * <p>Start reading at {@link org.patchwork.image.augmentation.Augmenter}. Images are brought to
 * their size before they are augmented, and the operations are applied in the order of the catalog.
 * Everything here may be called from any thread.
 */
package org.patchwork.image.augmentation;
