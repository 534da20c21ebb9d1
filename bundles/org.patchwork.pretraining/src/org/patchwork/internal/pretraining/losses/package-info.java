// SPDX-License-Identifier: MIT
/**
 * Losses on embeddings of two views, one class each, written with {@link
 * org.patchwork.learn.network.Ops} alone.
 */
package org.patchwork.internal.pretraining.losses;
