// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.trainers;

import org.patchwork.internal.pretraining.text.BytePairTokenizer;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Network.Init;
import org.patchwork.learn.network.Network.Kind;
import org.patchwork.learn.network.Node;

/**
 * A transformer from numbers of a text to a vector (Vaswani et al. 2017, with normalisation behind
 * each part): learnt embeddings of numbers and places, blocks of attention and two dense layers,
 * and what stands at the end of the text. Padding is neither looked at nor counted.
 *
 * @param vocabulary number of different numbers
 * @param length numbers of a text
 * @param width length of the vectors
 * @param hidden width between the dense layers
 * @param layers number of blocks
 * @param heads number of heads, which share the width
 * @param dropout part of the values that is dropped while training
 */
record TextTransformer(
    int vocabulary, int length, int width, int hidden, int layers, int heads, double dropout) {
  private static final float EPSILON = 1e-6f;
  private static final float NEVER = -1e9f;

  /** From numbers {@code [n, length]} to {@code [n, width]}. */
  Node build(Network network, Node numbers) {
    Node table = network.weight("text_embedding", Kind.NORM, Init.SMALL_UNIFORM, vocabulary, width);
    Node places = network.weight("text_places", Kind.NORM, Init.SMALL_UNIFORM, length, width);
    Node x = network.add(network.gather(table, numbers), places);
    Node filled = network.equal(numbers, network.constant(BytePairTokenizer.PADDING));
    Node hidden = network.multiply(filled, network.constant(NEVER));
    Node away = network.reshape(hidden, -1, 1, 1, length);
    x = network.reshape(network.dropout(x, dropout), -1, width);
    for (int layer = 0; layer < layers; layer++) {
      x = block(network, "text" + layer, x, away);
    }
    return atEnd(network, network.reshape(x, -1, length, width), numbers);
  }

  /** All places as rows, {@code [n · length, width]}. */
  private Node block(Network network, String name, Node x, Node away) {
    Node looked = network.dropout(attention(network, name, x, away), dropout);
    Node y = network.layerNorm(name + "_norm1", network.add(x, looked), EPSILON);
    Node inner = network.relu(network.dense(name + "_dense1", y, hidden));
    Node outer = network.dropout(network.dense(name + "_dense2", inner, width), dropout);
    return network.layerNorm(name + "_norm2", network.add(y, outer), EPSILON);
  }

  private Node attention(Network network, String name, Node x, Node away) {
    Node queries = heads(network, network.dense(name + "_query", x, width));
    Node keys = heads(network, network.dense(name + "_key", x, width));
    Node values = heads(network, network.dense(name + "_value", x, width));
    Node scale = network.constant((float) (1 / Math.sqrt((double) width / heads)));
    Node scores = network.multiply(network.batchMatMul(queries, keys, true), scale);
    Node weights = network.softmax(network.add(scores, away));
    Node found = network.permute(network.batchMatMul(weights, values, false), 0, 2, 1, 3);
    return network.dense(name + "_out", network.reshape(found, -1, width), width);
  }

  /** {@code [n · length, width]} to {@code [n, heads, length, width / heads]}. */
  private Node heads(Network network, Node rows) {
    Node split = network.reshape(rows, -1, length, heads, width / heads);
    return network.permute(split, 0, 2, 1, 3);
  }

  private Node atEnd(Network network, Node x, Node numbers) {
    Node end = network.equal(numbers, network.constant(BytePairTokenizer.END));
    return network.sum(network.multiply(x, network.reshape(end, -1, length, 1)), false, 1);
  }
}
