// SPDX-License-Identifier: MIT
/**
 * Which pixels of an image make its features what they are. Start reading at {@link
 * org.patchwork.training.attribution.FeatureAttribution}; nothing here needs a project or a screen.
 */
package org.patchwork.training.attribution;
