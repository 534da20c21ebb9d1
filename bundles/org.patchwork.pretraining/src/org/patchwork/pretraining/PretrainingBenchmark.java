// SPDX-License-Identifier: MIT
package org.patchwork.pretraining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.LabelTable;
import org.patchwork.core.ParameterSchema;
import org.patchwork.core.PatchworkException;
import org.patchwork.image.ImageSource;
import org.patchwork.internal.pretraining.StepTimer;
import org.patchwork.learn.Algorithms;

/**
 * How many steps a second pre-training takes: SimCLR, a network of four stages (1.2 million
 * weights), 64 pairs of views of 64×64 pixels. The same steps are measured with images read and
 * augmented while the engine computes, and on a batch that is ready; a program of others can be
 * measured in turn. Every figure is a median of rounds, and what is compared is compared within
 * rounds, so that a busy machine is busy for all.
 */
public final class PretrainingBenchmark {
  private static final int SIZE = 64;
  private static final int PAIRS = 64;
  private static final int HIDDEN = 256;
  private static final int OUTPUT = 128;
  private static final int STAGES = 4;

  /** Steps before those that count, so that what lies ready is used up. */
  private static final int UNCOUNTED = 6;

  private final Algorithms algorithms;

  /** Something else that takes the same steps. */
  @FunctionalInterface
  public interface Peer {
    /**
     * Takes steps.
     *
     * @param uncounted steps to take first
     * @return steps per second of those that follow
     */
    double stepsPerSecond(int uncounted, int steps) throws PatchworkException;
  }

  /**
   * How long to measure.
   *
   * @param rounds rounds that count; one more comes first
   * @param steps steps of each measurement
   */
  public record Extent(int rounds, int steps) {}

  /** A benchmark with these algorithms. */
  public PretrainingBenchmark(Algorithms algorithms) {
    this.algorithms = algorithms;
  }

  /** The settings of the run that is measured. */
  public static PretrainingSpec spec() {
    Map<String, Object> parameters =
        Map.of(
            "size",
            SIZE,
            "batchSize",
            PAIRS,
            "epochs",
            100_000,
            "probeImages",
            0,
            "weightDecay",
            0.0);
    return new PretrainingSpec(
        "simclr",
        Map.of("hidden", HIDDEN, "output", OUTPUT),
        "small",
        Map.of("stages", STAGES),
        ParameterSchema.of(PretrainingParameters.class).create(parameters));
  }

  /**
   * Measures.
   *
   * @param images at least {@value #PAIRS}, 8-bit
   * @param peer measured in turn, if there is one
   * @return {@code stepsPerSecond} from the images, {@code readyStepsPerSecond} on a ready batch,
   *     {@code ofReady} the one divided by the other, {@code inputImagesPerSecond} read and
   *     augmented twice with nothing else going on, and with a peer {@code peerStepsPerSecond} and
   *     {@code ofPeer}
   */
  public Map<String, Object> run(
      ImageSource images, Extent extent, Optional<Peer> peer, IProgressMonitor monitor)
      throws PatchworkException {
    List<double[]> rounds = new ArrayList<>();
    SubMonitor progress = SubMonitor.convert(monitor, "Measuring", extent.rounds() + 1);
    try (StepTimer timer =
        new PretrainingService(algorithms, () -> java.time.Instant.EPOCH)
            .timer(spec(), new PretrainingData(images, unlabelled(images), 255))) {
      for (int round = 0; round <= extent.rounds(); round++) {
        double[] figures = {
          timer.withInput(UNCOUNTED, extent.steps()),
          timer.ready(UNCOUNTED, extent.steps()),
          timer.input(UNCOUNTED, extent.steps()),
          peer.isPresent() ? peer.get().stepsPerSecond(UNCOUNTED, extent.steps()) : 0
        };
        if (round > 0) {
          rounds.add(figures);
        }
        progress.worked(1);
        if (monitor.isCanceled()) {
          throw new OperationCanceledException();
        }
      }
    }
    return figures(rounds, peer.isPresent());
  }

  private static Map<String, Object> figures(List<double[]> rounds, boolean peer) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("stepsPerSecond", median(rounds, 0, -1));
    figures.put("readyStepsPerSecond", median(rounds, 1, -1));
    figures.put("ofReady", median(rounds, 0, 1));
    figures.put("inputImagesPerSecond", PAIRS * median(rounds, 2, -1));
    if (peer) {
      figures.put("peerStepsPerSecond", median(rounds, 3, -1));
      figures.put("ofPeer", median(rounds, 0, 3));
    }
    return figures;
  }

  /** Median over the rounds of a figure, or of its ratio to another. */
  private static double median(List<double[]> rounds, int figure, int divisor) {
    double[] values =
        rounds.stream()
            .mapToDouble(round -> round[figure] / (divisor < 0 ? 1 : round[divisor]))
            .sorted()
            .toArray();
    return (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
  }

  private static LabelTable unlabelled(ImageSource images) {
    List<String> paths = IntStream.range(0, images.size()).mapToObj(images::path).toList();
    String[] subsets = new String[images.size()];
    Arrays.fill(subsets, "");
    return LabelTable.empty().withRows(paths, List.of(subsets));
  }
}
