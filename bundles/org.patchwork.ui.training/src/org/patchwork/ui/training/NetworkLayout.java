// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.patchwork.learn.network.NetworkSketch;
import org.patchwork.learn.network.NetworkSketch.Box;

/**
 * Where the boxes of a network stand: in reading order from left to right, in as many lines as the
 * width needs.
 *
 * @param boxes one rectangle per box
 * @param width of the whole
 * @param height of the whole
 */
record NetworkLayout(List<Rectangle> boxes, int width, int height) {
  /** Room for the line between two boxes. */
  static final int GAP = 22;

  /** Room between two lines of boxes, and above the first, for shortcuts. */
  static final int GUTTER = 16;

  private static final int MARGIN = 2;

  NetworkLayout {
    boxes = List.copyOf(boxes);
  }

  /**
   * Places the boxes.
   *
   * @param size what a box needs
   * @param width that is there; a box that is wider stands in a line of its own
   */
  static NetworkLayout of(NetworkSketch sketch, Function<Box, Point> size, int width) {
    List<Rectangle> placed = new ArrayList<>();
    int x = MARGIN;
    int y = GUTTER;
    int lineHeight = 0;
    int right = 0;
    for (Box box : sketch.boxes()) {
      Point need = size.apply(box);
      if (x > MARGIN && x + need.x + MARGIN > width) {
        x = MARGIN;
        y += lineHeight + GUTTER;
        lineHeight = 0;
      }
      placed.add(new Rectangle(x, y, need.x, need.y));
      x += need.x + GAP;
      right = Math.max(right, x - GAP + MARGIN);
      lineHeight = Math.max(lineHeight, need.y);
    }
    return new NetworkLayout(placed, right, y + lineHeight + MARGIN);
  }

  /** Index of the box at a place; −1 if there is none. */
  int boxAt(int x, int y) {
    for (int i = 0; i < boxes.size(); i++) {
      if (boxes.get(i).contains(x, y)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * The line from one box to another, as x and y alternating: straight to the neighbour, through
   * the gutter above to one further on, down through the gutter between to the next line.
   */
  int[] line(int from, int to) {
    Rectangle a = boxes.get(from);
    Rectangle b = boxes.get(to);
    int middleA = a.y + a.height / 2;
    int middleB = b.y + b.height / 2;
    if (a.y == b.y && to == from + 1) {
      return new int[] {a.x + a.width, middleA, b.x, middleB};
    }
    int centre = b.x + b.width / 2;
    if (a.y == b.y) {
      int above = a.y - GUTTER / 2;
      int start = a.x + a.width + GAP / 3;
      return new int[] {
        a.x + a.width, middleA, start, middleA, start, above, centre, above, centre, b.y
      };
    }
    int turn = a.x + a.width + GAP / 3;
    int between = b.y - GUTTER / 2;
    return new int[] {
      a.x + a.width, middleA, turn, middleA, turn, between, centre, between, centre, b.y
    };
  }
}
