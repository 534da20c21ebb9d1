// SPDX-License-Identifier: MIT
/**
 * The feature map: images as points in the plane, similar ones near each other, and what a model
 * makes of each for one class.
 *
 * <p>Start reading at {@link org.patchwork.training.map.FeatureMapService}. A call blocks its
 * thread until it is done; never call one on a display thread.
 */
package org.patchwork.training.map;
