// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.trainers;

import org.patchwork.core.TrainingException;
import org.patchwork.learn.encoder.EncoderTowers;
import org.patchwork.learn.network.Convolution;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Network.Init;
import org.patchwork.learn.network.Network.Kind;
import org.patchwork.learn.network.Node;

/**
 * The networks of the context encoder (Pathak et al. 2016, section 3.1 and appendix) behind and
 * beside the encoder.
 *
 * @param towers where the encoder is
 * @param parameters settings
 * @param imageShape height, width and channels
 */
record ContextNetworks(
    EncoderTowers towers, ContextEncoder.Parameters parameters, int[] imageShape) {
  private static final String ADVERSARY = "discriminator";
  private static final int KERNEL = 4;
  private static final int[] ADVERSARY_WIDTHS = {2, 4, 8, 16};
  private static final double DROPOUT = 0.5;

  /** True for the weights of the adversary. */
  static boolean ofAdversary(String weight) {
    return weight.startsWith(ADVERSARY);
  }

  /**
   * Draws whole images of which it sees what is not covered.
   *
   * @param mask 1 where they are covered
   */
  Node inpaint(Network network, Node images, Node mask) throws TrainingException {
    Node open = network.multiply(images, network.subtract(network.constant(1), mask));
    Node maps = towers.encode(network, open);
    Node joined =
        parameters.channelWise()
            ? channelWise(network, maps)
            : network.depthwiseConv("middle", maps, 5);
    int layers = Math.max(1, PictureDecoder.doublings(maps, imageShape));
    int wide = parameters.width() << layers - 1;
    Node mixed = network.conv("middle_mixed", network.dropout(joined, DROPOUT), wide, 1);
    return decoder(parameters.width()).draw(network, "decoder", mixed, imageShape);
  }

  /** What draws: 4×4 kernels, a norm behind each ReLU. */
  static PictureDecoder decoder(int width) {
    return new PictureDecoder(width, KERNEL, true);
  }

  /** Each channel has a dense layer of its own over its places, with ReLU. */
  private static Node channelWise(Network network, Node maps) {
    int height = maps.size(1);
    int width = maps.size(2);
    int channels = maps.size(3);
    int places = height * width;
    Node kernel =
        network.weight("middle/kernel", Kind.KERNEL, Init.SMALL_UNIFORM, channels, places, places);
    Node rows = network.reshape(network.permute(maps, 3, 0, 1, 2), channels, -1, places);
    Node joined = network.batchMatMul(rows, kernel, false);
    Node shaped = network.reshape(joined, channels, -1, height, width);
    return network.relu(network.permute(shaped, 1, 2, 3, 0));
  }

  /** The logit of images being real, {@code [n, 1]}. */
  Node discriminate(Network network, Node images) {
    return discriminate(network, images, parameters.width());
  }

  static Node discriminate(Network network, Node images, int width) {
    Node x = images;
    for (int layer = 1; layer <= ADVERSARY_WIDTHS.length; layer++) {
      String name = ADVERSARY + layer;
      int filters = width * ADVERSARY_WIDTHS[layer - 1];
      x = network.relu(network.conv(name, x, new Convolution(filters, KERNEL, 2, true, true)));
      x = network.batchNorm(name + "_norm", x);
    }
    return network.dense(ADVERSARY + "_output", network.max(x, false, 1, 2), 1);
  }
}
