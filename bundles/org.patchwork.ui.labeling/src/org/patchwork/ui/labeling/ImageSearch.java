// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.patchwork.core.LabelTable;
import org.patchwork.ui.Page;
import org.patchwork.ui.labeling.QuickFinder.Answer;
import org.patchwork.ui.labeling.QuickFinder.Hit;

/**
 * Finds images of a page by their number on it, from 1, or by a part of their path, in upper or
 * lower case. Walks over the paths on a background thread and ends when its answer is cancelled.
 *
 * @param page where to look
 * @param labels knows the paths
 */
record ImageSearch(Page page, LabelTable labels) {
  private static final int MOST_HITS = 50;
  private static final int ROWS_BETWEEN_LOOKS = 1 << 12;

  /**
   * Finds what is typed.
   *
   * @return the places of the images on the page, in page order
   */
  CompletableFuture<Answer<Integer>> find(String typed) {
    CompletableFuture<Answer<Integer>> answer = new CompletableFuture<>();
    if (typed.isEmpty()) {
      answer.complete(new Answer<>(List.of(), "There are " + page.size() + " images."));
    } else {
      answer.completeAsync(() -> search(typed, answer));
    }
    return answer;
  }

  private Answer<Integer> search(String typed, CompletableFuture<Answer<Integer>> asked) {
    List<Hit<Integer>> hits = new ArrayList<>();
    int number = number(typed);
    if (number >= 1 && number <= page.size()) {
      hits.add(hit(number - 1));
    }
    String wanted = typed.toLowerCase(Locale.ROOT);
    for (int place = 0; place < page.size() && hits.size() < MOST_HITS; place++) {
      if (place % ROWS_BETWEEN_LOOKS == 0 && asked.isDone()) {
        break; // something else is typed by now
      }
      String path = labels.path(page.rows()[place]);
      if (place != number - 1 && path.toLowerCase(Locale.ROOT).contains(wanted)) {
        hits.add(hit(place));
      }
    }
    return new Answer<>(
        hits, "No image here has \"" + typed + "\" in its path; Ctrl+B shows all images.");
  }

  private Hit<Integer> hit(int place) {
    String number = String.format(Locale.ENGLISH, "%,d", place + 1);
    return new Hit<>(number + "   " + labels.path(page.rows()[place]), place);
  }

  private static int number(String typed) {
    String digits = typed.replace(",", "");
    return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : 0;
  }
}
