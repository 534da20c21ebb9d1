// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.project.PastDraw;
import org.patchwork.project.ProjectSession;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.Page;
import org.patchwork.ui.PageModel;
import org.patchwork.ui.UiThread;

/**
 * The button with the pages that were drawn before, also before the last restart: shows one again,
 * or forgets them all.
 */
final class EarlierPages {
  private static final int SHOWN = 15;
  private static final int LONGEST = 80;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT).withZone(ZoneId.systemDefault());

  private final OpenProject open;
  private final PageModel page;
  private final Consumer<String> say;
  private final Button button;
  private final UiThread thread;

  EarlierPages(Composite parent, OpenProject open, PageModel page, Consumer<String> say) {
    this.open = open;
    this.page = page;
    this.say = say;
    button = new Button(parent, SWT.PUSH);
    button.setText("Earlier pages ▾");
    button.setToolTipText(
        "Shows a page again that was drawn before, or forgets all of them, so that their images may"
            + " come again");
    button.addListener(SWT.Selection, event -> load(draws -> DropDown.open(button, menu(draws))));
    thread = UiThread.of(button);
  }

  /** Reads the newest draws off the display thread, then goes on with them. */
  void load(Consumer<List<PastDraw>> then) {
    ProjectSession session = open.session();
    if (session == null) {
      say.accept("Open a project first.");
      return;
    }
    thread.deliver(
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return session.sampling().draws(SHOWN);
              } catch (ProjectFormatException e) {
                throw new CompletionException(e);
              }
            }),
        then,
        error -> say.accept(error.getMessage()));
  }

  Menu menu(List<PastDraw> draws) {
    Menu menu = new Menu(button);
    if (draws.isEmpty()) {
      DropDown.item(menu, "No page was drawn yet", () -> {}).setEnabled(false);
      return menu;
    }
    draws.forEach(draw -> DropDown.item(menu, text(draw), () -> show(draw)));
    DropDown.separator(menu);
    DropDown.item(menu, "Forget all earlier pages", this::forget);
    return menu;
  }

  private static String text(PastDraw draw) {
    String text = TIME.format(draw.time()) + "  " + draw.reason();
    return text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
  }

  private void show(PastDraw draw) {
    int count = open.session().labels().rows();
    // images whose import was taken back are no longer there
    int[] rows = Arrays.stream(draw.rows()).filter(row -> row < count).toArray();
    page.show(Page.of(rows, draw.sampler(), TIME.format(draw.time()) + ": " + draw.reason()));
  }

  private void forget() {
    ProjectSession session = open.session();
    if (session != null) {
      thread.deliver(
          session.sampling().forget(),
          done -> say.accept("The earlier pages are forgotten; their images may come again."),
          error -> say.accept(error.getMessage()));
    }
  }
}
