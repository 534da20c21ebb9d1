// SPDX-License-Identifier: MIT
package org.patchwork.internal.training;

import java.util.ArrayList;
import java.util.List;
import org.patchwork.core.RandomStreams;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.EnsembleKind;
import org.patchwork.learn.TrainingParameters;
import org.patchwork.learn.network.LossFunction;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.NetworkFunction;
import org.patchwork.learn.network.Node;
import org.patchwork.learn.network.Ops;

/**
 * The network of a run: one head, or the members of an ensemble side by side in one graph.
 *
 * <p>The members of an ensemble by seeds have weights of their own, under names of their own, and
 * each learns from its own part of the batch: the first {@code batchSize} rows are for the first
 * member, and so on. An ensemble by dropout is one head with dropout before its output, which
 * predicts with a fixed mask for each member. In both, what the network predicts is the mean of its
 * members.
 *
 * @param design what each member is
 * @param scaled brings features to one scale, once for all members
 * @param parameters kind and size of the ensemble, batch size and seed
 * @param classes number of classes
 */
record HeadNetwork(
    HeadDesign design, NetworkFunction scaled, TrainingParameters parameters, int classes) {
  private static final String MEMBER = "member";

  /** Number of rows of a training batch. */
  int rowsOfBatch() {
    return parameters.batchSize() * parts();
  }

  /** Number of parts of a training batch, each for a model of its own. */
  int parts() {
    return parameters.ensemble() == EnsembleKind.SEEDS ? parameters.members() : 1;
  }

  /** From features to the probabilities of {@code classes}: what learns, and what is exported. */
  NetworkFunction model() {
    return (network, features) -> {
      Node x = scaled.build(network, features);
      return switch (parameters.ensemble()) {
        case NONE -> head(network, x, false);
        case SEEDS ->
            network.training() ? network.concat(0, learning(network, x)) : mean(network, x);
        case DROPOUT -> network.training() ? head(network, x, true) : mean(network, x);
      };
    };
  }

  /** From features to the probabilities of all members, {@code members × classes}. */
  NetworkFunction members() {
    return (network, features) ->
        network.concat(1, predicting(network, scaled.build(network, features)));
  }

  /** From features to what the last layer of a single head sees. */
  NetworkFunction hidden() {
    return (network, features) ->
        design
            .lastInput()
            .build(network, design.fineTuning().build(network, scaled.build(network, features)));
  }

  private Node head(Network network, Node x, boolean dropout) throws TrainingException {
    Node vector = design.fineTuning().build(network, x);
    Node kept = dropout ? network.dropout(vector, parameters.memberDropout()) : vector;
    return design.output().build(network, kept);
  }

  private Node[] learning(Network network, Node x) throws TrainingException {
    List<Node> members = new ArrayList<>();
    for (int i = 0; i < parameters.members(); i++) {
      Node part = part(network, x, i);
      members.add(head(ChangedNetwork.prefixed(network, prefix(i)), part, false));
    }
    return members.toArray(Node[]::new);
  }

  private Node[] predicting(Network network, Node x) throws TrainingException {
    RandomStreams random = new RandomStreams(parameters.seed());
    List<Node> members = new ArrayList<>();
    for (int i = 0; i < parameters.memberCount(); i++) {
      members.add(
          switch (parameters.ensemble()) {
            case NONE -> head(network, x, false);
            case SEEDS -> head(ChangedNetwork.prefixed(network, prefix(i)), x, false);
            case DROPOUT ->
                head(ChangedNetwork.masked(network.again(), random.stream("mask " + i)), x, true);
          });
    }
    return members.toArray(Node[]::new);
  }

  private static String prefix(int member) {
    return MEMBER + (member + 1) + "/";
  }

  /** The name of a weight within its member. */
  static String withoutPrefix(String weight) {
    return weight.replaceFirst("^" + MEMBER + "\\d+/", "");
  }

  private Node mean(Network network, Node x) throws TrainingException {
    Node sum = null;
    for (Node member : predicting(network, x)) {
      sum = sum == null ? member : network.add(sum, member);
    }
    return network.multiply(sum, network.constant(1f / parameters.members()));
  }

  private Node part(Ops ops, Node x, int member) {
    return ops.slice(x, 0, member * parameters.batchSize(), parameters.batchSize());
  }

  /**
   * The loss: while an ensemble by seeds learns, the sum of the losses of its members, so that each
   * gets the gradients that it would get alone.
   */
  LossFunction loss() {
    return (ops, target, prediction) -> {
      boolean sum = parts() > 1 && ops instanceof Network network && network.training();
      if (!sum) {
        return design.loss().build(ops, target, prediction);
      }
      Node total = null;
      for (int i = 0; i < parts(); i++) {
        Node loss = design.loss().build(ops, part(ops, target, i), part(ops, prediction, i));
        total = total == null ? loss : ops.add(total, loss);
      }
      return total;
    };
  }
}
