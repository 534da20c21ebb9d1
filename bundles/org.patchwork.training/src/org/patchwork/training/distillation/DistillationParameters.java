// SPDX-License-Identifier: MIT
package org.patchwork.training.distillation;

import org.patchwork.core.Param;
import org.patchwork.image.augmentation.AugmentationText;
import org.patchwork.learn.Optimizer;
import org.patchwork.learn.encoder.RateSchedule;

/** Settings of a distillation beside the network of the student. */
public record DistillationParameters(
    @Param(label = "Epochs", help = "How often every image is seen.", min = 1, max = 100000)
        int epochs,
    @Param(label = "Batch size", help = "Images of a step.", min = 1, max = 16384) int batchSize,
    @Param(
            label = "Size",
            help = "Height and width in pixels to which images are resized for the student.",
            min = 8,
            max = 1024)
        int size,
    @Param(label = "Channels", help = "Channels of the images.", min = 1, max = 64) int channels,
    @Param(
            label = "Softening",
            help =
                "What the temperature acts on: probabilities, as the Python package has it, or"
                    + " logits (Hinton et al. 2015).")
        Softening softening,
    @Param(
            label = "Temperature",
            help =
                "How soft the teacher's word is; with logits 2 to 4 tells more of which classes"
                    + " resemble each other.",
            min = 0.01,
            max = 100)
        double temperature,
    @Param(
            label = "Use labels",
            help = "Where people have labelled a training image, their word stands.")
        boolean useLabels,
    @Param(
            label = "Augmentation",
            help =
                "Random changes of the images the student sees; the teacher's word stays that on"
                    + " the plain image. A preset such as default or none, or operations.")
        String augmentation,
    @Param(label = "Optimizer", help = "How gradients become steps.") Optimizer optimizer,
    @Param(label = "Learning rate", help = "The rate at its highest.", min = 1e-9, max = 1000)
        double learningRate,
    @Param(label = "Schedule", help = "How the rate changes over the run.")
        RateSchedule.Kind schedule,
    @Param(label = "Weight decay", help = "Pull of kernels towards 0.", min = 0, max = 1)
        double weightDecay,
    @Param(
            label = "Check images",
            help =
                "So many images, at most, are predicted after each epoch to see how the student"
                    + " does: held-out ones with labels if there are any.",
            min = 1)
        int checkImages,
    @Param(label = "Seed", help = "Equal seeds give equal students.") long seed) {
  private static final int MOST_WARMUP = 500;

  public DistillationParameters() {
    this(
        10,
        128,
        32,
        3,
        Softening.PROBABILITIES,
        1,
        false,
        "none",
        Optimizer.ADAM,
        1e-3,
        RateSchedule.Kind.COSINE,
        1e-6,
        1000,
        0);
  }

  public DistillationParameters {
    AugmentationText.parse(augmentation);
  }

  /** The rate over a run of so many steps; what warms up does so for a tenth of it at most. */
  public RateSchedule rates(long steps) {
    long warmup =
        schedule == RateSchedule.Kind.WARMUP_COSINE ? Math.min(MOST_WARMUP, steps / 10) : 0;
    return new RateSchedule(schedule, learningRate, Math.max(1, steps - warmup), warmup);
  }
}
