// SPDX-License-Identifier: MIT
package org.patchwork.pretraining;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.patchwork.core.Param;
import org.patchwork.core.ParameterSchema;
import org.patchwork.learn.encoder.EncoderOptimizer;
import org.patchwork.learn.encoder.RateSchedule;

/** Settings of a run that are the same for all trainers and networks. */
public record PretrainingParameters(
    @Param(label = "Epochs", help = "How often every image is seen.", min = 1, max = 100000)
        int epochs,
    @Param(
            label = "Batch size",
            help = "Images of a step; contrastive trainers get better with more of them.",
            min = 2,
            max = 16384)
        int batchSize,
    @Param(
            label = "Size",
            help = "Height and width in pixels to which images are resized.",
            min = 8,
            max = 1024)
        int size,
    @Param(label = "Channels", help = "Channels of the images.", min = 1, max = 64) int channels,
    @Param(
            label = "Augmentation",
            help =
                "How views are made: a preset, operations, or both, as in"
                    + " simclr,rot90,zoom_scale=0.6.")
        String augmentation,
    @Param(label = "Optimizer", help = "How gradients become steps.")
        EncoderOptimizer.Method optimizer,
    @Param(
            label = "Learning rate",
            help =
                "The rate at its highest. LARS takes rates of about 1, the others 0.003 or less.",
            min = 1e-9,
            max = 1000)
        double learningRate,
    @Param(label = "Schedule", help = "How the rate changes over the run.")
        RateSchedule.Kind schedule,
    @Param(
            label = "Decay steps",
            help = "Steps over which the rate falls; 0 for what the run has after the warm-up.",
            min = 0)
        int decaySteps,
    @Param(
            label = "Warm-up steps",
            help = "Steps in which warmup-cosine rises, at most a tenth of the run.",
            min = 0)
        int warmupSteps,
    @Param(label = "Weight decay", help = "Pull of kernels towards 0.", min = 0, max = 1)
        double weightDecay,
    @Param(
            label = "Clip norm",
            help = "Gradients together longer than this are shortened to it; 0 for never.",
            min = 0)
        double clipNorm,
    @Param(
            label = "Accumulate",
            help =
                "The weights change after so many batches, by the mean of their gradients: large"
                    + " batches in little memory. Batch norm and negatives stay those of one batch.",
            min = 1,
            max = 4096)
        int accumulate,
    @Param(
            label = "Checkpoint steps",
            help =
                "A run that is killed goes on from its last checkpoint, at most so many steps"
                    + " back.",
            min = 1)
        int checkpointSteps,
    @Param(
            label = "Probe images",
            help =
                "So many labelled images, at most, are encoded after each epoch to see whether the"
                    + " features get better; 0 for none.",
            min = 0)
        int probeImages,
    @Param(
            label = "Probe split",
            help =
                "Which labelled images test the probe: a third of each class by lot, the same with"
                    + " images of one source on one side, or every third in their order.")
        ProbeSplit probeSplit,
    @Param(
            label = "Colours",
            help =
                "What the network sees of the images: their colours, the mean of them, or edges"
                    + " (Sobel).")
        NetworkInput colors,
    @Param(
            label = "Keep resized images",
            help =
                "Writes the resized images to the folder records of the project in the first epoch"
                    + " and reads them from there afterwards: faster, at 4 bytes a value.")
        boolean recordCache,
    @Param(
            label = "Pictures every",
            help =
                "Epochs from one set of pictures (views, kernels, neighbours, confusion) to the"
                    + " next; also before the first and after the last. 0 for none.",
            min = 0)
        int picturesEvery,
    @Param(
            label = "Neighbours shown",
            help = "Images beside one example of each class in the picture of neighbours.",
            min = 1,
            max = 50)
        int neighboursShown,
    @Param(
            label = "Rotation test every",
            help =
                "Epochs from one test whether features tell by which quarter images are turned to"
                    + " the next, and after the last; 0 for none.",
            min = 0)
        int rotationEvery,
    @Param(
            label = "Projector every",
            help =
                "Epochs from one set of files for TensorBoard's embedding projector to the next,"
                    + " and after the last; 0 for none.",
            min = 0)
        int projectorEvery,
    @Param(
            label = "Keep model every",
            help =
                "Epochs from one copy of the extractor in the folder models to the next, and after"
                    + " the last; 0 for none.",
            min = 0)
        int keepModelEvery,
    @Param(
            label = "MLflow",
            help =
                "Where MLflow is to follow the run, epoch by epoch: a folder, or a server as in"
                    + " http://localhost:5000; empty for nowhere.")
        String mlflow,
    @Param(label = "Notes", help = "Anything worth knowing about the run; stands in config.yml.")
        String notes,
    @Param(label = "Seed", help = "Equal seeds give equal runs.") long seed) {
  private static final Set<String> LOOKS =
      Set.of(
          "checkpointSteps",
          "recordCache",
          "picturesEvery",
          "neighboursShown",
          "rotationEvery",
          "projectorEvery",
          "keepModelEvery",
          "mlflow",
          "notes");

  public PretrainingParameters() {
    this(
        10,
        64,
        32,
        3,
        "simclr",
        EncoderOptimizer.Method.ADAM,
        3e-3,
        RateSchedule.Kind.WARMUP_COSINE,
        0,
        500,
        1e-6,
        0,
        1,
        200,
        3000,
        ProbeSplit.STRATIFIED,
        NetworkInput.AS_STORED,
        false,
        1,
        8,
        0,
        0,
        0,
        "",
        "",
        0);
  }

  /**
   * True if a run with the other settings takes the same steps. What is only looked at, and where
   * images are read from, may change when a run goes on.
   */
  public boolean sameTraining(PretrainingParameters other) {
    return deciding(this).equals(deciding(other));
  }

  private static Map<String, Object> deciding(PretrainingParameters parameters) {
    Map<String, Object> values =
        new LinkedHashMap<>(ParameterSchema.of(PretrainingParameters.class).values(parameters));
    values.keySet().removeAll(LOOKS);
    return values;
  }

  /** The rate over a run of so many steps. */
  public RateSchedule rates(long steps) {
    long warmup =
        schedule == RateSchedule.Kind.WARMUP_COSINE ? Math.min(warmupSteps, steps / 10) : 0;
    long decay = decaySteps > 0 ? decaySteps : Math.max(1, steps - warmup);
    return new RateSchedule(schedule, learningRate, decay, warmup);
  }
}
