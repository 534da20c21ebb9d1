// SPDX-License-Identifier: MIT
package org.patchwork.learn.conformance;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.patchwork.core.RandomStreams;
import org.patchwork.core.TrainingException;
import org.patchwork.image.ImagePatch;
import org.patchwork.image.ImageSource;
import org.patchwork.image.InputSpec;
import org.patchwork.image.augmentation.AugmentationSpec;
import org.patchwork.image.augmentation.Augmenter;
import org.patchwork.image.augmentation.BuiltInAugmentations;
import org.patchwork.learn.encoder.EncoderGoal;
import org.patchwork.learn.encoder.EncoderLoss;
import org.patchwork.learn.encoder.StepImage;
import org.patchwork.learn.encoder.Trainer;
import org.patchwork.learn.encoder.TrainerContext;
import org.patchwork.learn.encoder.TrainerRun;
import org.patchwork.learn.encoder.View;
import org.patchwork.learn.network.Node;

/** Checks what pre-training relies on in a trainer, without an engine. */
public abstract class TrainerConformance<P extends Record>
    extends AlgorithmConformance<Trainer<P>, P> {
  private static final int BATCH = 4;
  private static final int IMAGES = 12;
  private static final int SIDE = 8;
  private static final int CHANNELS = 3;
  private static final double[] MOMENTS = {0, 0.5, 1};

  /**
   * The run to check in: 12 random images of 8 × 8 pixels and 3 channels in batches of 4, two
   * classes of which every image has exactly one. Override it for trainers that need files.
   */
  protected TrainerContext context() {
    return new TrainerContext(
        new RandomImages(),
        AlternatingClasses.of(IMAGES, "even", "odd"),
        IntStream.range(0, IMAGES).toArray(),
        new InputSpec(SIDE, SIDE, CHANNELS, 255),
        BATCH,
        2,
        1e-3,
        new RandomStreams(1),
        Path.of(""));
  }

  /**
   * Checks that goals and measures are finite scalars, that views and inputs are those that were
   * announced and filled, that the order of an epoch has rows of the run and is the same when drawn
   * again, and that the decay of a target is a part from 0 to 1.
   *
   * @throws AssertionError if a rule is broken; says which
   */
  public final void verify() {
    verifyAlgorithm();
    TrainerRun run = open();
    require(!run.views().isEmpty(), "It must want at least one view");
    require(run.views().equals(run.views()), "Its views must always be the same");
    ReferenceTowers towers = new ReferenceTowers(context(), run);
    EncoderLoss loss = build(run, towers);
    for (EncoderGoal goal : loss.goals()) {
      scalar("The goal " + goal.name(), goal.loss());
    }
    loss.measures().forEach((name, node) -> scalar("The measure " + name, node));
    require(towers.encoded(), "The loss must depend on the encoder");
    inputs(run, towers);
    for (long step = 0; step < 5; step++) {
      int goal = run.goal(step);
      require(goal >= 0 && goal < loss.goals().size(), "There is no goal " + goal);
    }
    decay(run, towers);
    orders(run);
    restores(run);
  }

  private TrainerRun open() {
    try {
      return algorithm().open(parameters(), context());
    } catch (TrainingException e) {
      throw new AssertionError("A small run must do: " + e.getMessage(), e);
    }
  }

  private static EncoderLoss build(TrainerRun run, ReferenceTowers towers) {
    try {
      return run.build(towers);
    } catch (TrainingException e) {
      throw new AssertionError("A small encoder must do: " + e.getMessage(), e);
    }
  }

  private static void scalar(String what, Node node) {
    require(node.rank() == 0, what + " must be a scalar");
    double value = ReferenceOps.value(node).scalar();
    require(Double.isFinite(value), what + " must be finite, not " + value);
  }

  private static void decay(TrainerRun run, ReferenceTowers towers) {
    for (double progress : MOMENTS) {
      var decay = run.targetDecay(progress);
      require(
          decay.isPresent() || !towers.targetAsked(), "It asks for a target: give its targetDecay");
      require(
          decay.isEmpty() || decay.get() >= 0 && decay.get() <= 1,
          "The decay of the target must be from 0 to 1");
    }
  }

  private static void inputs(TrainerRun run, ReferenceTowers towers) {
    towers
        .inputs()
        .forEach(
            (name, width) -> {
              float[] row = new float[width];
              run.fill(towers.image(0), name, row, 0);
              require(finite(row), "The input " + name + " must be finite");
              float[] again = new float[width];
              run.fill(towers.image(0), name, again, 0);
              require(
                  Arrays.equals(row, again),
                  "The input " + name + " must depend on its arguments alone");
            });
  }

  private static boolean finite(float[] values) {
    for (float value : values) {
      if (!Float.isFinite(value)) {
        return false;
      }
    }
    return true;
  }

  private void orders(TrainerRun run) {
    int[] rows = context().rows();
    int streams = run.views().stream().mapToInt(View::stream).max().orElse(0) + 1;
    require(run.epochSize(rows.length) > 0, "An epoch must have images");
    for (int stream = 0; stream < streams; stream++) {
      int[] order = run.order(stream, 0, rows, new RandomStreams(3).stream("order"));
      require(order.length > 0, "The order of an epoch must not be empty");
      for (int row : order) {
        require(Arrays.binarySearch(rows, row) >= 0, "The run has no row " + row);
      }
      require(
          Arrays.equals(order, run.order(stream, 0, rows, new RandomStreams(3).stream("order"))),
          "The order of an epoch must depend on its arguments alone");
    }
  }

  private static void restores(TrainerRun run) {
    try {
      run.restore(run.state());
    } catch (TrainingException e) {
      throw new AssertionError("It must take its own state back: " + e.getMessage(), e);
    }
  }

  /** Noise. */
  private static final class RandomImages implements ImageSource {
    @Override
    public int size() {
      return IMAGES;
    }

    @Override
    public String path(int index) {
      return index + ".png";
    }

    @Override
    public void read(int index, InputSpec input, float[] target, int offset) {
      SplittableRandom random = new SplittableRandom(index);
      for (int i = 0; i < input.values(); i++) {
        target[offset + i] = (float) random.nextDouble();
      }
    }
  }

  /** An augmentation that does nothing. */
  static Augmenter unchanged() {
    return Augmenter.of(BuiltInAugmentations.catalog(), AugmentationSpec.NONE);
  }

  /** An image of a step as the loop hands it to trainers. */
  static StepImage image(TrainerContext context, TrainerRun run, int slot, float[] pixels) {
    InputSpec input = context.input();
    long[] seeds = new long[run.views().size()];
    for (int view = 0; view < seeds.length; view++) {
      seeds[view] = context.random().seedOf("view " + slot + "." + view);
    }
    return new StepImage(
        0,
        0,
        slot,
        0,
        context.rows()[slot],
        seeds,
        Collections.nCopies(seeds.length, unchanged()),
        new ImagePatch(input.height(), input.width(), input.channels(), pixels));
  }
}
