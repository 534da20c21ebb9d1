// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.LabelTable;
import org.patchwork.ui.Page;
import org.patchwork.ui.PageSelection;
import org.patchwork.ui.UiThread;

class SelectionWatchTest {
  private static final int ROWS = 200_000;
  private static final Page ALL =
      Page.browsed(IntStream.range(0, ROWS).toArray(), "test", "all images");

  @TempDir Path folder;

  private final List<SelectionFacts> known = new ArrayList<>();

  @Test
  void fewImagesAreCountedAtOnceAndManySoon() throws Exception {
    try (Workbench w = new Workbench(folder, false)) {
      SelectionWatch watch = new SelectionWatch(UiThread.of(w.shell), known::add);
      PageSelection one = PageSelection.first(ROWS);
      watch.count(table(), ALL, one);
      assertEquals(new SelectionState(1, 0, 0), known.get(0).states().get("cat"));
      watch.count(table(), ALL, one.all());
      assertEquals(1, known.size(), "not on the display thread");
      w.until("the many are counted", () -> known.size() == 2);
      assertEquals(new SelectionState(ROWS / 2, 0, ROWS / 2), known.get(1).states().get("cat"));
      assertEquals(SelectionState.Flag.SOME, known.get(1).excluded());
      assertEquals(SelectionState.Flag.NONE, known.get(1).validation());
    }
  }

  @Test
  void onlyTheNewestSelectionIsShown() throws Exception {
    try (Workbench w = new Workbench(folder, false)) {
      SelectionWatch watch = new SelectionWatch(UiThread.of(w.shell), known::add);
      LabelTable table = table();
      PageSelection one = PageSelection.first(ROWS);
      for (int end = ROWS / 2; end < ROWS / 2 + 50; end++) {
        watch.count(table, ALL, one.extendTo(end));
      }
      w.until("the last is counted", () -> !known.isEmpty());
      assertEquals(ROWS / 2 + 50, known.get(known.size() - 1).rows().length);
      watch.count(table, ALL, one.all());
      watch.count(table, ALL, one); // before the answer has come
      int shown = known.size();
      watch.count(table, ALL, one.at(1).extendTo(ROWS - 1));
      w.until("a later one is counted", () -> known.size() > shown);
      assertEquals(ROWS - 1, known.get(known.size() - 1).rows().length);
    }
  }

  @Test
  void withoutImagesThereAreNoFlags() {
    SelectionFacts facts = SelectionFacts.of(table(), Page.EMPTY, PageSelection.first(0));
    assertNull(facts.excluded());
    assertEquals(0, facts.rows().length);
  }

  /** The first half are cats; one image is excluded. */
  private static LabelTable table() {
    byte[] cats = new byte[ROWS];
    Arrays.fill(cats, 0, ROWS / 2, LabelTable.PRESENT);
    Arrays.fill(cats, ROWS / 2, ROWS, LabelTable.UNKNOWN);
    byte[] excluded = new byte[ROWS];
    excluded[7] = 1;
    List<String> paths = IntStream.range(0, ROWS).mapToObj(row -> row + ".png").toList();
    return LabelTable.of(
        paths,
        Arrays.asList(new String[ROWS]),
        List.of("cat"),
        new byte[][] {cats},
        excluded,
        new byte[ROWS]);
  }
}
