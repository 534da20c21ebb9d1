// SPDX-License-Identifier: MIT
package org.patchwork.pretraining;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A run as its folder tells it.
 *
 * @param name name of the folder
 * @param folder where everything about it lies
 * @param record what its record says, or null if that cannot be read
 * @param problem why it cannot be read, or null
 */
public record PretrainingRun(String name, Path folder, PretrainingRecord record, String problem) {
  private static final String EPOCH = "-epoch";

  /** The last epoch that was checked; number 0 is the untrained network. */
  public Optional<PretrainingEpoch> last() {
    return epochs().isEmpty() ? Optional.empty() : Optional.of(epochs().getLast());
  }

  /** The epoch after which the linear probe was best, the untrained network included. */
  public Optional<PretrainingEpoch> best() {
    return epochs().stream()
        .filter(epoch -> epoch.check().probeAccuracy() != null)
        .max(Comparator.comparing(epoch -> epoch.check().probeAccuracy()));
  }

  /** The epochs that were checked. */
  public List<PretrainingEpoch> epochs() {
    return record == null ? List.of() : record.epochs();
  }

  /** True if it can go on. */
  public boolean unfinished() {
    return record != null && !record.finished();
  }

  /** True if it has an extractor that has learned something. */
  public boolean trained() {
    return last().map(epoch -> epoch.epoch() > 0).orElse(false);
  }

  /**
   * Seconds of training until the end of each epoch, 0 for the untrained network. An epoch with a
   * break has no time of its own; it counts as long as the others took per step.
   *
   * @return one entry for each of the {@link #epochs()}; NaN where no epoch tells how long a step
   *     takes
   */
  public double[] elapsed() {
    double[] elapsed = new double[epochs().size()];
    double perStep = secondsPerStep();
    for (int i = 1; i < elapsed.length; i++) {
      PretrainingEpoch epoch = epochs().get(i);
      long steps = epoch.steps() - epochs().get(i - 1).steps();
      double seconds = epoch.seconds() == null ? steps * perStep : epoch.seconds();
      elapsed[i] = elapsed[i - 1] + seconds;
    }
    return elapsed;
  }

  private double secondsPerStep() {
    double seconds = 0;
    long steps = 0;
    for (int i = 1; i < epochs().size(); i++) {
      PretrainingEpoch epoch = epochs().get(i);
      if (epoch.seconds() != null) {
        seconds += epoch.seconds();
        steps += epoch.steps() - epochs().get(i - 1).steps();
      }
    }
    return seconds / steps; // not a number where there is none
  }

  /** A name for features made with what it has learned so far. */
  public String featureSetName() {
    return name + EPOCH + last().map(PretrainingEpoch::epoch).orElse(0);
  }

  /** The epoch that a feature set is of, if it has a name that this run gave. */
  public OptionalInt epochOf(String featureSet) {
    String prefix = name + EPOCH;
    if (!featureSet.startsWith(prefix)) {
      return OptionalInt.empty();
    }
    String number = featureSet.substring(prefix.length());
    return number.matches("\\d{1,9}")
        ? OptionalInt.of(Integer.parseInt(number))
        : OptionalInt.empty();
  }

  static PretrainingRun of(Path folder, PretrainingRecord record) {
    return new PretrainingRun(
        folder.getFileName().toString(), folder, Objects.requireNonNull(record), null);
  }

  static PretrainingRun unreadable(Path folder, String problem) {
    return new PretrainingRun(folder.getFileName().toString(), folder, null, problem);
  }
}
