// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.patchwork.core.LabelTable;
import org.patchwork.project.ProjectSession;
import org.patchwork.ui.Icons;
import org.patchwork.ui.PageModel;
import org.patchwork.ui.ThumbnailCanvas;

/**
 * The line over the grid: how the page came about, how far it is labelled, pages back and forth,
 * zoom.
 */
final class GridHeader extends Composite {
  private static final String[] ZOOMS = {
    "Fit", "1 × 1", "2 × 2", "3 × 3", "4 × 4", "5 × 5", "6 × 6", "8 × 8", "10 × 10"
  };
  private static final int[] COLUMNS = {ThumbnailCanvas.FIT, 1, 2, 3, 4, 5, 6, 8, 10};

  private final PageModel page;
  private final Label description;
  private final ToolItem previous;
  private final ToolItem next;
  private final Combo zoom;
  private ThumbnailCanvas canvas;

  GridHeader(Composite parent, PageModel page) {
    super(parent, SWT.NONE);
    this.page = page;
    GridLayout layout = new GridLayout(4, false);
    layout.marginHeight = 2;
    layout.marginWidth = 8;
    setLayout(layout);
    description = new Label(this, SWT.NONE);
    GridData fill = new GridData(SWT.FILL, SWT.CENTER, true, false);
    fill.widthHint = 100;
    description.setLayoutData(fill);
    ToolBar pages = new ToolBar(this, SWT.FLAT);
    previous = item(pages, "previous", "Previous page (P)", page::previous);
    next = item(pages, "next", "Page after this one", page::next);
    zoom = new Combo(this, SWT.READ_ONLY | SWT.DROP_DOWN);
    zoom.setItems(ZOOMS);
    zoom.select(0);
    zoom.setToolTipText("Images per row: Fit shows the whole page (F); + and − zoom");
    zoom.addListener(SWT.Selection, event -> canvas.setColumns(COLUMNS[zoom.getSelectionIndex()]));
    ToolBar zooms = new ToolBar(this, SWT.FLAT);
    item(zooms, "zoom-out", "Smaller images (−)", () -> canvas.zoom(false));
    item(zooms, "zoom-in", "Larger images (+)", () -> canvas.zoom(true));
  }

  void connect(ThumbnailCanvas newCanvas) {
    canvas = newCanvas;
    canvas.onColumnsChanged(this::showZoom);
  }

  void refresh(ProjectSession session) {
    boolean shown = session != null && page.page().size() > 0;
    description.setText(shown ? text(session.labels()).replace("&", "&&") : "");
    description.setToolTipText(shown ? page.page().description() : null);
    previous.setEnabled(page.pageNumber() > 1);
    next.setEnabled(page.pageNumber() < page.pageCount());
  }

  private String text(LabelTable labels) {
    int labelled = 0;
    for (int row : page.page().rows()) {
      boolean answered =
          row < labels.rows()
              && (labels.excluded(row) || labels.status(row) == LabelTable.Status.LABELED);
      labelled += answered ? 1 : 0;
    }
    String selected =
        page.selection().count() > 1 ? " · " + page.selection().count() + " selected" : "";
    return "Page "
        + page.pageNumber()
        + " · "
        + labelled
        + " of "
        + page.page().size()
        + " done"
        + selected
        + " · "
        + page.page().description();
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
