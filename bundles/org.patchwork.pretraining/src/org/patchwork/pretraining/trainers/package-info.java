// SPDX-License-Identifier: MIT
/**
 * The ways to train an encoder that Patchwork ships, one class and one parameter record each,
 * contributed to {@code org.patchwork.pretraining.trainers}. All are stateless.
 */
package org.patchwork.pretraining.trainers;
