// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.trainers;

import java.util.ArrayList;
import java.util.List;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Node;

/**
 * Layers behind an encoder as users write them down: a number is a 3×3 convolution with that many
 * filters and ReLU, {@code p} halves the maps by their maxima unless nothing would be left, {@code
 * d} drops half of the channels.
 *
 * @param layers the entries in order
 */
record HeadLayers(List<String> layers) {
  private static final int MOST = 8192;
  private static final double DROPOUT = 0.5;

  /**
   * Reads a list with commas; it may be empty.
   *
   * @throws IllegalArgumentException naming the entry and what may stand there
   */
  static HeadLayers parse(String text) {
    List<String> layers = new ArrayList<>();
    for (String entry : text.isBlank() ? new String[0] : text.split(",", -1)) {
      String layer = entry.strip();
      boolean number = layer.matches("\\d{1,4}");
      if (!layer.equals("p") && !layer.equals("d") && !(number && isSize(layer))) {
        throw new IllegalArgumentException(
            "\""
                + layer
                + "\" is no layer; write numbers of filters from 1 to "
                + MOST
                + ", p (pooling) and d (dropout) with commas between them, as in 128,p,128.");
      }
      layers.add(layer);
    }
    return new HeadLayers(List.copyOf(layers));
  }

  private static boolean isSize(String number) {
    int size = Integer.parseInt(number);
    return size >= 1 && size <= MOST;
  }

  /** Puts the layers behind maps {@code [n, h, w, c]}. */
  Node build(Network network, String name, Node maps) {
    Node x = maps;
    for (int i = 0; i < layers.size(); i++) {
      String layer = layers.get(i);
      if (layer.equals("d")) {
        x = network.spatialDropout(x, DROPOUT);
      } else if (!layer.equals("p")) {
        x = network.relu(network.conv(name + (i + 1), x, Integer.parseInt(layer), 3));
      } else if (x.size(1) > 1 && x.size(2) > 1) {
        x = network.maxPool(x);
      }
    }
    return x;
  }
}
