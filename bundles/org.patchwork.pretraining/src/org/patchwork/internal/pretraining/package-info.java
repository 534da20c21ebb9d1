// SPDX-License-Identifier: MIT
/**
 * The loop of pre-training and its pieces: views of images, checkpoints, and what is measured after
 * each epoch. Start reading at {@link org.patchwork.internal.pretraining.PretrainingLoop}.
 */
package org.patchwork.internal.pretraining;
