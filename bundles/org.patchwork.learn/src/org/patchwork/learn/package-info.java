// SPDX-License-Identifier: MIT
/**
 * Engine-neutral contracts and data of learning: samplers, losses, models, engines, metrics and run
 * records. Nothing here knows a project, a screen or TensorFlow.
 *
 * <p>Start reading at {@link org.patchwork.learn.Sampler} for choosing images and at {@link
 * org.patchwork.learn.TrainingSpec} for training. Implementations are stateless and called from any
 * thread.
 */
package org.patchwork.learn;
