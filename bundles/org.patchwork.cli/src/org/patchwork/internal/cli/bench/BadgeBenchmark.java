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
import org.patchwork.learn.Draw;
import org.patchwork.learn.DrawData;
import org.patchwork.learn.DrawService;
import org.patchwork.learn.Selection;

/**
 * A page by BADGE from many images: filter, embeddings and picks. Features and probabilities are
 * noise; only time and memory mean something, and noise is the worst case, since all images are far
 * from each other and the model is unsure of all of them.
 */
public final class BadgeBenchmark implements Benchmark {
  private static final int ROWS = 100_000;
  private static final int WIDTH = 512;
  private static final int CLASSES = 20;
  private static final int PICKS = 100;
  private static final int REPETITIONS = 3;
  private static final double MEGA = 1e6;

  @Override
  public String name() {
    return "badge";
  }

  @Override
  public String what() {
    return "A page of 100 by BADGE from 100,000 images of 512 features, 20 classes; the heap it takes"
        + " beside features and predictions.";
  }

  @Override
  public Map<String, Object> run(BenchmarkRequest request, IProgressMonitor monitor)
      throws PatchworkException {
    SubMonitor progress = SubMonitor.convert(monitor, REPETITIONS + 1);
    DrawData data = data();
    progress.split(1);
    DrawService draws = new DrawService(request.context().algorithms().samplers());
    double before = BenchmarkHeap.liveMegabytes();
    HeapPeak peak = new HeapPeak();
    Times times =
        Times.of(
            REPETITIONS,
            seed -> {
              Selection page =
                  draws.draw(
                      Draw.unlabeled("badge", PICKS, seed), data, row -> false, progress.split(1));
              if (page.rows().length != PICKS) {
                throw new PatchworkException("BADGE drew too few: " + page.reason());
              }
            });
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("images", ROWS);
    figures.put("features", WIDTH);
    figures.put("classes", CLASSES);
    figures.put("picks", PICKS);
    figures.put("median_s", times.median() / 1000);
    figures.put("slowest_s", times.slowest() / 1000);
    figures.put("heap_beside_data_mb", Math.max(0, peak.bytes() / MEGA - before));
    return figures;
  }

  private static DrawData data() {
    RandomGenerator random = new RandomStreams(0).stream("benchmark");
    float[] features = new float[ROWS * WIDTH];
    for (int i = 0; i < features.length; i++) {
      features[i] = (float) Math.max(0, random.nextGaussian()); // as after a ReLU
    }
    float[][] columns = new float[CLASSES][ROWS];
    for (float[] column : columns) {
      for (int row = 0; row < ROWS; row++) {
        column[row] = random.nextFloat();
      }
    }
    List<String> ids = IntStream.range(0, CLASSES).mapToObj(c -> "class " + c).toList();
    LabelTable labels =
        LabelTable.empty()
            .withRows(
                IntStream.range(0, ROWS).mapToObj(row -> row + ".png").toList(),
                Collections.nCopies(ROWS, ""))
            .withClasses(ids);
    return new DrawData(
        labels,
        new PredictionTable(ids, columns, "benchmark", false),
        FeatureMatrix.of(new int[] {WIDTH}, features));
  }
}
