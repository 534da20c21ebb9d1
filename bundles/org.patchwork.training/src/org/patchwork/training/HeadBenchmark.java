// SPDX-License-Identifier: MIT
package org.patchwork.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.LabelTable;
import org.patchwork.core.RandomStreams;
import org.patchwork.core.TrainingException;
import org.patchwork.internal.training.HeadTraining;
import org.patchwork.learn.Algorithms;
import org.patchwork.learn.EpochRecord;
import org.patchwork.learn.ModelDesignSpec;
import org.patchwork.learn.TrainingParameters;
import org.patchwork.learn.TrainingSpec;

/**
 * How long training and predictions of a head take, on drawn labels and features: the data are
 * noise, only the times mean something. Each figure is the median of several repetitions in one
 * process, the first of which warms up and is not counted.
 */
public final class HeadBenchmark {
  private static final String POOLING = "org.patchwork.learn.algorithms.pooling";
  private static final String SIGMOID = "org.patchwork.learn.algorithms.sigmoid";
  private static final double CLASS_SHARE = 0.3;
  private static final int CASES = 5;

  private final Algorithms algorithms;

  /** A benchmark with these algorithms. */
  public HeadBenchmark(Algorithms algorithms) {
    this.algorithms = algorithms;
  }

  /**
   * What was timed.
   *
   * @param images number of images, all of them labelled
   * @param width number of features of an image
   * @param classes number of classes
   */
  private record Size(int images, int width, int classes) {}

  /**
   * Measures.
   *
   * @return times by name: {@code firstSeconds} and {@code medianSeconds} of one press of Train
   *     (default settings, 2,500 images of 1,024 features, 6 classes, predictions included), {@code
   *     epochMillisBatch32} and {@code epochMillisBatch128} of an epoch over 10,000 × 512 → 12,
   *     {@code hundredBatchesMillis} of 100 batches of 16 at 1,024 features and 12 classes with
   *     cells and draws, {@code predictionMillis} of 50,000 × 1,024 × 12
   */
  public Map<String, Double> run(IProgressMonitor monitor) throws TrainingException {
    SubMonitor progress = SubMonitor.convert(monitor, "Head benchmark", CASES);
    Map<String, Double> figures = new LinkedHashMap<>();
    press(figures, progress.split(1));
    TrainingData epoch = data(new Size(10_000, 512, 12));
    figures.put("epochMillisBatch32", epochMillis(epoch, 32, progress.split(1)));
    figures.put("epochMillisBatch128", epochMillis(epoch, 128, progress.split(1)));
    TrainingData wide = data(new Size(50_000, 1024, 12));
    figures.put("hundredBatchesMillis", hundredBatches(progress.split(1)));
    figures.put("predictionMillis", predictionMillis(wide, progress.split(1)));
    return figures;
  }

  private void press(Map<String, Double> figures, IProgressMonitor monitor)
      throws TrainingException {
    TrainingData data = data(new Size(2500, 1024, 6));
    List<Double> seconds = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      long start = System.nanoTime();
      try (HeadTraining head = head(new TrainingParameters(), data)) {
        head.train(TrainingListener.NONE, SubMonitor.convert(monitor));
        head.predict("benchmark", new NullProgressMonitor());
      }
      seconds.add((System.nanoTime() - start) * 1e-9);
    }
    figures.put("firstSeconds", seconds.get(0));
    figures.put("medianSeconds", median(seconds));
  }

  private double epochMillis(TrainingData data, int batch, IProgressMonitor monitor)
      throws TrainingException {
    int batches = (data.labels().rows() + batch - 1) / batch;
    TrainingParameters parameters =
        new TrainingParameters()
            .with("batchSize", batch)
            .with("batchesPerEpoch", batches)
            .with("epochs", 30);
    try (HeadTraining head = head(parameters, data)) {
      head.train(TrainingListener.NONE, monitor);
      List<Double> millis = new ArrayList<>();
      double before = 0;
      for (EpochRecord epoch : head.log().epochs()) {
        millis.add((epoch.seconds() - before) * 1000);
        before = epoch.seconds();
      }
      return median(millis);
    }
  }

  private double hundredBatches(IProgressMonitor monitor) throws TrainingException {
    TrainingData data = data(new Size(2500, 1024, 12));
    TrainingParameters parameters = new TrainingParameters().with("epochs", 1);
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < 15; i++) {
      long start = System.nanoTime();
      try (HeadTraining head = head(parameters, data)) {
        head.train(TrainingListener.NONE, SubMonitor.convert(monitor));
      }
      millis.add((System.nanoTime() - start) * 1e-6);
    }
    return median(millis);
  }

  private double predictionMillis(TrainingData data, IProgressMonitor monitor)
      throws TrainingException {
    List<Double> millis = new ArrayList<>();
    try (HeadTraining head = head(new TrainingParameters().with("epochs", 1), data)) {
      head.train(TrainingListener.NONE, monitor);
      for (int i = 0; i < 7; i++) {
        long start = System.nanoTime();
        head.predict("benchmark", new NullProgressMonitor());
        millis.add((System.nanoTime() - start) * 1e-6);
      }
    }
    return median(millis);
  }

  private HeadTraining head(TrainingParameters parameters, TrainingData data)
      throws TrainingException {
    ModelDesignSpec design = new ModelDesignSpec(POOLING, Map.of(), SIGMOID, Map.of());
    return new HeadTraining(
        new TrainingSpec("benchmark", design, parameters), data, algorithms, System::nanoTime);
  }

  /** The median of all but the first. */
  private static double median(List<Double> values) {
    double[] sorted = values.stream().skip(1).mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private static TrainingData data(Size size) {
    RandomGenerator random = new RandomStreams(0).stream("benchmark");
    float[] features = new float[size.images() * size.width()];
    for (int i = 0; i < features.length; i++) {
      features[i] = Math.max(0, (float) random.nextDouble(-1, 1)); // half zeros, as after a ReLU
    }
    List<String> ids = IntStream.range(0, size.classes()).mapToObj(c -> "class " + c).toList();
    int[] rows = IntStream.range(0, size.images()).toArray();
    LabelTable labels =
        LabelTable.empty()
            .withRows(
                Arrays.stream(rows).mapToObj(row -> row + ".png").toList(),
                Collections.nCopies(size.images(), ""))
            .withClasses(ids);
    for (int c = 0; c < size.classes(); c++) {
      byte[] values = new byte[size.images()];
      for (int row = 0; row < values.length; row++) {
        values[row] = random.nextDouble() < CLASS_SHARE ? LabelTable.PRESENT : LabelTable.ABSENT;
      }
      labels = labels.withLabels(c, rows, values);
    }
    FeatureMatrix matrix = FeatureMatrix.of(new int[] {size.width()}, features);
    return new TrainingData(labels, matrix, ids, false, null);
  }
}
