// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.trainers;

import org.patchwork.core.Param;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.encoder.EncoderTowers;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Node;

/**
 * Three layers of one width behind an encoder: the expander of VICReg, the projector of Barlow
 * Twins.
 */
public record Expander(
    @Param(
            label = "Width",
            help =
                "Width of the three layers behind the encoder; the paper takes 8192, which wants a"
                    + " graphics card.",
            min = 2,
            max = 16384)
        int width) {
  private static final int LAYERS = 3;

  /** Embeddings {@code [n, width]} of a view. */
  Node embedding(EncoderTowers towers, int view) throws TrainingException {
    Network network = towers.online();
    Node pooled = towers.encodePooled(network, towers.view(view));
    return Heads.mlp(network, "projection", pooled, width, LAYERS, width);
  }
}
