// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.trainers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.patchwork.internal.pretraining.losses.MutualInformationLoss;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Node;

/**
 * Features of images and of their copies, which are clustered in several ways.
 *
 * @param parameters settings
 * @param network where the images passed
 * @param other where their copies passed
 * @param plain features of the images
 * @param augmented features of the copies, all first copies first
 */
record Clusterings(
    InformationClustering.Parameters parameters,
    Network network,
    Network other,
    Node plain,
    Node augmented) {

  /** Means over the heads. */
  record Means(Node loss, Node entropy, Node conditional) {}

  /** Clusters by as many heads as are wanted, whose names begin alike. */
  Means means(String name, int clusters) {
    List<MutualInformationLoss> heads = new ArrayList<>();
    for (int head = 1; head <= parameters.heads(); head++) {
      heads.add(head(name + head, clusters));
    }
    return new Means(
        mean(heads.stream().map(h -> h.loss(network, parameters.entropyWeight())).toList()),
        mean(heads.stream().map(MutualInformationLoss::entropy).toList()),
        mean(heads.stream().map(MutualInformationLoss::conditionalEntropy).toList()));
  }

  private MutualInformationLoss head(String name, int clusters) {
    Node ofPlain = network.softmax(network.dense(name, plain, clusters));
    Node ofCopies = other.softmax(other.dense(name, augmented, clusters));
    Node[] repeated = Collections.nCopies(parameters.repeats(), ofPlain).toArray(Node[]::new);
    return MutualInformationLoss.of(network, network.concat(0, repeated), ofCopies);
  }

  private Node mean(List<Node> values) {
    Node sum = values.get(0);
    for (Node value : values.subList(1, values.size())) {
      sum = network.add(sum, value);
    }
    return network.multiply(sum, network.constant(1f / values.size()));
  }
}
