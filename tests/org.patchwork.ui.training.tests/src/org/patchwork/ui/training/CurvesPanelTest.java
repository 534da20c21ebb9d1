// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.LabelTable;
import org.patchwork.project.Edit;

class CurvesPanelTest {
  @TempDir Path folder;

  @Test
  void showsARunLiveAndAgainWhenTheProjectIsOpened() throws Exception {
    try (Bench bench = new Bench(folder)) {
      CurvesPanel panel = new CurvesPanel(bench.shell, bench.open, bench.trainer);
      bench.show();
      bench.project(true);
      bench.label("A", LabelTable.ABSENT, 0, 1, 2, 3);
      bench.label("A", LabelTable.PRESENT, 30, 31, 32, 33);
      bench.apply(new Edit.SetValidation(new int[] {3, 33}, true));
      bench.train();
      assertTrue(panel.curves().trainingPoints() >= 1);
      assertEquals(10, panel.curves().validationPoints());
      assertTrue(panel.captionText().startsWith("Step 1,000 of 1,000"), panel.captionText());
      bench.reopen();
      bench.until("the last run shows", () -> panel.curves().trainingPoints() == 10);
      assertEquals(10, panel.curves().validationPoints());
      assertTrue(panel.captionText().startsWith("Last run"), panel.captionText());
    }
  }
}
