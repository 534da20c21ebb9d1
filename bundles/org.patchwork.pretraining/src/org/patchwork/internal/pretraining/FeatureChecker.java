// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining;

import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.RandomStreams;
import org.patchwork.pretraining.FeatureCheck;

/** Measures what the features are worth, always on the same images. */
final class FeatureChecker {
  private static final int PAIRS = 256;

  private final ImageEncoder encoder;
  private final ProbeRows probe;
  private final int[] pairRows;

  FeatureChecker(PretrainingPlan plan, SomeImages images, ImageEncoder encoder) {
    this.encoder = encoder;
    RandomStreams random = new RandomStreams(plan.parameters().seed());
    this.probe =
        ProbeRows.of(
            images.data().labels(),
            images.rows(),
            plan.parameters().probeImages(),
            plan.parameters().probeSplit(),
            random.stream("probe"));
    this.pairRows = ProbeRows.some(images.rows(), PAIRS, random.stream("pairs"));
  }

  /** What the features are worth now. */
  CheckedFeatures check(IProgressMonitor monitor) throws PatchworkException {
    float[][] first = encoder.augmented(pairRows, 0, monitor);
    float[][] second = encoder.augmented(pairRows, 1, monitor);
    Geometry geometry = new Geometry(first, second);
    float[][] training = encoder.features(probe.training(), monitor);
    float[][] test = encoder.features(probe.test(), monitor);
    Double linear = null;
    Double neighbours = null;
    int[] predicted = {};
    if (probe.usable()) {
      predicted =
          LinearProbe.fit(training, probe.trainingClasses(), probe.classes(), monitor::isCanceled)
              .predict(test);
      linear = LinearProbe.part(predicted, probe.testClasses());
      neighbours =
          NeighbourVote.accuracy(
              training, probe.trainingClasses(), test, probe.testClasses(), probe.classes());
    }
    FeatureCheck check =
        new FeatureCheck(
            probe.usable() ? probe.training().length + probe.test().length : 0,
            linear,
            neighbours,
            geometry.alignment(),
            geometry.uniformity(),
            geometry.uniformityUnsquared(),
            geometry.spread(),
            geometry.rank());
    return new CheckedFeatures(check, probe, training, test, predicted);
  }
}
