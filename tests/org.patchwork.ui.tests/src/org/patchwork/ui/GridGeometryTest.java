// SPDX-License-Identifier: MIT
package org.patchwork.ui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchwork.ui.GridGeometry.Area;

class GridGeometryTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 24, 100})
  void fitShowsTheWholePageWithoutScrolling(int count) {
    GridGeometry geometry = GridGeometry.fit(count, 1000, 700, 27);
    assertTrue(geometry.height() <= 700, geometry.toString());
    Rectangle last = geometry.cell(Math.min(count, geometry.columns()) - 1, 0);
    assertTrue(last.x + last.width <= 1000, geometry.toString());
  }

  @Test
  void fitFindsTheLargestImages() {
    GridGeometry geometry = GridGeometry.fit(24, 1000, 700, 27);
    for (int columns = 1; columns <= 24; columns++) {
      GridGeometry other = GridGeometry.columns(24, columns, 1000, 27);
      assertTrue(other.height() > 700 || other.side() <= geometry.side(), columns + " columns");
    }
  }

  @Test
  void tooManyForTheScreenStaySeeable() {
    GridGeometry geometry = GridGeometry.fit(400, 600, 200, 27);
    assertTrue(geometry.side() >= 100, geometry.toString());
    assertTrue(geometry.height() > 200);
  }

  @Test
  void everyCellIsFoundAtItsMiddleAndNoneInAGap() {
    GridGeometry geometry = GridGeometry.columns(7, 3, 500, 20);
    for (int i = 0; i < 7; i++) {
      Rectangle cell = geometry.cell(i, 0);
      assertEquals(i, geometry.positionAt(cell.x + cell.width / 2, cell.y + cell.height / 2));
      assertEquals(-1, geometry.positionAt(cell.x - 2, cell.y + 5));
    }
    Rectangle behindTheLast = geometry.cell(7, 0);
    assertEquals(-1, geometry.positionAt(behindTheLast.x + 5, behindTheLast.y + 5));
  }

  @Test
  void onlyCellsInSightAreListed() {
    GridGeometry geometry = GridGeometry.columns(1000, 4, 500, 20);
    int row = geometry.rowHeight();
    int[] seen =
        geometry.positionsIn(new Area(0, 10 * row + GridGeometry.GAP, 500, row - GridGeometry.GAP));
    assertArrayEquals(new int[] {40, 41, 42, 43}, seen);
    assertEquals(0, geometry.positionsIn(new Area(0, 1_000_000, 500, 100)).length);
  }

  @Test
  void lastOfTwoMillionIsFoundHoweverTallTheGrid() {
    GridGeometry geometry = GridGeometry.columns(4_000_000, 1, 700, 27);
    assertTrue(geometry.height() > Integer.MAX_VALUE, geometry.toString());
    long top = geometry.top(3_999_999);
    assertEquals(3_999_999, geometry.positionAt(geometry.left() + 5, top + 5));
    assertEquals(100, geometry.cell(3_999_999, top - 100).y);
    assertArrayEquals(
        new int[] {3_999_999}, geometry.positionsIn(new Area(0, top, 700, 10_000_000_000L)));
    assertTrue(geometry.cell(0, top).y < -1_000_000, "far above what is in sight");
  }

  @Test
  void moreColumnsThanHaveRoomAreNotShown() {
    GridGeometry geometry = GridGeometry.columns(100, 30, 500, 27);
    Rectangle last = geometry.cell(geometry.columns() - 1, 0);
    assertTrue(last.x + last.width <= 500, geometry.toString());
    assertEquals(1, GridGeometry.columns(100, 5, 10, 27).columns(), "at least one");
  }

  @Test
  void fittingTwoMillionTakesNoTimeOfTheProcessor() {
    ThreadMXBean clock = ManagementFactory.getThreadMXBean(); // whatever else the machine does
    long start = clock.getCurrentThreadCpuTime();
    GridGeometry.fit(2_000_000, 1440, 900, 27).positionAt(5, 5);
    long milliseconds = (clock.getCurrentThreadCpuTime() - start) / 1_000_000;
    assertTrue(milliseconds < 200, milliseconds + " ms");
  }
}
