// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.trainers;

import org.patchwork.core.Param;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Node;

/** The size of the network behind an encoder whose outputs are compared (Chen et al. 2020). */
public record ProjectionHead(
    @Param(label = "Hidden", help = "Width of the hidden layers.", min = 1, max = 16384) int hidden,
    @Param(label = "Output", help = "Length of the embeddings.", min = 2, max = 16384) int output) {

  /** Embeddings {@code [n, output]} of pooled features, through two layers. */
  Node project(Network network, Node pooled) {
    return Heads.mlp(network, "projection", pooled, hidden, 2, output);
  }

  /** What embeddings {@code [n, output]} predict of others, through two layers. */
  Node predict(Network network, Node embeddings) {
    return Heads.mlp(network, "prediction", embeddings, hidden, 2, output);
  }
}
