// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.status;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.patchwork.core.LabelTable;

final class LabelProgressTest {
  private static final int ROWS = 40;

  private final LabelProgress progress = new LabelProgress();

  private static LabelTable table() {
    List<String> paths = IntStream.range(0, ROWS).mapToObj(i -> i + ".png").toList();
    return LabelTable.empty()
        .withRows(paths, new ArrayList<>(Collections.nCopies(ROWS, null)))
        .withClasses(List.of("a", "b"));
  }

  @Test
  void aFreshTableHasNothingLabelled() {
    progress.reset(table());
    assertEquals(0, progress.labelled());
    assertEquals(ROWS, progress.images());
  }

  @Test
  void oneLabelOrAnExclusionCounts() {
    LabelTable table = table();
    progress.reset(table);
    LabelTable labelled = table.withLabels(0, new int[] {3}, new byte[] {LabelTable.ABSENT});
    assertEquals(1, progress.update(labelled, new int[] {3}));
    LabelTable excluded = labelled.withExcluded(new int[] {5}, new byte[] {1});
    assertEquals(1, progress.update(excluded, new int[] {5}));
    assertEquals(2, progress.labelled());
  }

  @Test
  void takingTheLastLabelBackCountsDown() {
    LabelTable labelled = table().withLabels(1, new int[] {7}, new byte[] {LabelTable.PRESENT});
    progress.reset(labelled);
    LabelTable undone = labelled.withLabels(1, new int[] {7}, new byte[] {LabelTable.UNKNOWN});
    assertEquals(-1, progress.update(undone, new int[] {7}));
    assertEquals(0, progress.labelled());
  }

  @Test
  void updatesGiveWhatCountingAnewGives() {
    Random random = new Random(1);
    LabelTable table = table();
    progress.reset(table);
    for (int step = 0; step < 200; step++) {
      int[] rows = {random.nextInt(ROWS)};
      byte[] values = {(byte) (random.nextInt(3) - 1)};
      table = table.withLabels(random.nextInt(2), rows, values);
      progress.update(table, rows);
      LabelProgress anew = new LabelProgress();
      anew.reset(table);
      assertEquals(anew.labelled(), progress.labelled(), "after step " + step);
    }
  }
}
