// SPDX-License-Identifier: MIT
package org.patchwork.learn;

/**
 * How much the labels of a class count in the loss, by how many there are. It concerns the loss;
 * {@link SamplingStrategy} concerns how often an image is drawn, and both together correct twice.
 */
public enum ClassWeighting {
  /** Every label alike. */
  NONE,
  /** By 1 / √count: half way to {@link #BALANCED}. */
  SQUARE_ROOT,
  /** By (1 − β) / (1 − β^count), β = .999: the effective number of samples (Cui et al. 2019). */
  EFFECTIVE_NUMBER,
  /** By 1 / count: present and absent count alike in sum (King and Zeng 2001). */
  BALANCED
}
