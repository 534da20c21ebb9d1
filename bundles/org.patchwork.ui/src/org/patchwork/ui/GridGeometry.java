// SPDX-License-Identifier: MIT
package org.patchwork.ui;

import java.util.stream.IntStream;
import org.eclipse.swt.graphics.Rectangle;

/**
 * Where the cells of a grid lie: square images with a footer below, as many columns as asked for,
 * or as many as let all cells be seen at once. In points, the origin at the top left of the
 * content. Heights are {@code long}: two million images in one column are taller than an {@code
 * int} is wide on a fine screen.
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

  /** Edge of the images where there are more than one screen shows, in points. */
  private static final int SCROLLED_SIDE = 112;

  private static final int FAR = 1 << 24;

  /**
   * A part of the content.
   *
   * @param x left edge
   * @param y upper edge
   * @param width in points
   * @param height in points
   */
  record Area(int x, long y, int width, long height) {
    /** The area between two points that are opposite corners. */
    static Area between(int x1, long y1, int x2, long y2) {
      return new Area(Math.min(x1, x2), Math.min(y1, y2), Math.abs(x1 - x2), Math.abs(y1 - y2));
    }

    /** The area with a border around it. */
    Area grown(int border) {
      return new Area(x - border, y - border, width + 2 * border, height + 2L * border);
    }
  }

  /** The given number of columns over the whole width, or as many as it has room for. */
  public static GridGeometry columns(int count, int columns, int width, int footer) {
    int wanted = Math.max(1, Math.min(columns, (width - GAP) / (SMALLEST_SIDE + GAP)));
    int side = clampSide((width - GAP) / wanted - GAP);
    return centred(count, wanted, side, footer, width);
  }

  /**
   * The largest images with which all cells fit into width and height. Where more than fit at the
   * smallest size, images are as large as can be looked at with ease, and the rest is scrolled to.
   */
  public static GridGeometry fit(int count, int width, int height, int footer) {
    int bestColumns = 1;
    int bestSide = 0;
    int most = Math.max(1, Math.min(count, (width - GAP) / (SMALLEST_SIDE + GAP)));
    for (int columns = 1; columns <= most; columns++) {
      int rows = Math.max(1, (count - 1) / columns + 1);
      int byWidth = (width - GAP) / columns - GAP;
      int byHeight = (height - GAP) / rows - GAP - footer;
      int side = Math.min(byWidth, byHeight);
      if (side > bestSide) {
        bestSide = side;
        bestColumns = columns;
      }
    }
    if (bestSide < SMALLEST_SIDE) {
      return columns(count, (width - GAP) / (SCROLLED_SIDE + GAP), width, footer);
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
    return count == 0 ? 0 : (count - 1) / columns + 1;
  }

  /** Height of all rows with their gaps. */
  public long height() {
    return (long) rows() * rowHeight() + GAP;
  }

  /** Distance from one row of cells to the next. */
  public int rowHeight() {
    return side + footer + GAP;
  }

  /** Upper edge of the cell at a place. */
  public long top(int position) {
    return GAP + (long) (position / columns) * rowHeight();
  }

  /**
   * The cell at a place, image and footer, in coordinates of a window onto the content; cells far
   * outside lie far outside, not necessarily where they would be.
   *
   * @param scroll how much of the content is above the window
   */
  public Rectangle cell(int position, long scroll) {
    long y = Math.max(-FAR, Math.min(FAR, top(position) - scroll));
    return new Rectangle(left + position % columns * (side + GAP), (int) y, side, side + footer);
  }

  /** Place at this point of the content, −1 in a gap or beyond the last cell. */
  public int positionAt(int x, long y) {
    int[] found = positionsIn(new Area(x, y, 1, 1));
    return found.length == 0 ? -1 : found[0];
  }

  /** Places whose cells touch the area, ascending. */
  int[] positionsIn(Area area) {
    return IntStream.range(firstIn(area), endIn(area))
        .filter(position -> touches(position, area))
        .toArray();
  }

  private boolean touches(int position, Area area) {
    int x = left + position % columns * (side + GAP);
    long y = top(position);
    return x < area.x + area.width
        && area.x < x + side
        && y < area.y + area.height
        && area.y < y + side + footer;
  }

  /** First place of the first row of cells that may touch the area. */
  int firstIn(Area area) {
    return placeOfRow((area.y - GAP) / rowHeight());
  }

  /** The place behind the last row of cells that may touch the area. */
  int endIn(Area area) {
    return placeOfRow((Math.max(0, area.y + area.height - GAP) - 1) / rowHeight() + 1);
  }

  private int placeOfRow(long row) {
    return (int) Math.max(0, Math.min(count, row * columns));
  }
}
