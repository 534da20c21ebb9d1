// SPDX-License-Identifier: MIT
/**
 * Pixels without a screen: readers, resizing, and the thumbnail store. The one loader of the product: what is shown and
 * what is trained on come through the same code.
 *
 * <p>Start reading at {@link org.patchwork.image.ImageSource}. Everything may be called from any thread but the display
 * thread.
 */
package org.patchwork.image;
