// SPDX-License-Identifier: MIT
package org.patchwork.training.search;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.ModelDesignSpec;
import org.patchwork.learn.TrainingSpec;
import org.patchwork.learn.split.HoldOut;
import org.patchwork.training.TrainingData;
import org.patchwork.training.TrainingService;

/**
 * Tries settings and tells which were best. Trials do not depend on each other, so several run at
 * once and give what they would give one after the other.
 */
public final class SettingsSearch {
  private static final int FACTOR = 3;

  private final TrainingService service;
  private final int threads;
  private final InstantSource clock;

  /**
   * A search.
   *
   * @param threads number of trials at once
   */
  public SettingsSearch(TrainingService service, int threads) {
    this(service, threads, InstantSource.system());
  }

  /**
   * A search with a clock of its own.
   *
   * @param threads number of trials at once
   * @param clock tells when a search began
   */
  public SettingsSearch(TrainingService service, int threads, InstantSource clock) {
    this.service = service;
    this.threads = threads;
    this.clock = clock;
  }

  /**
   * Searches as {@link #run} does, and says when and on what, so that the result can be kept.
   *
   * @throws TrainingException as {@link #run}
   */
  public SearchRecord record(
      TrainingSpec start,
      List<ModelDesignSpec> designs,
      SearchParameters parameters,
      TrainingData data,
      SearchListener listener,
      IProgressMonitor monitor)
      throws TrainingException {
    Instant started = clock.instant();
    List<Trial> trials = run(start, designs, parameters, data, listener, monitor);
    return new SearchRecord(
        started, data.featureSet(), HoldOut.labeled(data.labels()).length, parameters, trials);
  }

  /**
   * Searches.
   *
   * @param start what would be trained now; the first trial
   * @param designs designs to draw from, or empty for that of {@code start}
   * @return the trials, best first: those trained in full before those that were not, and those
   *     without a score at the end
   * @throws TrainingException if there is nothing to judge by, or no trial could be trained; says
   *     what to do
   * @throws OperationCanceledException if the monitor is cancelled
   */
  public List<Trial> run(
      TrainingSpec start,
      List<ModelDesignSpec> designs,
      SearchParameters parameters,
      TrainingData data,
      SearchListener listener,
      IProgressMonitor monitor)
      throws TrainingException {
    List<TrainingSpec> specs = new SearchSpace(start, designs, parameters).draw();
    List<Rung> rungs = rungs(parameters.method(), specs.size(), start.parameters().epochs());
    int work = rungs.stream().mapToInt(rung -> rung.trials() * rung.epochs()).sum();
    SubMonitor progress = SubMonitor.convert(monitor, "Searching settings", work);
    TrialRunner runner = TrialRunner.of(service, data, parameters);
    List<Trial> candidates = new ArrayList<>();
    for (int i = 0; i < specs.size(); i++) {
      candidates.add(new Trial(i + 1, specs.get(i), 0, Double.NaN, 0, null, 0, ""));
    }
    List<Trial> done = new ArrayList<>();
    for (Rung rung : rungs) {
      List<Trial> tried =
          tryAll(candidates.subList(0, rung.trials()), rung.epochs(), runner, listener, progress);
      tried.sort(best());
      done.removeIf(old -> tried.stream().anyMatch(trial -> trial.number() == old.number()));
      done.addAll(tried);
      candidates = tried;
    }
    done.sort(best());
    requireOne(done);
    return List.copyOf(done);
  }

  /** One stage: so many of the best trials so far, each for so many epochs. */
  private record Rung(int trials, int epochs) {}

  private static List<Rung> rungs(SearchMethod method, int trials, int epochs) {
    List<Rung> rungs = new ArrayList<>();
    if (method == SearchMethod.HALVING) {
      int square = FACTOR * FACTOR;
      rungs.add(new Rung(trials, Math.max(1, epochs / square)));
      rungs.add(new Rung(Math.max(1, trials / FACTOR), Math.max(1, epochs / FACTOR)));
      rungs.add(new Rung(Math.max(1, trials / square), epochs));
    } else {
      rungs.add(new Rung(trials, epochs));
    }
    return rungs;
  }

  /** Trained longest first, then by score; without a score last. */
  static Comparator<Trial> best() {
    return Comparator.comparing((Trial trial) -> Double.isNaN(trial.score()))
        .thenComparing(trial -> -trial.epochs() / (double) trial.spec().parameters().epochs())
        .thenComparing(trial -> -trial.score())
        .thenComparing(Trial::number);
  }

  private List<Trial> tryAll(
      List<Trial> trials,
      int epochs,
      TrialRunner runner,
      SearchListener listener,
      SubMonitor progress)
      throws TrainingException {
    Object turn = new Object();
    try (ExecutorService pool =
        Executors.newFixedThreadPool(
            Math.min(threads, trials.size()),
            Thread.ofPlatform().daemon().name("Patchwork search ", 0).factory())) {
      List<Future<Trial>> futures = new ArrayList<>();
      for (Trial trial : trials) {
        futures.add(
            pool.submit(
                () -> {
                  Trial tried = runner.run(trial.number(), trial.spec(), epochs, progress);
                  synchronized (turn) {
                    listener.tried(tried);
                    progress.worked(epochs);
                  }
                  return tried;
                }));
      }
      return collect(futures, pool);
    }
  }

  private static List<Trial> collect(List<Future<Trial>> futures, ExecutorService pool)
      throws TrainingException {
    List<Trial> trials = new ArrayList<>();
    try {
      for (Future<Trial> future : futures) {
        trials.add(future.get());
      }
      return trials;
    } catch (ExecutionException e) {
      pool.shutdownNow();
      if (e.getCause() instanceof TrainingException cause) {
        throw cause;
      } else if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      pool.shutdownNow();
      Thread.currentThread().interrupt();
      throw new OperationCanceledException();
    }
  }

  private static void requireOne(List<Trial> trials) throws TrainingException {
    Trial best = trials.get(0);
    if (best.evaluation() == null) {
      throw new TrainingException("No settings could be trained. " + best.problem());
    } else if (Double.isNaN(best.score())) {
      throw new TrainingException(
          "The settings cannot be compared: no class has both images with and without it among"
              + " those that are judged. Label more images, or choose fewer folds.");
    }
  }
}
