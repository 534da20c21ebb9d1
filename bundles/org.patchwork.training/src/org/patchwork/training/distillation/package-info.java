// SPDX-License-Identifier: MIT
/**
 * Distillation: a small network learns from images what a larger model, an ensemble or a
 * propagation said of them, and becomes a model of its own.
 *
 * <p>Start reading at {@link org.patchwork.training.distillation.DistillationService}. Records are
 * immutable; a service may be used by many threads.
 */
package org.patchwork.training.distillation;
