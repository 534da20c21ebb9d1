// SPDX-License-Identifier: MIT
/**
 * Label propagation: the labels given so far spread along the graph of similar images until every
 * image has a probability for every class. Needs features and labels, no model and no engine.
 *
 * <p>Start reading at {@link org.patchwork.training.propagation.PropagationService}. A call blocks
 * its thread until it is done; never call one on a display thread.
 */
package org.patchwork.training.propagation;
