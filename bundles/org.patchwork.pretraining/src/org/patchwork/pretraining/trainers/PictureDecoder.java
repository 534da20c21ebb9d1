// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.trainers;

import org.patchwork.learn.network.Convolution;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Node;

/**
 * Draws images from the feature maps of any encoder: transposed convolutions that double the size
 * until it is that of the images, then a 3×3 convolution and a sigmoid. Where an encoder gives maps
 * of a size that does not lead to that of the images, they are stretched first.
 *
 * @param width channels of the last transposed convolution; each before it has twice as many
 * @param kernel size of the kernels
 * @param norm whether a batch norm follows each ReLU
 */
record PictureDecoder(int width, int kernel, boolean norm) {
  private static final int STEP = 2;

  /**
   * Draws.
   *
   * @param name begins the names of the layers
   * @param maps {@code [n, h, w, d]}
   * @param imageShape height, width and channels
   * @return {@code [n, height, width, channels]}, values from 0 to 1
   */
  Node draw(Network network, String name, Node maps, int[] imageShape) {
    int doublings = doublings(maps, imageShape);
    Node x = fitted(network, maps, imageShape, doublings);
    for (int layer = doublings - 1; layer >= 0; layer--) {
      Convolution convolution = new Convolution(width << layer, kernel, STEP, true, true);
      int height = halved(imageShape[0], layer);
      int breadth = halved(imageShape[1], layer);
      String layerName = name + (doublings - layer);
      x = network.relu(network.transposedConv(layerName, x, convolution, height, breadth));
      x = norm ? network.batchNorm(layerName + "_norm", x) : x;
    }
    return network.sigmoid(network.conv(name + "_picture", x, imageShape[2], 3));
  }

  /** How often the images have to be halved to be as small as the maps. */
  static int doublings(Node maps, int[] imageShape) {
    int doublings = 0;
    while (halved(imageShape[0], doublings) > maps.size(1)
        || halved(imageShape[1], doublings) > maps.size(2)) {
      doublings++;
    }
    return doublings;
  }

  private static Node fitted(Network network, Node maps, int[] imageShape, int doublings) {
    int height = halved(imageShape[0], doublings);
    int breadth = halved(imageShape[1], doublings);
    boolean fits = maps.size(1) == height && maps.size(2) == breadth;
    return fits ? maps : network.resizeBilinear(maps, height, breadth);
  }

  private static int halved(int size, int times) {
    return Math.ceilDiv(size, 1 << times);
  }
}
