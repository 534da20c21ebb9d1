// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.patchwork.learn.evaluation.ConfusionMatrix;
import org.patchwork.ui.ThemeColor;
import org.patchwork.ui.ThemeColors;

/**
 * Draws a confusion matrix: a line for each truth, a column for each answer, shaded by the share of
 * the line. Cells are chosen by the mouse, or by arrow keys and Enter.
 */
final class ConfusionCanvas extends Canvas {
  private static final int MARGIN = 6;
  private static final int LEAST_CELL = 34;
  private static final int MOST_CELL = 90;
  private static final int NAME_SHARE = 4; // of the width at most one so manyth for the names

  private final BiConsumer<Integer, Integer> chosen;
  private ConfusionMatrix matrix;
  private UnaryOperator<String> names = id -> id;
  private int cursorTruth;
  private int cursorAnswer;

  /**
   * An empty canvas.
   *
   * @param chosen takes truth and answer of a cell
   */
  ConfusionCanvas(Composite parent, BiConsumer<Integer, Integer> chosen) {
    super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
    this.chosen = chosen;
    addListener(SWT.Paint, event -> paint(event.gc));
    addListener(SWT.MouseUp, this::click);
    addListener(SWT.MouseMove, this::hover);
    addListener(SWT.KeyDown, this::key);
    addListener(SWT.FocusIn, event -> redraw());
    addListener(SWT.FocusOut, event -> redraw());
    addListener(SWT.Traverse, event -> event.doit = event.detail != SWT.TRAVERSE_RETURN);
    ThemeColors.current().onChange(this, this::redraw);
  }

  /**
   * Shows a matrix.
   *
   * @param newNames from class ids to names
   */
  void show(ConfusionMatrix newMatrix, UnaryOperator<String> newNames) {
    matrix = newMatrix;
    names = newNames;
    cursorTruth = Math.min(cursorTruth, matrix.size() - 1);
    cursorAnswer = Math.min(cursorAnswer, matrix.size() - 1);
    redraw();
  }

  /** Name of a truth or answer. */
  String name(int number) {
    return number < matrix.classIds().size()
        ? names.apply(matrix.classIds().get(number))
        : "none of them";
  }

  /** Where cells are: those of line and column 0 begin at left and top. */
  private record Grid(int left, int top, int width, int height) {
    Rectangle cell(int truth, int answer) {
      return new Rectangle(left + answer * width, top + truth * height, width, height);
    }
  }

  private Grid grid(GC gc) {
    Rectangle area = getClientArea();
    int widest = 0;
    for (int i = 0; i < matrix.size(); i++) {
      widest = Math.max(widest, gc.textExtent(name(i)).x);
    }
    int line = gc.getFontMetrics().getHeight();
    int left = Math.min(widest, area.width / NAME_SHARE) + 2 * MARGIN;
    int top = 2 * line + 2 * MARGIN;
    int width = Math.clamp((area.width - left - MARGIN) / matrix.size(), LEAST_CELL, MOST_CELL);
    int height =
        Math.clamp((area.height - top - MARGIN) / matrix.size(), line + 2, LEAST_CELL + line);
    return new Grid(left, top, width, height);
  }

  private void paint(GC gc) {
    ThemeColors colors = ThemeColors.current();
    gc.setBackground(colors.get(ThemeColor.GROUND));
    gc.fillRectangle(getClientArea());
    if (matrix == null) {
      return;
    }
    Grid grid = grid(gc);
    int line = gc.getFontMetrics().getHeight();
    gc.setForeground(colors.get(ThemeColor.MUTED));
    gc.drawText("Images of \u2193 taken for \u2192", MARGIN, MARGIN / 2, true);
    for (int i = 0; i < matrix.size(); i++) {
      Rectangle first = grid.cell(i, 0);
      Rectangle head = grid.cell(0, i);
      gc.setForeground(colors.get(ThemeColor.TEXT));
      String truth = fitted(gc, name(i), grid.left() - 2 * MARGIN);
      int y = first.y + (first.height - line) / 2;
      gc.drawText(truth, grid.left() - MARGIN - gc.textExtent(truth).x, y, true);
      String answer = fitted(gc, name(i), head.width - 4);
      int x = head.x + (head.width - gc.textExtent(answer).x) / 2;
      gc.drawText(answer, x, grid.top() - line - 2, true);
    }
    for (int truth = 0; truth < matrix.size(); truth++) {
      for (int answer = 0; answer < matrix.size(); answer++) {
        paintCell(gc, colors, grid.cell(truth, answer), truth, answer);
      }
    }
    if (isFocusControl()) {
      Rectangle cursor = grid.cell(cursorTruth, cursorAnswer);
      gc.setForeground(colors.get(ThemeColor.SELECTION));
      gc.setLineWidth(2);
      gc.drawRectangle(cursor.x + 1, cursor.y + 1, cursor.width - 2, cursor.height - 2);
    }
  }

