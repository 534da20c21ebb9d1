// SPDX-License-Identifier: MIT
/**
 * Contracts of training an encoder, the network from images to feature maps that a feature
 * extractor is made of.
 *
 * <p>Start reading at {@link org.patchwork.learn.encoder.Trainer}; what runs one is {@code
 * org.patchwork.pretraining}, what computes it an {@link org.patchwork.learn.encoder.EncoderModel}.
 * A model belongs to one thread at a time; everything else is immutable.
 */
package org.patchwork.learn.encoder;
