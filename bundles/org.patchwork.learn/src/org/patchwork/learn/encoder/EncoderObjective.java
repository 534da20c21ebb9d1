// SPDX-License-Identifier: MIT
package org.patchwork.learn.encoder;

import org.patchwork.core.TrainingException;

/** A trainer with its parameters, for an engine. */
@FunctionalInterface
public interface EncoderObjective {
  /** Builds the network behind the encoder and the loss. */
  EncoderLoss build(EncoderTowers towers) throws TrainingException;
}
