// SPDX-License-Identifier: MIT
package org.patchwork.training;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.LabelTable;
import org.patchwork.core.TrainingException;
import org.patchwork.internal.training.SimulatedLabeler;
import org.patchwork.internal.training.SimulatedRun;
import org.patchwork.internal.training.SimulationProgress;
import org.patchwork.learn.Algorithms;

/**
 * Plays the labelling loop with the true labels as oracle: label a few images, train, judge on the
 * test part, let the sampler choose the next images, and so on. Runs differ in sampler and seed
 * only and do not depend on each other, so several at once give the same curves as one after the
 * other.
 *
 * <p>A sampler that needs no predictions chooses the first images too; all others start from those
 * that the random sampler would choose with the same seed, so that their curves begin alike. An
 * image is labelled for all classes at once, as far as the truth is known and not hidden. Features
 * may have been learned from all images, the test part included, without their labels; that is the
 * usual pool-based setting.
 */
public final class Simulation {
  private final TrainingService training;
  private final Algorithms algorithms;
  private final int threads;

  /**
   * Prepares simulations.
   *
   * @param threads number of runs at once
   */
  public Simulation(TrainingService training, Algorithms algorithms, int threads) {
    this.training = training;
    this.algorithms = algorithms;
    this.threads = threads;
  }

  /**
   * Simulates.
   *
   * @param truth the true labels and the features
   * @return all points, by sampler and seed as in the spec, then by number of labels
   * @throws TrainingException if a sampler or a training fails
   * @throws OperationCanceledException if the monitor is cancelled
   */
  public List<CurvePoint> run(
      SimulationSpec spec,
      TrainingData truth,
      TestSplit split,
      SimulationListener listener,
      IProgressMonitor monitor)
      throws TrainingException {
    SimulatedLabeler labeler = labeler(spec, truth.labels(), split);
    int runs = spec.samplers().size() * spec.seeds().size();
    int points = runs * labeler.rounds(spec);
    SimulationProgress progress =
        new SimulationProgress(SubMonitor.convert(monitor, "Simulating", points), listener);
    try (ExecutorService pool =
        Executors.newFixedThreadPool(
            Math.min(threads, runs),
            Thread.ofPlatform().daemon().name("Patchwork simulation ", 0).factory())) {
      List<Future<List<CurvePoint>>> futures = new ArrayList<>();
      for (String sampler : spec.samplers()) {
        for (long seed : spec.seeds()) {
          SimulatedRun run = new SimulatedRun(spec, sampler, seed, truth, split, labeler, training);
          futures.add(pool.submit(() -> run.run(progress)));
        }
      }
      return collect(futures);
    }
  }

  private SimulatedLabeler labeler(SimulationSpec spec, LabelTable truth, TestSplit split)
      throws TrainingException {
    LabelTable answers = HiddenCells.of(truth, spec.hidden(), 0);
    BitSet pool = HiddenCells.answered(answers, split.pool());
    if (pool.isEmpty()) {
      throw new TrainingException(
          "With a share of " + spec.hidden() + " hidden no image has an answer left; hide less.");
    }
    return new SimulatedLabeler(answers, pool, spec.classId(), algorithms.samplers());
  }

  private static List<CurvePoint> collect(List<Future<List<CurvePoint>>> futures)
      throws TrainingException {
    List<CurvePoint> points = new ArrayList<>();
    Throwable failure = null;
    for (Future<List<CurvePoint>> future : futures) {
      try {
        points.addAll(future.get());
      } catch (ExecutionException e) {
        // A failing run cancels the others: what it threw is the answer, not their cancel.
        boolean first = failure == null || failure instanceof OperationCanceledException;
        failure = first ? e.getCause() : failure;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new OperationCanceledException();
      }
    }
    return switch (failure) {
      case null -> points;
      case TrainingException cause -> throw cause;
      case RuntimeException cause -> throw cause;
      default -> throw new IllegalStateException(failure);
    };
  }
}
