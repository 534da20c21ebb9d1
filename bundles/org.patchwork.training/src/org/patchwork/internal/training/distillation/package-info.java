// SPDX-License-Identifier: MIT
/**
 * The pieces of a distillation: targets, student, batches, checks and what is written. Start
 * reading at {@link org.patchwork.internal.training.distillation.Distillation}.
 */
package org.patchwork.internal.training.distillation;
