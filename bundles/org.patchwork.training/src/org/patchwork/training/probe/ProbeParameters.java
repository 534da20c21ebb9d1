// SPDX-License-Identifier: MIT
package org.patchwork.training.probe;

import org.patchwork.core.Param;

/**
 * How extractors are probed.
 *
 * @param experiments number of draws; each extractor learns from each
 * @param smallest fewest images to learn from
 * @param largest most images to learn from
 * @param split what is kept apart for the test
 * @param testShare share of the images, or of the subsets, kept apart
 * @param c inverse strength of the penalty, as liblinear has it
 * @param labelNoise share of the labels to learn from that are turned round
 * @param positives share of images with the class among those to learn from; 0 draws them as they
 *     come
 * @param standardize whether features get mean 0 and variance 1 on what is learnt from
 * @param seed for all draws
 */
public record ProbeParameters(
    @Param(
            label = "Experiments",
            help = "Number of draws of images to learn from; each extractor learns from each.",
            min = 1,
            max = 10_000)
        int experiments,
    @Param(label = "Smallest", help = "Fewest images to learn from.", min = 4, max = 100_000)
        int smallest,
    @Param(label = "Largest", help = "Most images to learn from.", min = 4, max = 100_000)
        int largest,
    @Param(
            label = "Kept apart",
            help =
                "For the test: some images, some whole subsets (windows of one image stay"
                    + " together), or one subset at a time, which says how features carry over to a"
                    + " new source.")
        Split split,
    @Param(
            label = "Test share",
            help = "Share of the images or subsets kept apart in each experiment.",
            min = 0.05,
            max = 0.9,
            step = 0.05)
        double testShare,
    @Param(
            label = "C",
            help = "Inverse strength of the penalty on weights, as in liblinear.",
            min = 1e-6,
            max = 1e6)
        double c,
    @Param(
            label = "Label noise",
            help = "Share of the labels to learn from that are turned round.",
            min = 0,
            max = 0.5,
            step = 0.05)
        double labelNoise,
    @Param(
            label = "Share with class",
            help = "Among the images to learn from; 0 draws them as they come.",
            min = 0,
            max = 0.95,
            step = 0.05)
        double positives,
    @Param(
            label = "Standardize",
            help = "Gives each feature mean 0 and variance 1 on the images to learn from.")
        boolean standardize,
    @Param(label = "Seed", help = "For all draws; the same seed gives the same curve.") int seed) {

  /** What is kept apart for the test. */
  public enum Split {
    /** Images at random. */
    IMAGES,
    /** Whole subsets at random. */
    SUBSETS,
    /** One subset, another each time. */
    ONE_SUBSET
  }

  /** A hundred experiments with 10 to 5,000 images, three in ten kept apart. */
  public ProbeParameters() {
    this(100, 10, 5000, Split.IMAGES, 0.3, 1, 0, 0, true, 0);
  }

  public ProbeParameters {
    if (largest < smallest) {
      throw new IllegalArgumentException(
          "Largest is " + largest + ", but must not be less than smallest, " + smallest + ".");
    }
  }
}
