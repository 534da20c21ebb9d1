// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.patchwork.training.search.SearchRecord;
import org.patchwork.training.search.SearchScore;
import org.patchwork.training.search.Trial;

/** What searches have to say, in sentences. */
final class SearchTexts {
  private SearchTexts() {}

  /** A score as it stands in a sentence. */
  static String name(SearchScore score) {
    return switch (score) {
      case MEAN_AP -> "mean AP";
      case MEAN_AUC -> "mean AUC";
      case ACCURACY -> "accuracy";
    };
  }

  /** What a search found. */
  static String text(SearchRecord search) {
    Trial best = search.best();
    if (search.judgesPresentSettings()) {
      return presentSettings(search, best);
    }
    Trial now =
        search.trials().stream().filter(trial -> trial.number() == 1).findFirst().orElseThrow();
    return String.format(
        Locale.ENGLISH,
        "Best of %,d: trial %d with %s %.3f ± %.3f; the settings of that time have %s%s.",
        search.trials().size(),
        best.number(),
        name(search.parameters().score()),
        best.score(),
        best.deviation(),
        Tables.figure(now.score()),
        now.inFull() ? "" : " after " + now.epochs() + " epochs");
  }

  private static String presentSettings(SearchRecord search, Trial trial) {
    SearchScore first = search.parameters().score();
    String others =
        Arrays.stream(SearchScore.values())
            .filter(score -> score != first)
            .map(score -> name(score) + " " + Tables.figure(score.of(trial.evaluation())))
            .collect(Collectors.joining(", "));
    return String.format(
        Locale.ENGLISH,
        "%s: %s %.3f ± %.3f; %s.",
        judgedBy(search),
        name(first),
        trial.score(),
        trial.deviation(),
        others);
  }

  private static String judgedBy(SearchRecord search) {
    int folds = search.parameters().folds();
    return folds == 0
        ? "Present settings on the validation images"
        : String.format(
            Locale.ENGLISH,
            "Present settings on %,d labelled images in %d folds",
            search.labelledImages(),
            folds);
  }
}
