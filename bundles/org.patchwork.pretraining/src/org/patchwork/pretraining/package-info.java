// SPDX-License-Identifier: MIT
/**
 * Pre-training of feature extractors on images without labels: one loop for all trainers. Start
 * reading at {@link org.patchwork.pretraining.PretrainingService}. A run belongs to the thread that
 * calls it; images are read on threads of its own.
 */
package org.patchwork.pretraining;
