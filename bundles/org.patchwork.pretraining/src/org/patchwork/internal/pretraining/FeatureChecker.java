// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining;

import java.util.Map;
import java.util.random.RandomGenerator;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.RandomStreams;
import org.patchwork.pretraining.FeatureCheck;
import org.patchwork.pretraining.PretrainingEpoch;
import org.patchwork.pretraining.PretrainingParameters;

/** Measures what the features are worth, always on the same images. */
final class FeatureChecker {
  private static final int PAIRS = 256;
  private static final int PIXELS_SIDE = 32;

  private final ImageEncoder encoder;
  private final ProbeRows probe;
  private final int[] pairRows;

  FeatureChecker(PretrainingPlan plan, SomeImages images, ImageEncoder encoder) {
    this.encoder = encoder;
    RandomStreams random = new RandomStreams(plan.parameters().seed());
    this.probe = probe(plan, images, random.stream("probe"));
    this.pairRows = ProbeRows.some(images.rows(), PAIRS, random.stream("pairs"));
  }

  private static ProbeRows probe(PretrainingPlan plan, SomeImages images, RandomGenerator random) {
    PretrainingParameters wanted = plan.parameters();
    LabelTable labels = images.data().labels();
    return plan.run().supervised()
        ? ProbeRows.heldOut(labels, images.rows(), wanted.probeImages(), random)
        : ProbeRows.of(labels, images.rows(), wanted.probeImages(), wanted.probeSplit(), random);
  }

  /** What the features are worth now. */
  CheckedFeatures check(IProgressMonitor monitor) throws PatchworkException {
    float[][] first = encoder.augmented(pairRows, 0, monitor);
    float[][] second = encoder.augmented(pairRows, 1, monitor);
    Geometry geometry = new Geometry(first, second);
    float[][] training = encoder.features(probe.training(), monitor);
    float[][] test = encoder.features(probe.test(), monitor);
    Worth worth = worth(training, test, monitor);
    FeatureCheck check =
        new FeatureCheck(
            probe.usable() ? probe.training().length + probe.test().length : 0,
            worth.linear(),
            worth.neighbours(),
            geometry.alignment(),
            geometry.uniformity(),
            geometry.uniformityUnsquared(),
            geometry.spread(),
            geometry.rank());
    return new CheckedFeatures(check, probe, training, test, worth.predicted());
  }

  /**
   * What the pixels are worth on the same images: what features must beat.
   *
   * @return by name, as in {@link PretrainingEpoch#measures}; empty without labels
   */
  Map<String, Double> pixels(IProgressMonitor monitor) {
    if (!probe.usable()) {
      return Map.of();
    }
    float[][] training = encoder.pixels(probe.training(), PIXELS_SIDE, monitor);
    float[][] test = encoder.pixels(probe.test(), PIXELS_SIDE, monitor);
    Worth worth = worth(training, test, monitor);
    return Map.of(
        PretrainingEpoch.PIXELS_PROBE,
        worth.linear(),
        PretrainingEpoch.PIXELS_NEIGHBOURS,
        worth.neighbours());
  }

  /** What some vectors of the labelled images are worth; without figures if there are too few. */
  private record Worth(Double linear, Double neighbours, int[] predicted) {}

  private Worth worth(float[][] training, float[][] test, IProgressMonitor monitor) {
    if (!probe.usable()) {
      return new Worth(null, null, new int[0]);
    }
    int[] predicted =
        LinearProbe.fit(training, probe.trainingClasses(), probe.classes(), monitor::isCanceled)
            .predict(test);
    double neighbours =
        NeighbourVote.accuracy(
            training, probe.trainingClasses(), test, probe.testClasses(), probe.classes());
    return new Worth(LinearProbe.part(predicted, probe.testClasses()), neighbours, predicted);
  }
}
