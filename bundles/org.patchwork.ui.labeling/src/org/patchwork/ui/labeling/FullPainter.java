// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.patchwork.core.LabelTable;
import org.patchwork.image.Window;
import org.patchwork.project.ProjectSession;
import org.patchwork.ui.ErrorTile;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.PageModel;
import org.patchwork.ui.ThemeColor;
import org.patchwork.ui.ThemeColors;

/** Draws what the full view says about an image, over and under its pixels. */
final class FullPainter {
  /** Height of the line under the picture. */
  static final int CAPTION = 22;

  private static final int DIMMED = 150;
  private static final int OUTLINED = 150;
  private static final int LARGEST_ERROR = 420;

  private final OpenProject open;
  private final PageModel page;
  private final Viewport viewport;
  private final TextStamps texts;

  FullPainter(OpenProject open, PageModel page, Viewport viewport, TextStamps texts) {
    this.texts = texts;
    this.open = open;
    this.page = page;
    this.viewport = viewport;
  }

  void begin(GC gc, Rectangle area, ThemeColors colors) {
    gc.setAntialias(SWT.ON);
    gc.setBackground(colors.get(ThemeColor.GROUND));
    gc.fillRectangle(area);
  }

  /** Stands where the picture comes. */
  void reading(GC gc, Rectangle area, String name, ThemeColors colors) {
    String text = "Reading " + name + " …";
    Point size = gc.textExtent(text);
    gc.setForeground(colors.get(ThemeColor.MUTED));
    gc.drawText(text, (area.width - size.x) / 2, (area.height - size.y) / 2, true);
  }

  /** Says why there is no picture. */
  void error(GC gc, Rectangle area, String message, ThemeColors colors) {
    int side = Math.min(LARGEST_ERROR, Math.min(area.width, area.height));
    ErrorTile.paint(
        gc,
        new Rectangle((area.width - side) / 2, (area.height - side) / 2, side, side),
        message,
        colors);
  }

  /** Dims all of the picture but the window of the row. */
  void window(GC gc, Rectangle area, Rectangle window, Rectangle picture, ThemeColors colors) {
    Rectangle whole = viewport.toScreen(picture).intersection(area);
    Rectangle hole = viewport.toScreen(window);
    int top = Math.max(whole.y, Math.min(hole.y, whole.y + whole.height));
    int bottom = Math.min(whole.y + whole.height, Math.max(hole.y + hole.height, whole.y));
    int right = whole.x + whole.width;
    gc.setBackground(colors.get(ThemeColor.GROUND));
    gc.setAlpha(DIMMED);
    fill(gc, whole.x, whole.y, right, top);
    fill(gc, whole.x, bottom, right, whole.y + whole.height);
    fill(gc, whole.x, top, Math.min(right, hole.x), bottom);
    fill(gc, Math.max(whole.x, hole.x + hole.width), top, right, bottom);
    gc.setAlpha(255);
  }

  private static void fill(GC gc, int left, int top, int right, int bottom) {
    if (right > left && bottom > top) {
      gc.fillRectangle(left, top, right - left, bottom - top);
    }
  }

  /** Outlines the other windows of the image; those that are labelled in the labels' colour. */
  void neighbours(GC gc, Rectangle area, Neighbours neighbours, int row, ThemeColors colors) {
    ProjectSession session = open.session();
    if (session == null) {
      return;
    }
    LabelTable labels = session.labels();
    gc.setLineWidth(1);
    gc.setAlpha(OUTLINED);
    for (int i = 0; i < neighbours.rows().size(); i++) {
      int other = neighbours.rows().get(i);
      Window window = neighbours.windows().get(i);
      Rectangle frame =
          viewport.toScreen(new Rectangle(window.x(), window.y(), window.width(), window.height()));
      if (other != row && other < labels.rows() && frame.intersects(area)) {
        boolean labelled = labels.status(other) != LabelTable.Status.UNLABELED;
        gc.setForeground(colors.get(labelled ? ThemeColor.LABELED : ThemeColor.MUTED));
        gc.setLineStyle(labelled ? SWT.LINE_SOLID : SWT.LINE_DOT);
        gc.drawRectangle(frame.x, frame.y, frame.width - 1, frame.height - 1);
      }
    }
    gc.setLineStyle(SWT.LINE_SOLID);
    gc.setAlpha(255);
  }

  /** The frame around the window of the row, to be seen on any ground. */
  void frame(GC gc, Rectangle window, ThemeColors colors) {
    Rectangle frame = viewport.toScreen(window);
    gc.setForeground(colors.get(ThemeColor.CELL));
    gc.setLineWidth(4);
    gc.drawRectangle(frame);
    gc.setForeground(colors.get(ThemeColor.SELECTION));
    gc.setLineWidth(2);
    gc.drawRectangle(frame);
  }

  /** The line under the picture: labels on the left, file and zoom on the right. */
  void caption(GC gc, Rectangle area, int row, boolean shown, ThemeColors colors) {
    gc.setBackground(colors.get(ThemeColor.CELL));
    gc.fillRectangle(0, area.height - CAPTION, area.width, CAPTION);
    ProjectSession session = open.session();
    if (session == null || row < 0 || row >= session.labels().rows()) {
      return;
    }
    CellFacts facts =
        CellFacts.of(
            session.labels(),
            session.predictions(),
            ClassStyle.of(session.classes()),
            row,
            page.focusClass());
    Rectangle line = new Rectangle(8, area.height - CAPTION + 2, area.width / 2, CAPTION - 4);
    Chips.paint(gc, texts, line, facts, colors);
    String text = text(session, facts, row, shown);
    gc.setForeground(colors.get(ThemeColor.MUTED));
    gc.drawText(text, area.width - gc.textExtent(text).x - 8, line.y + 1, true);
  }

  private String text(ProjectSession session, CellFacts facts, int row, boolean shown) {
    String flags =
        (facts.excluded() ? "excluded · " : "") + (facts.validation() ? "validation · " : "");
    String predicted =
        facts.shownClass() == null
            ? ""
            : facts.shownClass().name() + " " + facts.probabilityText() + " · ";
    String percent = shown ? Math.round(viewport.scale() * 100) + " % · " : "";
    return flags + predicted + percent + session.labels().path(row) + " · Esc: back to the page";
  }
}
