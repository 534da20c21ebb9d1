// SPDX-License-Identifier: MIT
package org.patchwork.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.patchwork.learn.PickReasons;
import org.patchwork.learn.Selection;

class PageTest {
  @Test
  void everyRowIsFoundAtItsPlaceAndNoOther() {
    int[] rows = IntStream.range(0, 1000).map(i -> 3 * i).toArray();
    check(rows);
    Random random = new Random(7);
    for (int i = rows.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = rows[i];
      rows[i] = rows[other];
      rows[other] = kept;
    }
    check(rows);
  }

  private static void check(int[] rows) {
    Page page = Page.browsed(rows, "test", "");
    for (int place = 0; place < rows.length; place++) {
      assertEquals(place, page.positionOf(rows[place]));
      assertEquals(-1, page.positionOf(rows[place] + 1));
    }
    assertEquals(-1, page.positionOf(-1));
    assertEquals(-1, page.positionOf(Integer.MAX_VALUE));
    assertEquals(2997, page.lastRow());
  }

  @Test
  void emptyPageHasNoRows() {
    assertEquals(-1, Page.EMPTY.positionOf(0));
    assertEquals(-1, Page.EMPTY.lastRow());
  }

  @Test
  void aPageKnowsWhyEachImageCame() {
    PickReasons why = new PickReasons(List.of("new", "near cat"), new int[] {1, 0}, new int[2]);
    Selection selection = Selection.of(new int[] {7, 3}, "two").because(why);
    Page page = Page.of(selection, "test");
    assertEquals("near cat", page.why(0));
    assertEquals("new", page.why(1));
    assertEquals("", Page.of(new int[] {7}, "test", "").why(0));
  }

  @Test
  void scoresMustBeOnePerRowOrNone() {
    assertThrows(
        IllegalArgumentException.class, () -> new Page(new int[2], new float[3], "test", ""));
  }
}
