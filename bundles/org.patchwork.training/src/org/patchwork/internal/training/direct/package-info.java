// SPDX-License-Identifier: MIT
/**
 * Small networks in plain Java. A head over feature vectors is two matrix products and a few
 * hundred numbers besides; an engine spends most of such a step on getting started. Here the
 * building code of a design ({@link org.patchwork.learn.network.NetworkFunction}) is written down
 * once as a tape of steps over arrays, played forward for the loss and backward for the gradients.
 * The loops are written so that the compiler turns them into vector instructions.
 *
 * <p>Start reading at {@link org.patchwork.internal.training.direct.DirectModel}. What has no form
 * here, such as convolutions, is left to the engine; a model is then trained there from the same
 * initial weights. A model belongs to one thread at a time.
 */
package org.patchwork.internal.training.direct;
