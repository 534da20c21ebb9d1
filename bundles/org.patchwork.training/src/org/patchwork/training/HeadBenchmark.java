// SPDX-License-Identifier: MIT
package org.patchwork.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.LabelTable;
import org.patchwork.core.RandomStreams;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.Algorithms;
import org.patchwork.learn.ModelDesignSpec;
import org.patchwork.learn.TrainingParameters;
import org.patchwork.learn.TrainingSpec;

/**
 * How long one press of Train takes: training with default settings (10 epochs of 100 batches of
 * 16) on drawn labels and features, then predictions for all images. The data are noise; only the
 * time means something.
 *
 * @param images number of images, all of them labelled
 * @param width number of features of an image
 * @param classes number of classes
 */
public record HeadBenchmark(int images, int width, int classes) {
  private static final String POOLING = "org.patchwork.learn.algorithms.pooling";
  private static final String SIGMOID = "org.patchwork.learn.algorithms.sigmoid";
  private static final double CLASS_SHARE = 0.3;

  /** The case of the project's goals: 2,500 labelled images with 1,024 features, 6 classes. */
  public HeadBenchmark() {
    this(2500, 1024, 6);
  }

  /**
   * One repetition.
   *
   * @param seconds training and predictions together
   * @param stepMillis a training step with everything around it
   */
  public record Timing(double seconds, double stepMillis) {}

  /**
   * Trains and predicts several times.
   *
   * @return one timing per repetition; the first has the loading of native code in it
   */
  public List<Timing> run(Algorithms algorithms, int repetitions, IProgressMonitor monitor)
      throws TrainingException {
    SubMonitor progress = SubMonitor.convert(monitor, "Head benchmark", repetitions);
    TrainingService service = new TrainingService(algorithms);
    TrainingParameters parameters = new TrainingParameters();
    int steps = parameters.epochs() * parameters.batchesPerEpoch();
    TrainingSpec spec =
        new TrainingSpec(
            "benchmark", new ModelDesignSpec(POOLING, Map.of(), SIGMOID, Map.of()), parameters);
    TrainingData data = data();
    List<Timing> timings = new ArrayList<>();
    for (int i = 0; i < repetitions; i++) {
      long start = System.nanoTime();
      LastEpoch lastEpoch = new LastEpoch();
      service.predictions(spec, data, lastEpoch, "benchmark", progress.split(1));
      timings.add(new Timing((System.nanoTime() - start) * 1e-9, lastEpoch.seconds * 1000 / steps));
    }
    return timings;
  }

  private static final class LastEpoch implements TrainingListener {
    private double seconds;

    @Override
    public void epoch(EpochReport report) {
      seconds = report.epoch().seconds();
    }
  }

  private TrainingData data() {
    RandomGenerator random = new RandomStreams(0).stream("benchmark");
    float[] features = new float[images * width];
    for (int i = 0; i < features.length; i++) {
      features[i] = (float) Math.max(0, random.nextGaussian()); // as after a ReLU
    }
    List<String> ids = IntStream.range(0, classes).mapToObj(c -> "class " + c).toList();
    int[] rows = IntStream.range(0, images).toArray();
    LabelTable labels =
        LabelTable.empty()
            .withRows(
                IntStream.range(0, images).mapToObj(row -> row + ".png").toList(),
                Collections.nCopies(images, ""))
            .withClasses(ids);
    for (int c = 0; c < classes; c++) {
      byte[] values = new byte[images];
      for (int row = 0; row < images; row++) {
        values[row] = random.nextDouble() < CLASS_SHARE ? LabelTable.PRESENT : LabelTable.ABSENT;
      }
      labels = labels.withLabels(c, rows, values);
    }
    return new TrainingData(
        labels, FeatureMatrix.of(new int[] {width}, features), ids, false, null);
  }
}
