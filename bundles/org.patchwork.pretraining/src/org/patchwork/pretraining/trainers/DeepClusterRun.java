// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.trainers;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.RandomStreams;
import org.patchwork.core.TrainingException;
import org.patchwork.internal.pretraining.clustering.Clusters;
import org.patchwork.internal.pretraining.clustering.MiniBatchKMeans;
import org.patchwork.internal.pretraining.clustering.PseudoLabels;
import org.patchwork.internal.pretraining.clustering.WhitenedComponents;
import org.patchwork.learn.encoder.EncoderAccess;
import org.patchwork.learn.encoder.EncoderLoss;
import org.patchwork.learn.encoder.EncoderTowers;
import org.patchwork.learn.encoder.StepImage;
import org.patchwork.learn.encoder.TrainerContext;
import org.patchwork.learn.encoder.TrainerRun;
import org.patchwork.learn.encoder.View;
import org.patchwork.learn.log.PictureLog;
import org.patchwork.learn.network.InitialValues;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Network.Init;
import org.patchwork.learn.network.Node;

/** {@link DeepCluster} at work: remembers which cluster each image is in. */
final class DeepClusterRun implements TrainerRun {
  private static final String CLUSTER = "cluster";
  private static final String CLUSTERS = "clusters";
  private static final String HIDDEN = "hidden";
  private static final String OUTPUT = "clusters";
  private static final int BATCH = 100;

  /** In fewer, the output layer, which begins anew, hardly learns its clusters. */
  private static final int FEWEST_STEPS = 200;

  /** As many say enough of the directions in which features vary. */
  private static final int MOST_FOR_COMPONENTS = 10000;

  private final DeepCluster.Parameters parameters;
  private final TrainerContext context;
  private final int[] place;
  private int[] clusters = {};

  DeepClusterRun(DeepCluster.Parameters parameters, TrainerContext context) {
    this.parameters = parameters;
    this.context = context;
    this.place = new int[context.images().size()];
    Arrays.fill(place, -1);
    for (int i = 0; i < context.rows().length; i++) {
      place[context.rows()[i]] = i;
    }
  }

  @Override
  public List<View> views() {
    return List.of(View.FULL);
  }

  @Override
  public EncoderLoss build(EncoderTowers towers) throws TrainingException {
    Network network = towers.online();
    Node truth = towers.input(CLUSTER, parameters.clusters());
    Node hidden = hidden(towers, network);
    Node x = network.dropout(network.relu(hidden), parameters.dropout());
    Node logits = network.dense(OUTPUT, x, parameters.clusters());
    Node likelihood = network.multiply(truth, network.logSoftmax(logits));
    Node loss = network.negate(network.mean(network.sum(likelihood, false, 1), false));
    Node right = network.sum(network.multiply(truth, logits), true, 1);
    Node best = network.greaterEqual(right, network.max(logits, true, 1));
    return EncoderLoss.of(loss)
        .with("cluster_accuracy", network.mean(best, false))
        .withOutput(HIDDEN, hidden(towers, towers.inference()));
  }

  private Node hidden(EncoderTowers towers, Network network) throws TrainingException {
    Node pooled =
        network.dropout(towers.encodePooled(network, towers.view(0)), parameters.dropout());
    return network.dense(HIDDEN, pooled, parameters.hidden());
  }

  @Override
  public Map<String, Double> beginEpoch(int epoch, EncoderAccess access, IProgressMonitor monitor)
      throws PatchworkException {
    SubMonitor progress = SubMonitor.convert(monitor, "Clustering the images", 3);
    RandomStreams random = new RandomStreams(context.random().seedOf("clusters " + epoch));
    float[][] hidden = access.outputs(HIDDEN, context.rows(), progress.split(1));
    WhitenedComponents components =
        WhitenedComponents.of(
            some(hidden, random.stream("some")),
            parameters.components(),
            random.stream("components"),
            progress.split(1));
    int[] before = clusters;
    Clusters found =
        new MiniBatchKMeans(parameters.clusters(), BATCH, parameters.passes())
            .cluster(components.unit(hidden), random.stream("k-means"), progress.split(1));
    clusters = found.of();
    forgetOutput(access, random.seedOf("output"));
    return new ClusterMeasures(context).of(before, found);
  }

  private static float[][] some(float[][] rows, RandomGenerator random) {
    return rows.length <= MOST_FOR_COMPONENTS
        ? rows
        : random
            .ints(MOST_FOR_COMPONENTS, 0, rows.length)
            .mapToObj(i -> rows[i])
            .toArray(float[][]::new);
  }

  /** The numbers of clusters mean nothing from one epoch to the next. */
  private void forgetOutput(EncoderAccess access, long seed) throws TrainingException {
    String kernel = OUTPUT + "/kernel";
    int count = parameters.clusters();
    Map<String, float[]> fresh = new LinkedHashMap<>();
    fresh.put(
        kernel,
        new InitialValues(seed).of(kernel, Init.GLOROT_UNIFORM, parameters.hidden(), count));
    fresh.put(OUTPUT + "/bias", new float[count]);
    access.set(fresh);
  }

  @Override
  public int epochSize(int images) {
    return multiple() * (images / parameters.clusters()) * parameters.clusters();
  }

  /** As often as it takes to learn the clusters, unless it was said how often. */
  private int multiple() {
    int images = context.rows().length / parameters.clusters() * parameters.clusters();
    return parameters.multiple() > 0
        ? parameters.multiple()
        : Math.ceilDiv(FEWEST_STEPS * context.batchSize(), images);
  }

  @Override
  public int[] order(int stream, int epoch, int[] rows, RandomGenerator random) {
    if (clusters.length == 0) {
      return TrainerRun.super.order(stream, epoch, rows, random);
    }
    int[] drawn = PseudoLabels.stratified(clusters, multiple(), random);
    return Arrays.stream(drawn).map(point -> rows[point]).toArray();
  }

  @Override
  public void fill(StepImage image, String input, float[] values, int offset) {
    if (clusters.length > 0) {
      values[offset + clusters[place[image.row()]]] = 1;
    }
  }

  @Override
  public void draw(EncoderAccess access, PictureLog pictures, IProgressMonitor monitor)
      throws IOException {
    if (clusters.length > 0) {
      new ClusterSheet(context).log("clusters", context.rows(), clusters, pictures);
    }
  }

  @Override
  public Map<String, float[]> state() {
    float[] values = new float[clusters.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = clusters[i];
    }
    return Map.of(CLUSTERS, values);
  }

  @Override
  public void restore(Map<String, float[]> state) throws TrainingException {
    float[] values = state.get(CLUSTERS);
    if (values == null || values.length != 0 && values.length != context.rows().length) {
      throw new TrainingException(
          "The checkpoint does not say which cluster each image is in. Delete the folder to begin"
              + " the run anew.");
    }
    clusters = new int[values.length];
    Arrays.setAll(clusters, i -> (int) values[i]);
  }
}
