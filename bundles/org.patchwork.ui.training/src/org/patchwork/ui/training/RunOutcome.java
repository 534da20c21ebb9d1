// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.util.Locale;
import java.util.OptionalDouble;
import org.patchwork.learn.Evaluation;
import org.patchwork.learn.RunRecord;

/**
 * How a run ended.
 *
 * @param kind success, cancel or failure
 * @param text one sentence for the user: figures, or what went wrong and what to do
 */
public record RunOutcome(Kind kind, String text) {
  /** The three ways a run ends. */
  public enum Kind {
    DONE,
    CANCELLED,
    FAILED
  }

  static RunOutcome done(RunRecord record) {
    StringBuilder text = new StringBuilder();
    int epochs = record.epochs().size();
    text.append(
        String.format(Locale.ENGLISH, "Trained %,d %s", epochs, epochs == 1 ? "epoch" : "epochs"));
    if (record.outcome() == RunRecord.Outcome.STOPPED_EARLY) {
      text.append(" (stopped early, best was ").append(record.bestEpoch()).append(')');
    }
    double seconds = record.seconds().values().stream().mapToDouble(Double::doubleValue).sum();
    text.append(String.format(Locale.ENGLISH, " in %.1f s. ", seconds));
    text.append(figures("Validation", record.validationMetrics()));
    if (record.validationMetrics() == null || record.validationMetrics().accuracyCount() == 0) {
      text.append(figures("Training", record.trainingMetrics()));
    }
    return new RunOutcome(Kind.DONE, text.toString().strip());
  }

  /** The same with another sentence; an empty one changes nothing. */
  RunOutcome with(String sentence) {
    return sentence.isEmpty() ? this : new RunOutcome(kind, text + " " + sentence);
  }

  static RunOutcome cancelled() {
    return new RunOutcome(
        Kind.CANCELLED, "Training was cancelled; the model and its predictions are as before.");
  }

  static RunOutcome failed(String problem) {
    return new RunOutcome(Kind.FAILED, problem);
  }

  private static String figures(String part, Evaluation evaluation) {
    if (evaluation == null || evaluation.accuracyCount() == 0) {
      return "";
    }
    return String.format(
        Locale.ENGLISH,
        "%s: accuracy %s (%,d), mean AUC %s. ",
        part,
        text(evaluation.accuracy()),
        evaluation.accuracyCount(),
        text(evaluation.meanAuc()));
  }

  /** Two decimals, or n/a where there is no figure. */
  static String text(OptionalDouble figure) {
    return figure.isEmpty() ? "n/a" : String.format(Locale.ENGLISH, "%.2f", figure.getAsDouble());
  }
}
