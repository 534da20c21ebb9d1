// SPDX-License-Identifier: MIT
package org.patchwork.internal.training.distillation;

import org.patchwork.learn.network.Node;
import org.patchwork.learn.network.Ops;
import org.patchwork.training.distillation.Softening;

/**
 * Cross-entropy of a student's probabilities with a teacher's, both softened by a temperature. A
 * target of −1 says nothing: it adds exactly no loss and no gradient.
 *
 * @param softening what the temperature acts on
 * @param temperature greater than 0
 * @param exclusive true if the probabilities of an image sum to 1; with {@link Softening#LOGITS}
 *     its classes are then compared together, and an image with an unknown class says nothing
 */
record DistillationLoss(Softening softening, double temperature, boolean exclusive) {
  private static final float EPSILON = 1e-7f;

  /** The loss of {@code [n, classes]} targets and probabilities. */
  Node build(Ops ops, Node target, Node student) {
    Node known = ops.greaterEqual(target, ops.constant(0));
    if (softening == Softening.PROBABILITIES) {
      Node wanted = ops.sigmoid(centred(ops, target));
      return mean(ops, ops.multiply(crossEntropy(ops, wanted, student), known), known);
    }
    Node squared = ops.constant((float) (temperature * temperature));
    return ops.multiply(
        squared,
        exclusive ? together(ops, known, target, student) : apart(ops, known, target, student));
  }

  /** Over the cells that are known; 0 if none is. */
  private static Node mean(Ops ops, Node losses, Node known) {
    Node count = ops.maximum(ops.sum(known, false), ops.constant(1));
    return ops.divide(ops.sum(losses, false), count);
  }

  private Node centred(Ops ops, Node probability) {
    Node doubled = ops.multiply(probability, ops.constant((float) (2 / temperature)));
    return ops.subtract(doubled, ops.constant((float) (1 / temperature)));
  }

  private Node crossEntropy(Ops ops, Node wanted, Node student) {
    Node said = ops.sigmoid(centred(ops, student));
    Node one = ops.constant(1);
    Node epsilon = ops.constant(EPSILON);
    Node present = ops.multiply(wanted, ops.log(ops.add(said, epsilon)));
    Node denied = ops.log(ops.add(ops.subtract(one, said), epsilon));
    Node absent = ops.multiply(ops.subtract(one, wanted), denied);
    return ops.negate(ops.add(present, absent));
  }

  /** Each class on its own: softplus(z) − t z of the softened logit z. */
  private Node apart(Ops ops, Node known, Node target, Node student) {
    Node wanted = ops.sigmoid(softenedLogit(ops, target));
    Node logit = softenedLogit(ops, student);
    Node loss = ops.subtract(ops.softplus(logit), ops.multiply(wanted, logit));
    return mean(ops, ops.multiply(loss, known), known);
  }

  private Node softenedLogit(Ops ops, Node probability) {
    Node p = ops.clip(probability, EPSILON, 1 - EPSILON);
    Node logit = ops.subtract(ops.log(p), ops.log(ops.subtract(ops.constant(1), p)));
    return ops.multiply(logit, ops.constant((float) (1 / temperature)));
  }

  /** All classes of an image as one distribution. */
  private Node together(Ops ops, Node known, Node target, Node student) {
    int classes = target.size(-1);
    Node wanted = ops.softmax(softenedLog(ops, target));
    Node said = ops.logSoftmax(softenedLog(ops, student));
    Node losses = ops.negate(ops.sum(ops.multiply(wanted, said), false, -1));
    Node whole = ops.greaterEqual(ops.sum(known, false, -1), ops.constant(classes));
    return mean(ops, ops.multiply(losses, whole), whole);
  }

  private Node softenedLog(Ops ops, Node probability) {
    Node log = ops.log(ops.clip(probability, EPSILON, 1));
    return ops.multiply(log, ops.constant((float) (1 / temperature)));
  }
}
