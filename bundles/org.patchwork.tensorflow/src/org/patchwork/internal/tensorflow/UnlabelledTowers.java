// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import org.patchwork.core.TrainingException;
import org.patchwork.learn.LiveBuild;
import org.patchwork.learn.UnlabelledNodes;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Node;
import org.tensorflow.op.Ops;

/**
 * The towers over unlabelled inputs, each built when it is asked for. They share the weights of the
 * network; noise is drawn by a mode of their own, so that the labelled tower draws what it would
 * draw without them, and the batch statistics they see are not averaged.
 */
final class UnlabelledTowers implements UnlabelledNodes {
  private final Ops tf;
  private final LiveBuild build;
  private final Variables variables;
  private final TrainingMode noise;
  private final TeacherWeights teacher;
  private final Node weak;
  private final Node strong;
  private final Node subsets;
  private final GraphNetwork student;
  private Node vectors;
  private Node predictions;
  private Node answers;
  private Node strongPredictions;
  private Node teacherAnswers;

  /**
   * Prepares towers.
   *
   * @param noise of the training towers
   * @param teacher null without a teacher
   * @param weak features of the weak view
   * @param strong features of the strong view, or null
   * @param subsets which input belongs to which subset
   */
  UnlabelledTowers(
      Ops tf,
      LiveBuild build,
      Variables variables,
      TrainingMode noise,
      TeacherWeights teacher,
      Node weak,
      Node strong,
      Node subsets) {
    this.tf = tf;
    this.build = build;
    this.variables = variables;
    this.noise = noise;
    this.teacher = teacher;
    this.weak = weak;
    this.strong = strong;
    this.subsets = subsets;
    this.student = GraphNetwork.forTraining(tf.withSubScope("weak"), variables, noise);
  }

  private Node vectors(Network network, Node features) {
    try {
      return build.vector().build(network, features);
    } catch (TrainingException e) { // the labelled tower was built by the same function
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private Node output(Network network, Node vector) {
    try {
      return build.output().build(network, vector);
    } catch (TrainingException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  @Override
  public Node vectors() {
    if (vectors == null) {
      vectors = vectors(student, weak);
    }
    return vectors;
  }

  @Override
  public Node predictions() {
    if (predictions == null) {
      predictions = output(student, vectors());
    }
    return predictions;
  }

  @Override
  public Node answers() {
    if (answers == null) {
      GraphNetwork tower = GraphNetwork.forInference(tf.withSubScope("answers"), variables);
      answers = tower.stopGradient(output(tower, vectors(tower, weak)));
    }
    return answers;
  }

  @Override
  public Node strongPredictions() {
    if (strong == null) {
      throw new IllegalArgumentException("The loss must say that it needs a strong view");
    }
    if (strongPredictions == null) {
      GraphNetwork tower = GraphNetwork.forTraining(tf.withSubScope("strong"), variables, noise);
      strongPredictions = output(tower, vectors(tower, strong));
    }
    return strongPredictions;
  }

  @Override
  public Node teacherAnswers() {
    if (teacher == null) {
      throw new IllegalArgumentException("The loss must give the decay of its teacher");
    }
    if (teacherAnswers == null) {
      GraphNetwork tower = GraphNetwork.forInference(tf.withSubScope("teacher"), teacher);
      teacherAnswers = tower.stopGradient(output(tower, vectors(tower, weak)));
    }
    return teacherAnswers;
  }

  @Override
  public Node subsets() {
    return subsets;
  }
}
