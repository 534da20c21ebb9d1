// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.wizard;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.eclipse.swt.widgets.Control;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.ui.UiThread;

/** Reads the disk for a wizard page while the page is used. */
final class Background {
  private Background() {}

  /** Something to be read. */
  interface Question<T> {
    T ask() throws ProjectFormatException;
  }

  /**
   * Asks in the background; answers come on the display thread, as long as the control is there.
   *
   * @param failed gets what went wrong, in words
   */
  static <T> void ask(
      Control control, Question<T> question, Consumer<T> answer, Consumer<String> failed) {
    CompletableFuture<T> future =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return question.ask();
              } catch (ProjectFormatException e) {
                throw new CompletionException(e);
              }
            });
    UiThread.of(control)
        .deliver(future, answer, error -> failed.accept(String.valueOf(error.getMessage())));
  }
}
