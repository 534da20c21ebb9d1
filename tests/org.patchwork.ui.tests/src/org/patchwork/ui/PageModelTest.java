// SPDX-License-Identifier: MIT
package org.patchwork.ui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.patchwork.image.BuiltInReaders;

class PageModelTest {
  private static final int[] MILLIONS = IntStream.range(0, 2_000_000).toArray();

  @Test
  void browsingIsNoPageAndMarksNothingAsSeen() {
    try (Screen screen = new Screen()) {
      PageModel model = model(screen);
      model.show(Page.of(new int[] {4, 5}, "test", "two images"));
      model.show(Page.browsed(MILLIONS, "browse", "all images"));
      assertTrue(model.browsing());
      assertEquals(1, model.pageCount());
      assertEquals(BitSet.valueOf(new long[] {0b110000}), model.seenRows());
      assertFalse(model.next(), "a list has no next page");
      model.previous();
      assertFalse(model.browsing());
      assertArrayEquals(new int[] {4, 5}, model.page().rows(), "back to the page drawn last");
    }
  }

  @Test
  void pageMeansAllThatWasDrawnButOnlyWhatIsInSightOfAList() {
    try (Screen screen = new Screen()) {
      PageModel model = model(screen);
      model.show(Page.of(new int[] {4, 5}, "test", "two images"));
      model.setInSight(0, 1);
      assertArrayEquals(new int[] {4, 5}, model.pageRows());
      model.show(Page.browsed(MILLIONS, "browse", "all images"));
      assertEquals(0, model.pageRows().length, "nothing was looked at yet");
      model.setInSight(1_000_000, 1_000_003);
      assertArrayEquals(new int[] {1_000_000, 1_000_001, 1_000_002}, model.pageRows());
    }
  }

  private static PageModel model(Screen screen) {
    return new PageModel(new OpenProject(screen.display, BuiltInReaders.catalog()));
  }
}
