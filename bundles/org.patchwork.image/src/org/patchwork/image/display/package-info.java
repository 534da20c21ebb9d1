// SPDX-License-Identifier: MIT
/**
 * How images are shown: which bands, adaptive equalisation, brightness and contrast. Nothing here
 * is ever on the way to training, features or prediction; those read through {@link
 * org.patchwork.image.ImageLoader#load}, which knows no display settings.
 *
 * <p>Numbers in, numbers out: nothing here knows files, thumbnails or SWT. Start reading at {@link
 * org.patchwork.image.display.DisplaySettings}; {@link org.patchwork.image.display.DisplayFilter}
 * applies them. All classes are immutable and may be used on any thread, but a large picture takes
 * a while: not on the display thread.
 */
package org.patchwork.image.display;
