// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.concurrent.CompletableFuture;
import org.patchwork.core.LabelTable;
import org.patchwork.project.LabelsChanged;
import org.patchwork.ui.Page;
import org.patchwork.ui.UiThread;

/**
 * How many images of the page are done: fully labelled, or excluded. After an edit only the changed
 * rows are looked at; a list of millions is counted off the display thread.
 */
final class PageProgress {
  /** More than this takes longer than a turn of the event loop should. */
  private static final int MOST_AT_ONCE = 10_000;

  private final UiThread thread;
  private final Runnable known;
  private Page page = Page.EMPTY;
  private LabelTable counted = LabelTable.empty();
  private int done;
  private boolean counting;

  /**
   * Nothing counted yet.
   *
   * @param known told on the display thread when a count that took its time is there
   */
  PageProgress(UiThread thread, Runnable known) {
    this.thread = thread;
    this.known = known;
  }

  /** Number of images done, −1 while they are being counted. */
  int done() {
    return counting ? -1 : done;
  }

  /** Counts another page, or the same one after more than labels changed. */
  void count(Page newPage, LabelTable labels) {
    page = newPage;
    counted = labels;
    counting = newPage.size() > MOST_AT_ONCE;
    if (!counting) {
      done = count(newPage.rows(), labels);
      return;
    }
    thread.deliver(
        CompletableFuture.supplyAsync(() -> count(newPage.rows(), labels)),
        result -> take(newPage, labels, result),
        error -> {
          throw new IllegalStateException("The images done cannot be counted", error);
        });
  }

  /** Follows an edit. */
  void update(LabelsChanged event) {
    if (event.all()) {
      count(page, event.labels());
    } else if (!counting) {
      done += change(event.rows(), counted, event.labels());
      counted = event.labels();
    } else {
      count(page, event.labels());
    }
  }

  private void take(Page countedPage, LabelTable labels, int result) {
    if (page == countedPage && counted == labels) { // else a newer count is on its way
      counting = false;
      done = result;
      known.run();
    }
  }

  private int change(int[] rows, LabelTable before, LabelTable after) {
    int change = 0;
    for (int row : rows) {
      if (page.positionOf(row) >= 0) {
        change += (isDone(after, row) ? 1 : 0) - (isDone(before, row) ? 1 : 0);
      }
    }
    return change;
  }

  private static int count(int[] rows, LabelTable labels) {
    int count = 0;
    for (int row : rows) {
      count += isDone(labels, row) ? 1 : 0;
    }
    return count;
  }

  private static boolean isDone(LabelTable labels, int row) {
    return row < labels.rows()
        && (labels.excluded(row) || labels.status(row) == LabelTable.Status.LABELED);
  }
}
