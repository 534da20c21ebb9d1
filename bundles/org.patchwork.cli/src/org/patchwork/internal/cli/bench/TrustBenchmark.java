// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.bench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.cli.CommandContext;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.PatchworkException;
import org.patchwork.internal.cli.SourceImages;
import org.patchwork.learn.ModelDesignSpec;
import org.patchwork.learn.TrainingParameters;
import org.patchwork.learn.TrainingSpec;
import org.patchwork.training.LabelErrorSearch;
import org.patchwork.training.TrainingData;
import org.patchwork.training.TrainingService;

/**
 * Whether label errors are found and probabilities can be believed, on images whose labels are
 * right: flips a tenth of up to 3,000 labels and looks for them, and calibrates models on images
 * they were not trained on.
 */
public final class TrustBenchmark implements Benchmark {
  private static final int PREPARE_WORK = 10;
  private static final int FEATURE_WORK = 40;
  private static final int MEASURE_WORK = 50;
  private static final int SEEDS = 3;

  @Override
  public String name() {
    return "trust";
  }

  @Override
  public String what() {
    return "Label errors found among flipped labels, and calibration error before and after, on"
        + " --images with --labels, or on the sample that comes with the product.";
  }

  @Override
  public Map<String, Object> run(BenchmarkRequest request, IProgressMonitor monitor)
      throws PatchworkException {
    SubMonitor progress = SubMonitor.convert(monitor, PREPARE_WORK + FEATURE_WORK + MEASURE_WORK);
    try (TemporaryFolder temporary = TemporaryFolder.make()) {
      SourceImages source = request.source(temporary.path(), progress.split(PREPARE_WORK));
      try (FeatureMatrix features =
          request.features(source, temporary.path(), progress.split(FEATURE_WORK))) {
        return measure(request.context(), source.data(features), progress.split(MEASURE_WORK));
      }
    } catch (IOException e) {
      throw new PatchworkException("The benchmark cannot write: " + e.getMessage() + ".", e);
    }
  }

  private static Map<String, Object> measure(
      CommandContext context, TrainingData data, IProgressMonitor monitor)
      throws PatchworkException {
    SubMonitor progress = SubMonitor.convert(monitor, 3 * SEEDS);
    TrainingService training = new TrainingService(context.algorithms());
    TrainingParameters settings = new TrainingParameters();
    TrainingParameters longer = settings.with("epochs", 50);
    Means means = new Means();
    for (long seed = 0; seed < SEEDS; seed++) {
      FlippedLabels flipped = FlippedLabels.of(data.labels(), data.exclusive(), seed);
      flipped.measure(
          new LabelErrorSearch(training),
          spec(context, data, seed, settings),
          data,
          means,
          progress.split(1));
      new CalibrationTrial(training, data, seed)
          .measure(spec(context, data, seed, settings), "calibration", means, progress.split(1));
      new CalibrationTrial(training, data, seed)
          .measure(
              spec(context, data, seed, longer), "calibration_50_epochs", means, progress.split(1));
    }
    return means.values();
  }

  private static TrainingSpec spec(
      CommandContext context, TrainingData data, long seed, TrainingParameters settings) {
    return new TrainingSpec(
        "trust",
        ModelDesignSpec.defaults(context.algorithms(), data.exclusive()),
        settings.with("seed", seed));
  }

  /** Figures as means over the repetitions, in the order in which they first came. */
  static final class Means {
    private final Map<String, Double> sums = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    void add(String name, double value) {
      sums.merge(name, value, Double::sum);
      counts.merge(name, 1, Integer::sum);
    }

    Map<String, Object> values() {
      Map<String, Object> values = new LinkedHashMap<>();
      sums.forEach((name, sum) -> values.put(name, sum / counts.get(name)));
      return values;
    }
  }
}
