// SPDX-License-Identifier: MIT
/**
 * Pixels without a screen: readers, resizing, and the thumbnail store. The one loader of the
 * product: what is shown and what is trained on come through the same code.
 *
 * <p>Start reading at {@link org.patchwork.image.ImageLoader}: it goes from an {@link
 * org.patchwork.image.ImageReference} by an {@link org.patchwork.image.ImageReader} of the catalog
 * to an {@link org.patchwork.image.InputSpec}. {@link org.patchwork.image.ImageSource} is what
 * extractors read from, {@link org.patchwork.image.ThumbnailStore} what the grid asks.
 *
 * <p>Everything may be called from any thread but the display thread, except {@link
 * org.patchwork.image.ThumbnailStore#request}, which returns at once.
 */
package org.patchwork.image;
