// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.trainers;

import org.patchwork.core.TrainingException;
import org.patchwork.learn.network.Node;
import org.patchwork.learn.network.Ops;

/**
 * A batch divided into groups, each with batch statistics of its own, so that a network cannot know
 * pairs by the company they are in: the shuffled batch norm of MoCo (He et al. 2020, section 3.3)
 * on one machine.
 *
 * @param groups number of groups; must divide the count
 * @param count images of a batch
 */
record NormGroups(int groups, int count) {

  /** A network for one group. */
  interface Part {
    Node apply(Node images) throws TrainingException;
  }

  /**
   * Applies a network group by group.
   *
   * @param shuffled whether every group takes one image of each unshuffled group in turn
   * @return {@code [count, d]}, in the order of the images
   */
  Node apply(Ops ops, Node images, boolean shuffled, Part network) throws TrainingException {
    if (groups == 1) {
      return network.apply(images);
    }
    Node dealt = shuffled ? ops.gather(images, dealt(ops, false)) : images;
    int size = count / groups;
    Node[] parts = new Node[groups];
    for (int i = 0; i < groups; i++) {
      parts[i] = network.apply(ops.slice(dealt, 0, i * size, size));
    }
    Node joined = ops.concat(0, parts);
    return shuffled ? ops.gather(joined, dealt(ops, true)) : joined;
  }

  /** Image g + groups · i goes to place i of group g, or back. */
  private Node dealt(Ops ops, boolean back) {
    int size = count / groups;
    float[] rows = new float[count];
    for (int place = 0; place < count; place++) {
      int image = place / size + groups * (place % size);
      rows[back ? image : place] = back ? place : image;
    }
    return ops.constant(rows, count);
  }
}
