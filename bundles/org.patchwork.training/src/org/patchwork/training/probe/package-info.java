// SPDX-License-Identifier: MIT
/**
 * The learning curve of feature extractors: how well a linear classifier tells a class apart on
 * their features, by the number of labels it learns from.
 *
 * <p>Start reading at {@link org.patchwork.training.probe.ProbeService}. A call blocks its thread
 * until it is done; never call one on a display thread.
 */
package org.patchwork.training.probe;
