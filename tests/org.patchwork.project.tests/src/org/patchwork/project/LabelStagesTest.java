// SPDX-License-Identifier: MIT
package org.patchwork.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.LabelTable;

class LabelStagesTest {
  private static final int IMAGES = 200;

  @TempDir Path folder;

  private static int known(LabelTable labels, int column) {
    return (int)
        IntStream.range(0, labels.rows())
            .filter(row -> !labels.validation(row))
            .filter(row -> labels.label(row, column) != LabelTable.UNKNOWN)
            .count();
  }

  /** One label at a time, the last 20 images held out, one answer corrected at the end. */
  @Test
  void stagesGrowFromTheFirstLabelsToThePresent() throws Exception {
    try (ProjectSession session = Projects.create(folder, IMAGES, "cat")) {
      String cat = session.classByName("cat").getId();
      int[] held = IntStream.range(180, IMAGES).toArray();
      session.apply(new Edit.SetValidation(held, true), Projects.ANNA);
      for (int row = 0; row < IMAGES; row++) {
        session.apply(Projects.label(row, cat, row % 2), Projects.ANNA);
      }
      session.apply(Projects.label(0, cat, 1), Projects.ANNA);
      List<LabelTable> stages = LabelStages.of(session, 6, null);
      assertTrue(stages.size() >= 4, stages.size() + " stages");
      assertEquals(180, known(stages.getLast(), 0));
      int last = 0;
      for (LabelTable stage : stages) {
        int now = known(stage, 0);
        assertTrue(now > last, now + " after " + last);
        last = now;
        assertEquals(LabelTable.PRESENT, stage.label(0, 0), "counts as it is now");
        assertEquals(LabelTable.PRESENT, stage.label(199, 0), "held out, so always known");
      }
      assertTrue(known(stages.getFirst(), 0) <= 40, "begins with " + known(stages.getFirst(), 0));
    }
  }

  @Test
  void labelsThatCameAtOnceHaveOneStage() throws Exception {
    try (ProjectSession session = Projects.create(folder, IMAGES, "cat")) {
      String cat = session.classByName("cat").getId();
      int[] all = IntStream.range(0, IMAGES).toArray();
      session.apply(
          new Edit.SetLabels(all, java.util.Map.of(cat, LabelTable.ABSENT)), Projects.ANNA);
      assertEquals(1, LabelStages.of(session, 6, null).size());
    }
  }
}
