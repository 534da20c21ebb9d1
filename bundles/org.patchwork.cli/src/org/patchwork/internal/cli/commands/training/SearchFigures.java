// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.patchwork.cli.CommandResult;
import org.patchwork.core.Parameter;
import org.patchwork.learn.TrainingParameters;
import org.patchwork.training.search.SearchRecord;
import org.patchwork.training.search.Trial;

/** What a search has to say, in lines and in values. */
final class SearchFigures {
  private SearchFigures() {}

  /** Tells of one search. */
  static void tell(SearchRecord search, CommandResult.Builder result) {
    List<Map<String, Object>> trials = lines(search, result);
    result.value("trials", trials).value("best", trials.getFirst());
  }

  /** Tells of one search among others; the values are for the caller to collect. */
  static Map<String, Object> list(SearchRecord search, CommandResult.Builder result) {
    result.line(
        "%s, %s: %,d labelled images, best by %s",
        search.started(),
        search.features(),
        search.labelledImages(),
        Parameter.choiceName(search.parameters().score()));
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("started", search.started().toString());
    values.put("features", search.features());
    values.put("labelledImages", search.labelledImages());
    values.put("score", Parameter.choiceName(search.parameters().score()));
    values.put("folds", search.parameters().folds());
    values.put("trials", lines(search, result));
    return values;
  }

  private static List<Map<String, Object>> lines(
      SearchRecord search, CommandResult.Builder result) {
    List<Map<String, Object>> entries = new ArrayList<>();
    result.line("%5s  %6s  %6s  %6s  %s", "trial", "score", "±", "epochs", "settings");
    for (Trial trial : search.trials()) {
      entries.add(entry(trial));
      result.line(
          "%5d  %6s  %6.3f  %6d  %s",
          trial.number(),
          Double.isNaN(trial.score())
              ? "n/a"
              : String.format(Locale.ENGLISH, "%.3f", trial.score()),
          trial.deviation(),
          trial.epochs(),
          trial.problem().isEmpty() ? text(trial) : trial.problem());
    }
    return entries;
  }

  private static Map<String, Object> entry(Trial trial) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("trial", trial.number());
    entry.put("score", Double.isNaN(trial.score()) ? null : trial.score());
    entry.put("deviation", trial.deviation());
    entry.put("epochs", trial.epochs());
    entry.put("seconds", trial.seconds());
    entry.put("settings", trial.spec().parameters().texts());
    entry.put("fineTuning", trial.spec().design().fineTuningId());
    entry.put("output", trial.spec().design().outputId());
    entry.put("problem", trial.problem());
    return entry;
  }

  private static String text(Trial trial) {
    TrainingParameters settings = trial.spec().parameters();
    Map<String, String> texts = settings.texts();
    return String.format(
        Locale.ENGLISH,
        "rate %s, %s, decay %s, batch %d, sampling %s, weight decay %s",
        texts.get("learningRate"),
        texts.get("optimizer"),
        texts.get("decay"),
        settings.batchSize(),
        texts.get("sampling"),
        texts.get("weightDecay"));
  }
}
