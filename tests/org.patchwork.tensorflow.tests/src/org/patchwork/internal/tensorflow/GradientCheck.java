// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.patchwork.core.RandomStreams;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.network.Network.Init;
import org.patchwork.learn.network.Network.Kind;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * Compares gradients of Σ rᵢ·yᵢ, r random, with central differences in random directions, for the
 * input and each weight. Values keep a distance from each other and from 0 that is larger than the
 * step, so that no maximum of the input changes sides.
 */
final class GradientCheck implements AutoCloseable, Weights {
  private static final double STEP = 1e-3;
  private static final double TOLERANCE = 5e-3;
  private static final int DIRECTIONS = 3;
  private static final int MOST_TRIES = 200;

  private final RandomGenerator random = new RandomStreams(3).stream("gradients");
  private final Graph graph = new Graph();
  private final Ops tf = Ops.create(graph);
  private final Map<Placeholder<TFloat32>, float[]> point = new LinkedHashMap<>();
  private final Map<Placeholder<TFloat32>, Integer> gradientIndex = new LinkedHashMap<>();
  private final TrainingMode mode = new TrainingMode(7);
  private final Operand<TFloat32> output;
  private final Output<?>[] gradients;
  private final float[] factors;
  private final GraphSession session;

  GradientCheck(GradientTest.Case operation) {
    Placeholder<TFloat32> input = placeholder(operation.shape());
    float[] values = point.get(input);
    for (int i = 0; i < values.length; i++) {
      values[i] += operation.shift();
    }
    GraphNetwork network = GraphNetwork.forTraining(tf, this, mode);
    output = GraphNode.operand(operation.function().apply(network, new GraphNode(input)));
    factors = draw((int) output.shape().size());
    Operand<TFloat32> weighted =
        tf.math.mul(
            output, tf.reshape(tf.constant(factors), tf.constant(output.shape().asArray())));
    Output<?>[] variables =
        point.keySet().stream().map(Operand::asOutput).toArray(Output<?>[]::new);
    point.keySet().forEach(key -> gradientIndex.put(key, gradientIndex.size()));
    Operand<TFloat32> scalar =
        GraphNode.operand(new GraphOps(tf).sum(new GraphNode(weighted), false));
    gradients = graph.addGradients(scalar.asOutput(), variables);
    session = new GraphSession(graph);
  }

  @Override
  public Operand<TFloat32> weight(String name, Kind kind, Init init, int... shape) {
    return placeholder(shape);
  }

  @Override
  public Operand<TFloat32> state(String name, Init init, int... shape) {
    return tf.zeros(tf.constant(shape), TFloat32.class); // batch norm in training does not read it
  }

  @Override
  public Operand<TFloat32> given(String name, Kind kind, float[] initial, int... shape) {
    throw new IllegalArgumentException("Only layers of our own are checked here");
  }

  @Override
  public SavedGraphs savedGraphs() {
    return new SavedGraphs();
  }

  @Override
  public long parameterCount() {
    return 0;
  }

  private Placeholder<TFloat32> placeholder(int... shape) {
    Placeholder<TFloat32> placeholder =
        tf.placeholder(TFloat32.class, Placeholder.shape(Shapes.of(shape)));
    point.put(placeholder, spread(Shapes.product(shape)));
    return placeholder;
  }

  /**
   * Shuffled values in [−1, 1], evenly spaced and none of them 0; of two calls no two values agree.
   */
  private float[] spread(int length) {
    float[] values = new float[length];
    double shift = 0.3 + 0.4 * point.size() / 10;
    for (int i = 0; i < length; i++) {
      int j = random.nextInt(i + 1);
      values[i] = values[j];
      values[j] = (float) ((2 * i + 2 * shift) / length - 1);
    }
    return values;
  }

  private float[] draw(int length) {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = random.nextFloat() * 2 - 1;
    }
    return values;
  }

  void run() throws TrainingException {
    for (Placeholder<TFloat32> variable : point.keySet()) {
      float[] gradient =
          fetch(gradients[gradientIndex.get(variable)].expect(TFloat32.class), point);
      for (int i = 0; i < DIRECTIONS; i++) {
        Slope slope = slope(variable, gradient.length);
        double expected = slope.value();
        double actual = dot(gradient, slope.direction());
        assertEquals(
            expected,
            actual,
            TOLERANCE * (1 + Math.abs(expected)),
            () -> "by " + variable.op().name());
      }
    }
  }

  /** How the output changes in a direction. */
  private record Slope(float[] direction, double value) {}

  /**
   * A direction in which the function is smooth: it rises to one side as it falls to the other.
   * Whole models have so many kinks (ReLU, maxima) that some directions cross one.
   */
  private Slope slope(Placeholder<TFloat32> variable, int length) throws TrainingException {
    double here = value(variable, new float[length], 0);
    for (int i = 0; i < MOST_TRIES; i++) {
      float[] direction = draw(length);
      double ahead = (value(variable, direction, STEP) - here) / STEP;
      double behind = (here - value(variable, direction, -STEP)) / STEP;
      double slope = (ahead + behind) / 2;
      if (Math.abs(ahead - behind) <= TOLERANCE * (1 + Math.abs(slope))) {
        return new Slope(direction, slope);
      }
    }
    throw new AssertionError("No direction is smooth by " + variable.op().name());
  }

  float[] gradientOfInput() throws TrainingException {
    return fetch(gradients[0].expect(TFloat32.class), point);
  }

  private double value(Placeholder<TFloat32> variable, float[] direction, double step)
      throws TrainingException {
    float[] values = point.get(variable).clone();
    for (int i = 0; i < values.length; i++) {
      values[i] += (float) (step * direction[i]);
    }
    Map<Placeholder<TFloat32>, float[]> moved = new LinkedHashMap<>(point);
    moved.put(variable, values);
    return dot(fetch(output, moved), factors);
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }

  private float[] fetch(Operand<TFloat32> fetched, Map<Placeholder<TFloat32>, float[]> values)
      throws TrainingException {
    List<Tensor> steps = new ArrayList<>();
    try (TensorList tensors = new TensorList()) {
      Session.Runner runner = session.runner().fetch(fetched);
      values.forEach(
          (key, value) -> runner.feed(key, tensors.of(value, Shapes.toInts(key.shape()))));
      mode.step()
          .ifPresent(
              step -> {
                steps.add(TInt64.scalarOf(1));
                runner.feed(step, steps.get(0));
              });
      try (Result result = GraphSession.run(runner)) {
        float[] copy = new float[(int) result.get(0).shape().size()];
        NativeBuffer.floats(result.get(0)).get(copy);
        return copy;
      }
    } finally {
      steps.forEach(Tensor::close);
    }
  }

  @Override
  public void close() {
    session.close();
  }
}
