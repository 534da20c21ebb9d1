// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.encoder.EncoderBatch;
import org.patchwork.learn.encoder.EncoderBuild;
import org.patchwork.learn.encoder.EncoderFunction;
import org.patchwork.learn.encoder.EncoderModel;
import org.patchwork.learn.encoder.EncoderStep;
import org.patchwork.learn.network.Node;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
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

  private static final String UPDATES = "optimizer/updates";

  private final EncoderBuild build;
  private final EncoderGraph graph;
  private final GraphSession session;
  private final VariableValues values;
  private final List<FeedTensor> views = new ArrayList<>();
  private final Map<String, FeedTensor> inputs = new LinkedHashMap<>();
  private final FeedTensor images;
  private final RowFunction features;
  private final List<List<FeedNumber>> rates = new ArrayList<>();
  private final FeedNumber learningRate = new FeedNumber();
  private final FeedNumber targetDecay = new FeedNumber();
  private final FeedCount number = new FeedCount();
  private final float[] value = new float[1];
  private final long[] updates;
  private long steps;

  private EncoderGraphModel(EncoderBuild build, EncoderGraph graph) {
    this.build = build;
    this.graph = graph;
    this.session = new GraphSession(graph.graph);
    List<Variables.Entry> everything = new ArrayList<>(graph.variables.all());
    everything.addAll(graph.slots);
    this.values = new VariableValues(session, everything);
    this.updates = new long[graph.steps.size()];
    build.views().forEach(v -> views.add(new FeedTensor(v.shape(build.imageShape()))));
    graph.towers.inputs.forEach((name, input) -> inputs.put(name, new FeedTensor(input.shape())));
    graph.steps.forEach(
        step -> rates.add(step.rates().stream().map(rate -> new FeedNumber()).toList()));
    this.images = new FeedTensor(build.imageShape());
    int width = Shapes.product(graph.featureShape);
    this.features = new RowFunction(session, graph.images, graph.features, width, CHUNK);
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
  public Map<String, int[]> inputs() {
    Map<String, int[]> shapes = new LinkedHashMap<>();
    graph.towers.inputs.forEach((name, input) -> shapes.put(name, input.shape().clone()));
    return shapes;
  }

  @Override
  public synchronized double[] step(EncoderBatch batch, EncoderStep how) throws TrainingException {
    GoalStep goal = graph.steps.get(how.goal());
    steps++;
    Session.Runner runner = fed(batch, steps);
    if (steps % build.accumulate() == 0) {
      updates[how.goal()]++;
      runner
          .feed(graph.learningRate, learningRate.of(how.learningRate()))
          .feed(graph.targetDecay, targetDecay.of(how.targetDecay()))
          .addTarget(goal.apply());
      feedRates(runner, how);
    } else {
      runner.addTarget(goal.collect());
    }
    graph.measures.values().forEach(runner::fetch);
    double[] measured = new double[graph.measures.size()];
    try (Result result = GraphSession.run(runner)) {
      for (int i = 0; i < measured.length; i++) {
        NativeBuffer.floats(result.get(i)).get(value);
        measured[i] = value[0];
      }
    }
    requireFinite(how, measured[how.goal()]);
    return measured;
  }

  private void feedRates(Session.Runner runner, EncoderStep how) {
    List<GoalStep.Rate> wanted = graph.steps.get(how.goal()).rates();
    List<FeedNumber> scalars = rates.get(how.goal());
    for (int i = 0; i < wanted.size(); i++) {
      GoalStep.Rate rate = wanted.get(i);
      double now = rate.rule().rate(how.learningRate() * rate.factor(), updates[how.goal()]);
      runner.feed(rate.placeholder(), scalars.get(i).of(now));
    }
  }

  private void requireFinite(EncoderStep how, double goal) throws TrainingException {
    if (!Double.isFinite(goal)) {
      throw new TrainingException(
          "The loss became "
              + goal
              + " at step "
              + steps
              + ". Lower the learning rate (it was "
              + how.learningRate()
              + "), or limit the gradients (clip norm).");
    }
  }

  /** Something to run with the images and inputs of a batch. */
  private Session.Runner fed(EncoderBatch batch, long step) {
    Session.Runner runner = session.runner();
    int count = build.batchSize();
    for (int i = 0; i < views.size(); i++) {
      runner.feed(graph.towers.views.get(i), views.get(i).fill(batch.views()[i], 0, count));
    }
    graph.towers.inputs.forEach(
        (name, input) ->
            runner.feed(
                input.placeholder(), inputs.get(name).fill(batch.inputs().get(name), 0, count)));
    TInt64 stepNow = number.of(step);
    for (TrainingMode mode : graph.modes) {
      mode.step().ifPresent(placeholder -> runner.feed(placeholder, stepNow));
    }
    return runner;
  }

  @Override
  public synchronized void rehearse(EncoderBatch batch) throws TrainingException {
    GraphSession.run(fed(batch, steps).addTarget(graph.rehearsal)).close();
  }

  @Override
  public synchronized Map<String, float[]> outputs(EncoderBatch batch) throws TrainingException {
    Map<String, float[]> outputs = new LinkedHashMap<>();
    if (graph.outputs.isEmpty()) {
      return outputs;
    }
    Session.Runner runner = fed(batch, steps);
    graph.outputs.values().forEach(runner::fetch);
    try (Result result = GraphSession.run(runner)) {
      for (String name : graph.outputs.keySet()) {
        FloatBuffer values = NativeBuffer.floats(result.get(outputs.size()));
        float[] copy = new float[values.remaining()];
        values.get(copy);
        outputs.put(name, copy);
      }
    }
    return outputs;
  }

  @Override
  public synchronized void encode(float[] pixels, int count, float[] found)
      throws TrainingException {
    features.apply(images, pixels, count, found);
  }

  @Override
  public synchronized float[] apply(String name, float[] values, int count)
      throws TrainingException {
    EncoderGraph.FunctionInGraph function = function(name);
    float[] outputs = null;
    try (FeedTensor feed = new FeedTensor(inputShape(function.function()))) {
      for (int begin = 0; begin < count; begin += CHUNK) {
        int rows = Math.min(CHUNK, count - begin);
        Session.Runner runner =
            session
                .runner()
                .feed(function.input(), feed.fill(values, begin, rows))
                .fetch(function.output());
        try (Result result = GraphSession.run(runner)) {
          FloatBuffer found = NativeBuffer.floats(result.get(0));
          int width = found.remaining() / rows;
          outputs = outputs == null ? new float[Math.multiplyExact(count, width)] : outputs;
          found.get(outputs, begin * width, rows * width);
        }
      }
    }
    return outputs == null ? new float[0] : outputs;
  }

  private EncoderGraph.FunctionInGraph function(String name) throws TrainingException {
    EncoderGraph.FunctionInGraph function = graph.functions.get(name);
    if (function == null) {
      throw new TrainingException(
          "This encoder has no function " + name + "; it has " + graph.functions.keySet() + ".");
    }
    return function;
  }

  private int[] inputShape(EncoderFunction function) {
    return function.ofImages() ? build.imageShape() : function.inputShape();
  }

  @Override
  public long steps() {
    return steps;
  }

  @Override
  public Map<String, int[]> shapes() {
    Map<String, int[]> shapes = new LinkedHashMap<>();
    graph.variables.trainable().forEach(entry -> shapes.put(entry.name(), entry.shape().clone()));
    return shapes;
  }

  @Override
  public synchronized Map<String, float[]> state() throws TrainingException {
    Map<String, float[]> state = values.read();
    if (updates.length > 1) {
      float[] counts = new float[updates.length];
      for (int i = 0; i < counts.length; i++) {
        counts[i] = updates[i];
      }
      state.put(UPDATES, counts);
    }
    graph.variables.savedGraphs().noteIn(state);
    return state;
  }

  @Override
  public synchronized void restore(Map<String, float[]> state, long stepsThen)
      throws TrainingException {
    graph.variables.savedGraphs().requireIn(state);
    values.write(state);
    steps = stepsThen;
    updates[0] = steps / build.accumulate();
    if (updates.length > 1) {
      float[] counts = state.get(UPDATES);
      if (counts == null || counts.length != updates.length) {
        throw new TrainingException(
            "The weights do not fit this network: it has " + updates.length + " goals.");
      }
      for (int i = 0; i < counts.length; i++) {
        updates[i] = (long) counts[i];
      }
    }
  }

  @Override
  public synchronized void set(Map<String, float[]> some) throws TrainingException {
    Map<String, Variables.Entry> known = new LinkedHashMap<>();
    values.entries().forEach(entry -> known.put(entry.name(), entry));
    List<Variables.Entry> chosen = new ArrayList<>();
    for (String name : some.keySet()) {
      if (!known.containsKey(name)) {
        throw new TrainingException("This network has no variable " + name + ".");
      }
      chosen.add(known.get(name));
    }
    new VariableValues(session, chosen).write(some);
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
      GraphNetwork network = GraphNetwork.forInference(tf, frozen(tf, weights));
      Node maps = build.encoder().build(network, new GraphNode(scaled));
      Operand<TFloat32> output = tf.withName("features").identity(GraphNode.operand(maps));
      new SavedModelWriter(exported, "images", input, "features", output)
          .write(directory, List.of());
    }
  }

  private FrozenWeights frozen(Ops tf, Map<String, float[]> weights) {
    return new FrozenWeights(tf, weights, graph.variables.savedGraphs());
  }

  @Override
  public synchronized void export(String name, Path directory, double range)
      throws TrainingException {
    EncoderFunction function = function(name).function();
    Map<String, float[]> weights = new VariableValues(session, graph.variables).read();
    try (Graph exported = new Graph()) {
      Ops tf = Ops.create(exported);
      String inputName = function.ofImages() ? "images" : "inputs";
      Placeholder<TFloat32> input =
          tf.withName(inputName)
              .placeholder(TFloat32.class, Placeholder.shape(Shapes.batchOf(inputShape(function))));
      GraphNetwork network = GraphNetwork.forInference(tf, frozen(tf, weights));
      Node taken = new GraphNode(input);
      if (function.ofImages()) {
        Operand<TFloat32> scaled = tf.math.mul(input, tf.constant((float) (1 / range)));
        taken = build.encoder().build(network, new GraphNode(scaled));
      }
      Node found = function.function().build(network, taken);
      Operand<TFloat32> output = tf.withName("outputs").identity(GraphNode.operand(found));
      new SavedModelWriter(exported, inputName, input, "outputs", output)
          .write(directory, List.of());
    }
  }

  @Override
  public synchronized void close() {
    if (!session.isClosed()) {
      session.close();
      images.close();
      views.forEach(FeedTensor::close);
      inputs.values().forEach(FeedTensor::close);
      rates.forEach(scalars -> scalars.forEach(FeedNumber::close));
      learningRate.close();
      targetDecay.close();
      number.close();
    }
  }
}
