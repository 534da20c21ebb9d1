// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.encoder.EncoderBuild;
import org.patchwork.learn.encoder.EncoderModel;
import org.patchwork.learn.network.Node;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * An encoder in a TensorFlow session. The methods lock the model, so that closing it from another
 * thread waits for the step that is running.
 */
public final class EncoderGraphModel implements EncoderModel {
  /** Images encoded at once: more brought no more a second on two cores. */
  private static final int CHUNK = 64;

  private final EncoderBuild build;
  private final EncoderGraph graph;
  private final GraphSession session;
  private final VariableValues values;
  private final FeedTensor views;
  private final FeedTensor images;
  private final Scalar rate = new Scalar();
  private final Scalar learningRate = new Scalar();
  private final Scalar targetDecay = new Scalar();
  private final TInt64 number = Tensor.of(TInt64.class, Shape.scalar());
  private final LongBuffer numberValue = NativeBuffer.longs(number);
  private final float[] value = new float[1];
  private long steps;

  /** A number to feed. */
  private static final class Scalar implements AutoCloseable {
    private final TFloat32 tensor = Tensor.of(TFloat32.class, Shape.scalar());
    private final FloatBuffer buffer = NativeBuffer.floats(tensor);

    TFloat32 of(double number) {
      buffer.put(0, (float) number);
      return tensor;
    }

    @Override
    public void close() {
      tensor.close();
    }
  }

  private EncoderGraphModel(EncoderBuild build, EncoderGraph graph) {
    this.build = build;
    this.graph = graph;
    this.session = new GraphSession(graph.graph);
    List<Variables.Entry> everything = new ArrayList<>(graph.variables.all());
    everything.addAll(graph.slots);
    this.values = new VariableValues(session, everything);
    this.views = new FeedTensor(build.imageShape());
    this.images = new FeedTensor(build.imageShape());
  }

  /** Builds and initialises an encoder. */
  public static EncoderGraphModel open(EncoderBuild build) throws TrainingException {
    EncoderGraphModel model = new EncoderGraphModel(build, EncoderGraph.build(build));
    try {
      model.values.initialize(List.of());
      return model;
    } catch (TrainingException e) {
      model.close();
      throw e;
    }
  }

  @Override
  public long parameterCount() {
    return graph.variables.parameterCount();
  }

  @Override
  public int[] featureShape() {
    return graph.featureShape.clone();
  }

  @Override
  public List<String> measures() {
    return List.copyOf(graph.measures.keySet());
  }

  @Override
  public synchronized double[] step(float[] pixels, double wantedRate, double decay)
      throws TrainingException {
    Session.Runner runner = session.runner();
    int count = build.views() * build.batchSize();
    steps++;
    numberValue.put(0, steps);
    runner
        .feed(graph.views, views.fill(pixels, 0, count))
        .feed(graph.rate, rate.of(graph.rule.rate(wantedRate, steps)))
        .feed(graph.learningRate, learningRate.of(wantedRate))
        .feed(graph.targetDecay, targetDecay.of(decay))
        .addTarget(graph.step);
    for (TrainingMode mode : graph.modes) {
      mode.step().ifPresent(placeholder -> runner.feed(placeholder, number));
    }
    graph.measures.values().forEach(runner::fetch);
    double[] measured = new double[graph.measures.size()];
    try (Result result = GraphSession.run(runner)) {
      for (int i = 0; i < measured.length; i++) {
        NativeBuffer.floats(result.get(i)).get(value);
        measured[i] = value[0];
      }
    }
    if (!Double.isFinite(measured[0])) {
      throw new TrainingException(
          "The loss became "
              + measured[0]
              + " at step "
              + steps
              + ". Lower the learning rate (it was "
              + wantedRate
              + "), or limit the gradients (clip norm).");
    }
    return measured;
  }

  @Override
  public synchronized void encode(float[] pixels, int count, float[] features)
      throws TrainingException {
    int width = Shapes.product(graph.featureShape);
    for (int begin = 0; begin < count; begin += CHUNK) {
      int rows = Math.min(CHUNK, count - begin);
      Session.Runner runner =
          session
              .runner()
              .feed(graph.images, images.fill(pixels, begin, rows))
              .fetch(graph.features);
      try (Result result = GraphSession.run(runner)) {
        NativeBuffer.floats(result.get(0)).get(features, begin * width, rows * width);
      }
    }
  }

  @Override
  public long steps() {
    return steps;
  }

  @Override
  public synchronized Map<String, float[]> state() throws TrainingException {
    return values.read();
  }

  @Override
  public synchronized void restore(Map<String, float[]> state, long stepsThen)
      throws TrainingException {
    values.write(state);
    steps = stepsThen;
  }

  @Override
  public synchronized void export(Path directory, double range) throws TrainingException {
    Map<String, float[]> weights = new VariableValues(session, graph.variables).read();
    try (Graph exported = new Graph()) {
      Ops tf = Ops.create(exported);
      Placeholder<TFloat32> input =
          tf.withName("images")
              .placeholder(TFloat32.class, Placeholder.shape(Shapes.batchOf(build.imageShape())));
      Operand<TFloat32> scaled = tf.math.mul(input, tf.constant((float) (1 / range)));
      GraphNetwork network = GraphNetwork.forInference(tf, new FrozenWeights(tf, weights));
      Node maps = build.encoder().build(network, new GraphNode(scaled));
      Operand<TFloat32> output = tf.withName("features").identity(GraphNode.operand(maps));
      new SavedModelWriter(exported, "images", input, "features", output)
          .write(directory, List.of());
    }
  }

  @Override
  public synchronized void close() {
    if (!session.isClosed()) {
      session.close();
      Arrays.asList(views, images).forEach(FeedTensor::close);
      Arrays.asList(rate, learningRate, targetDecay).forEach(Scalar::close);
      number.close();
    }
  }
}
