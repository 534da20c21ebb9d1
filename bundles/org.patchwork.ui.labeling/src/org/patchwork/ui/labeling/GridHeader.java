// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.patchwork.core.LabelTable;
import org.patchwork.project.LabelsChanged;
import org.patchwork.project.ProjectSession;
import org.patchwork.ui.Icons;
import org.patchwork.ui.PageModel;
import org.patchwork.ui.ThumbnailCanvas;
import org.patchwork.ui.UiThread;
import org.patchwork.ui.labeling.FilterChoices.Choice;

/**
 * The line over the grid: how the page came about, how far it is labelled, pages back and forth,
 * zoom.
 */
final class GridHeader extends Composite {
  private static final String[] ZOOMS = {
    "Fit", "1 × 1", "2 × 2", "3 × 3", "4 × 4", "5 × 5", "6 × 6", "8 × 8", "10 × 10", "15 × 15",
    "20 × 20", "30 × 30"
  };
  private static final int[] COLUMNS = {ThumbnailCanvas.FIT, 1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 30};
  private static final String SHOWN_TIP =
      "What is shown: the page that was drawn, or all images that the filter above lets through"
          + " (Ctrl+B)";

  private final PageModel page;
  private final Browser browser;
  private final Label description;
  private final ToolItem previous;
  private final ToolItem next;
  private final Combo zoom;
  private final PageProgress progress;
  private final ChoiceCombo<BrowseOrder> shown;
  private final ToolBar zooms;
  private ThumbnailCanvas canvas;
  private Consumer<Boolean> zoomer = larger -> {};
  private ProjectSession session;

  GridHeader(Composite parent, PageModel page, Browser browser) {
    super(parent, SWT.NONE);
    this.page = page;
    this.browser = browser;
    this.progress = new PageProgress(UiThread.of(this), this::refresh);
    GridLayout layout = new GridLayout(5, false);
    layout.marginHeight = 2;
    layout.marginWidth = 8;
    setLayout(layout);
    description = new Label(this, SWT.NONE);
    GridData fill = new GridData(SWT.FILL, SWT.CENTER, true, false);
    fill.widthHint = 100;
    description.setLayoutData(fill);
    shown = new ChoiceCombo<>(this, SHOWN_TIP, this::choose);
    shown.offer(choices());
    ToolBar pages = new ToolBar(this, SWT.FLAT);
    previous = item(pages, "previous", "Previous page (P)", () -> turn(false));
    next = item(pages, "next", "Page after this one", () -> turn(true));
    zoom = new Combo(this, SWT.READ_ONLY | SWT.DROP_DOWN);
    zoom.setItems(ZOOMS);
    zoom.select(0);
    zoom.setToolTipText("Images per row: Fit shows the whole page (F); + and − zoom");
    zoom.addListener(SWT.Selection, event -> canvas.setColumns(COLUMNS[zoom.getSelectionIndex()]));
    zooms = new ToolBar(this, SWT.FLAT);
    item(zooms, "zoom-out", "Smaller images (−)", () -> zoomer.accept(false));
    item(zooms, "zoom-in", "Larger images (+)", () -> zoomer.accept(true));
  }

  /** Adds a tool at the right end. */
  ToolItem addTool(String icon, String toolTip, Runnable action) {
    return item(zooms, icon, toolTip, action);
  }

  /**
   * Takes the grid.
   *
   * @param newZoomer makes larger (true) or smaller what is looked at
   */
  void connect(ThumbnailCanvas newCanvas, Consumer<Boolean> newZoomer) {
    zoomer = newZoomer;
    canvas = newCanvas;
    canvas.onColumnsChanged(this::showZoom);
  }

  /** Shows another page, project or set of rows; null for no project. */
  void show(ProjectSession newSession) {
    session = newSession;
    progress.count(page.page(), newSession == null ? LabelTable.empty() : newSession.labels());
    refresh();
  }

  /** Follows an edit; O(changed rows). */
  void update(LabelsChanged event) {
    progress.update(event);
    refresh();
  }

  /** Shows the selection; O(1). */
  void refresh() {
    boolean shown = session != null && page.page().size() > 0;
    description.setText(shown ? text().replace("&", "&&") : "");
    description.setToolTipText(shown ? page.page().description() : null);
    showOrder();
    previous.setEnabled(page.browsing() || page.pageNumber() > 1);
    next.setEnabled(page.browsing() || page.pageNumber() < page.pageCount());
  }

  private String text() {
    List<String> parts = new ArrayList<>();
    if (!page.browsing()) {
      parts.add("Page " + page.pageNumber());
    }
    String size = number(page.page().size());
    parts.add(progress.done() < 0 ? size : number(progress.done()) + " of " + size + " done");
    if (page.selection().count() > 1) {
      parts.add(number(page.selection().count()) + " selected");
    }
    parts.add(page.page().description());
    return String.join(" · ", parts);
  }

  private static String number(int value) {
    return String.format(Locale.ENGLISH, "%,d", value);
  }

  private static List<Choice<BrowseOrder>> choices() {
    List<Choice<BrowseOrder>> choices = new ArrayList<>();
    choices.add(new Choice<>("Drawn page", null));
    for (BrowseOrder order : BrowseOrder.values()) {
      choices.add(new Choice<>("All, " + order.phrase(), order));
    }
    return choices;
  }

  /** The page before or after this one; in a list, a screen back or on. */
  private void turn(boolean forward) {
    if (page.browsing()) {
      canvas.turnScreen(forward);
    } else if (forward) {
      page.next();
    } else {
      page.previous();
    }
  }

  private void choose() {
    if (shown.value() == null) {
      browser.leave();
    } else {
      browser.browse(shown.value());
    }
    showOrder(); // the list comes later, or not at all
  }

  private void showOrder() {
    shown.select(page.browsing() ? browser.order() : null);
  }

  private void showZoom() {
    int wanted = canvas.columns();
    for (int i = 0; i < COLUMNS.length; i++) {
      if (COLUMNS[i] == wanted) {
        zoom.select(i);
        return;
      }
    }
    zoom.deselectAll();
  }

  private static ToolItem item(ToolBar bar, String icon, String toolTip, Runnable action) {
    ToolItem item = new ToolItem(bar, SWT.PUSH);
    item.setImage(Icons.image(bar, icon));
    item.setToolTipText(toolTip);
    item.addListener(SWT.Selection, event -> action.run());
    return item;
  }
}
