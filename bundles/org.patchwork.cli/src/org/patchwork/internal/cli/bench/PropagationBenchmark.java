// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.bench;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.PredictionTable;
import org.patchwork.core.RandomStreams;
import org.patchwork.training.graph.GraphParameters;
import org.patchwork.training.graph.GraphParameters.Search;
import org.patchwork.training.graph.NeighbourGraph;
import org.patchwork.training.graph.NeighbourGraphs;
import org.patchwork.training.propagation.LabelPropagation;
import org.patchwork.training.propagation.PropagationParameters;

/** Neighbour graphs and label propagation: how fast, and how good beside a trained head. */
public final class PropagationBenchmark implements Benchmark {
  private static final int WIDTH = 64;
  private static final int CLUSTERS = 200;
  private static final double SPREAD = 0.7;
  private static final int CLASSES = 10;
  private static final int LABELED = 500;
  private static final int REPETITIONS = 3;
  private static final int SMALL = 20_000;
  private static final int LARGE = 60_000;

  @Override
  public String name() {
    return "propagation";
  }

  @Override
  public String what() {
    return "Neighbours of 20,000 and 60,000 images by 64 features, 20 iterations of label"
        + " propagation for 10 classes, and accuracy beside a trained head on --images with"
        + " --labels, or on the sample.";
  }

  @Override
  public Map<String, Object> run(BenchmarkRequest request, IProgressMonitor monitor)
      throws PatchworkException {
    SubMonitor progress = SubMonitor.convert(monitor, 100);
    Map<String, Object> figures = new LinkedHashMap<>();
    double small = Double.POSITIVE_INFINITY;
    for (int i = 0; i < REPETITIONS; i++) {
      NeighbourGraph graph = build(clusters(SMALL), Search.EXACT, progress.split(5));
      small = Math.min(small, graph.info().seconds());
    }
    figures.put("graph20000Seconds", small);
    FeatureMatrix features = clusters(LARGE);
    NeighbourGraph graph = build(features, Search.EXACT, progress.split(15));
    figures.put("graph60000Seconds", graph.info().seconds());
    NeighbourGraph approximate = build(clusters(SMALL), Search.APPROXIMATE, progress.split(15));
    figures.put("approximate20000Seconds", approximate.info().seconds());
    figures.put("approximate20000Recall", approximate.info().recall());
    propagate(graph, figures, progress.split(5));
    figures.putAll(new PropagationComparison(request).run(progress.split(50)));
    return figures;
  }

  private static NeighbourGraph build(
      FeatureMatrix features, Search search, IProgressMonitor monitor) throws PatchworkException {
    GraphParameters parameters = new GraphParameters(10, search);
    return new NeighbourGraphs().build(features, "benchmark", "", parameters, monitor);
  }

  private static void propagate(
      NeighbourGraph graph, Map<String, Object> figures, IProgressMonitor monitor) {
    PropagationParameters parameters = new PropagationParameters();
    LabelTable labels = labels(graph.rows());
    SubMonitor progress = SubMonitor.convert(monitor, REPETITIONS);
    double best = Double.POSITIVE_INFINITY;
    PredictionTable predictions = null;
    for (int i = 0; i < REPETITIONS; i++) {
      long start = System.nanoTime();
      predictions =
          new LabelPropagation(graph, parameters.temperature())
              .run(labels, parameters.iterations(), false, "benchmark", true, progress.split(1))
              .predictions();
      best = Math.min(best, (System.nanoTime() - start) * 1e-9);
    }
    figures.put("propagationSeconds", best);
    int unknown = 0;
    for (int row = 0; row < graph.rows(); row++) {
      unknown += predictions.has(row) ? 0 : 1;
    }
    figures.put("notANumber", unknown);
  }

  /** Points around random centres, as features of images in groups are. */
  private static FeatureMatrix clusters(int count) {
    RandomGenerator random = new RandomStreams(0).stream("clusters");
    float[] centres = new float[CLUSTERS * WIDTH];
    for (int i = 0; i < centres.length; i++) {
      centres[i] = (float) random.nextGaussian();
    }
    float[] values = new float[count * WIDTH];
    for (int i = 0; i < values.length; i++) {
      int cluster = i / WIDTH % CLUSTERS;
      values[i] = centres[cluster * WIDTH + i % WIDTH] + (float) (SPREAD * random.nextGaussian());
    }
    return FeatureMatrix.of(new int[] {WIDTH}, values);
  }

  private static LabelTable labels(int rows) {
    LabelTable table =
        LabelTable.empty()
            .withRows(
                IntStream.range(0, rows).mapToObj(row -> row + ".png").toList(),
                Collections.nCopies(rows, ""))
            .withClasses(IntStream.range(0, CLASSES).mapToObj(c -> "class " + c).toList());
    int[] labeled = IntStream.range(0, LABELED).toArray();
    for (int c = 0; c < CLASSES; c++) {
      byte[] values = new byte[LABELED];
      for (int row = 0; row < LABELED; row++) {
        values[row] = row % CLUSTERS % CLASSES == c ? LabelTable.PRESENT : LabelTable.ABSENT;
      }
      table = table.withLabels(c, labeled, values);
    }
    return table;
  }

  /** Numbers of labels at which propagation and head are compared. */
  static List<Integer> comparedAt() {
    return List.of(10, 50, 100, 500);
  }
}
