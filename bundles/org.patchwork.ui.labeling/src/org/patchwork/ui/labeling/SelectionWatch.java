// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.patchwork.core.LabelTable;
import org.patchwork.ui.Page;
import org.patchwork.ui.PageSelection;
import org.patchwork.ui.UiThread;

/**
 * Counts what the selected images have: a few at once, a large selection off the display thread,
 * one count at a time. Only the newest selection is ever shown.
 */
final class SelectionWatch {
  /** More than this takes longer than a turn of the event loop should. */
  private static final int MOST_AT_ONCE = 5_000;

  private final UiThread thread;
  private final Consumer<SelectionFacts> known;
  private Supplier<SelectionFacts> next;
  private boolean counting;

  /**
   * A watch.
   *
   * @param known takes the facts on the display thread
   */
  SelectionWatch(UiThread thread, Consumer<SelectionFacts> known) {
    this.thread = thread;
    this.known = known;
  }

  /** Counts this selection now or soon, and drops those asked for before. */
  void count(LabelTable labels, Page page, PageSelection selection) {
    next = null;
    if (selection.count() <= MOST_AT_ONCE) {
      known.accept(SelectionFacts.of(labels, page, selection));
      return;
    }
    next = () -> SelectionFacts.of(labels, page, selection);
    countNext();
  }

  private void countNext() {
    if (counting || next == null) {
      return;
    }
    Supplier<SelectionFacts> task = next;
    counting = true;
    thread.deliver(
        CompletableFuture.supplyAsync(task),
        facts -> {
          counting = false;
          if (next == task) {
            next = null;
            known.accept(facts);
          }
          countNext();
        },
        error -> {
          counting = false;
          throw new IllegalStateException("The selected images cannot be counted", error);
        });
  }
}
