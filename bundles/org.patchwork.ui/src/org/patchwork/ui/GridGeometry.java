// SPDX-License-Identifier: MIT
package org.patchwork.ui;

import org.eclipse.swt.graphics.Rectangle;

/**
 * Where the cells of a grid lie: square images with a footer below, as many columns as asked for,
 * or as many as let all cells be seen at once. In points, the origin at the top left of the
 * content; subtract the scroll offset to draw.
 *
 * @param count number of cells
 * @param columns number of columns, at least 1
 * @param side edge of the image square
 * @param footer height of the footer under each image
 * @param left where the first column starts
 */
public record GridGeometry(int count, int columns, int side, int footer, int left) {
  /** Space between cells and around them. */
  public static final int GAP = 8;

  private static final int SMALLEST_SIDE = 40;
  private static final int LARGEST_SIDE = 640;

  /** The given number of columns over the whole width. */
  public static GridGeometry columns(int count, int columns, int width, int footer) {
    int wanted = Math.max(1, columns);
    int side = clampSide((width - GAP) / wanted - GAP);
    return centred(count, wanted, side, footer, width);
  }

  /**
   * The largest images with which all cells fit into width and height; the smallest, if none fit.
   */
  public static GridGeometry fit(int count, int width, int height, int footer) {
    int bestColumns = 1;
    int bestSide = 0;
    for (int columns = 1; columns <= Math.max(1, count); columns++) {
      int rows = (count + columns - 1) / columns;
      int byWidth = (width - GAP) / columns - GAP;
      int byHeight = (height - GAP) / Math.max(1, rows) - GAP - footer;
      int side = Math.min(byWidth, byHeight);
      if (side > bestSide) {
        bestSide = side;
        bestColumns = columns;
      }
    }
    if (bestSide < SMALLEST_SIDE) {
      bestColumns = Math.max(1, (width - GAP) / (SMALLEST_SIDE + GAP));
    }
    return centred(count, bestColumns, clampSide(bestSide), footer, width);
  }

  private static GridGeometry centred(int count, int columns, int side, int footer, int width) {
    int used = Math.min(columns, Math.max(1, count)) * (side + GAP) + GAP;
    return new GridGeometry(count, columns, side, footer, Math.max(0, (width - used) / 2) + GAP);
  }

  private static int clampSide(int side) {
    return Math.max(SMALLEST_SIDE, Math.min(LARGEST_SIDE, side));
  }

  /** Number of rows of cells. */
  public int rows() {
    return (count + columns - 1) / columns;
  }

  /** Height of all rows with their gaps. */
  public int height() {
    return rows() * rowHeight() + GAP;
  }

  /** Distance from one row of cells to the next. */
  public int rowHeight() {
    return side + footer + GAP;
  }

  /** The cell at a place, image and footer. */
  public Rectangle cell(int position) {
    return new Rectangle(
        left + position % columns * (side + GAP),
        GAP + position / columns * rowHeight(),
        side,
        side + footer);
  }

  /** Place at this point, −1 in a gap or beyond the last cell. */
  public int positionAt(int x, int y) {
    if (x < left || y < GAP) {
      return -1;
    }
    int column = (x - left) / (side + GAP);
    int position = (y - GAP) / rowHeight() * columns + column;
    return column < columns && position < count && cell(position).contains(x, y) ? position : -1;
  }

  /** Places whose cells touch the area, ascending. */
  public int[] positionsIn(Rectangle area) {
    int first = firstIn(area);
    int end = endIn(area);
    return java.util.stream.IntStream.range(first, Math.max(first, end))
        .filter(position -> cell(position).intersects(area))
        .toArray();
  }

  /** First place of the first row of cells that may touch the area. */
  int firstIn(Rectangle area) {
    return Math.max(0, (area.y - GAP) / rowHeight()) * columns;
  }

  /** The place behind the last row of cells that may touch the area. */
  int endIn(Rectangle area) {
    return Math.min(count, (Math.max(0, area.y + area.height - GAP) / rowHeight() + 1) * columns);
  }
}