  private void paintCell(GC gc, ThemeColors colors, Rectangle cell, int truth, int answer) {
    RGB full = colors.rgb(truth == answer ? ThemeColor.LABELED : ThemeColor.EXCLUDED);
    RGB ground = blend(colors.rgb(ThemeColor.CELL), full, 0.75 * share(truth, answer));
    gc.setBackground(new Color(ground));
    gc.fillRectangle(cell);
    gc.setLineWidth(1);
    gc.setForeground(colors.get(ThemeColor.LINE));
    gc.drawRectangle(cell);
    int count = matrix.count(truth, answer);
    if (count > 0) {
      String text = String.format(Locale.ENGLISH, "%,d", count);
      Point extent = gc.textExtent(text);
      gc.setForeground(new Color(org.patchwork.ui.Palette.textOn(ground)));
      gc.drawText(
          text, cell.x + (cell.width - extent.x) / 2, cell.y + (cell.height - extent.y) / 2, true);
    }
  }

  private double share(int truth, int answer) {
    return (double) matrix.count(truth, answer) / Math.max(1, matrix.total(truth));
  }

  private static RGB blend(RGB from, RGB to, double share) {
    return new RGB(
        (int) Math.round(from.red + share * (to.red - from.red)),
        (int) Math.round(from.green + share * (to.green - from.green)),
        (int) Math.round(from.blue + share * (to.blue - from.blue)));
  }

  private static String fitted(GC gc, String text, int width) {
    String fitted = text;
    while (gc.textExtent(fitted).x > width && fitted.length() > 2) {
      fitted = fitted.substring(0, fitted.length() - 2) + "\u2026";
    }
    return fitted;
  }

  /** Truth and answer at a place, or null. */
  private Point at(int x, int y) {
    if (matrix == null) {
      return null;
    }
    GC gc = new GC(this);
    try {
      Grid grid = grid(gc);
      int answer = Math.floorDiv(x - grid.left(), grid.width());
      int truth = Math.floorDiv(y - grid.top(), grid.height());
      boolean inside = answer >= 0 && answer < matrix.size() && truth >= 0 && truth < matrix.size();
      return inside ? new Point(truth, answer) : null;
    } finally {
      gc.dispose();
    }
  }

  private void click(Event event) {
    Point cell = event.button == 1 ? at(event.x, event.y) : null;
    if (cell != null) {
      cursorTruth = cell.x;
      cursorAnswer = cell.y;
      setFocus();
      redraw();
      chosen.accept(cell.x, cell.y);
    }
  }

  private void hover(Event event) {
    Point cell = at(event.x, event.y);
    String text = cell == null ? null : text(cell.x, cell.y);
    if (!java.util.Objects.equals(text, getToolTipText())) {
      setToolTipText(text);
    }
  }

  /** What a cell says: {@code 12 of 80 images of glass are taken for plastic (15 %)}. */
  String text(int truth, int answer) {
    return String.format(
        Locale.ENGLISH,
        "%,d of %,d images of %s are taken for %s (%.0f %%)",
        matrix.count(truth, answer),
        matrix.total(truth),
        name(truth),
        name(answer),
        100 * share(truth, answer));
  }

  private void key(Event event) {
    if (matrix == null) {
      return;
    }
    int last = matrix.size() - 1;
    switch (event.keyCode) {
      case SWT.ARROW_UP -> cursorTruth = Math.max(0, cursorTruth - 1);
      case SWT.ARROW_DOWN -> cursorTruth = Math.min(last, cursorTruth + 1);
      case SWT.ARROW_LEFT -> cursorAnswer = Math.max(0, cursorAnswer - 1);
      case SWT.ARROW_RIGHT -> cursorAnswer = Math.min(last, cursorAnswer + 1);
      case SWT.CR, SWT.KEYPAD_CR -> chosen.accept(cursorTruth, cursorAnswer);
      default -> {
        return;
      }
    }
    redraw();
  }
}
