// SPDX-License-Identifier: MIT
/**
 * Divides images into segments without knowing what is on them. Everything is immutable and
 * thread-safe. Start reading at {@link org.patchwork.image.segmentation.Superpixels}.
 */
package org.patchwork.image.segmentation;
