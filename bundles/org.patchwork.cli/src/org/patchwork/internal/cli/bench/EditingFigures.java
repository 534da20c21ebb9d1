// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.bench;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PatchworkException;
import org.patchwork.project.Edit;
import org.patchwork.project.EditOrigin;
import org.patchwork.project.ProjectSession;

/** How long it takes until an edit is on disk and published. */
final class EditingFigures {
  private static final int REPETITIONS = 5;
  private static final int CLICKS = 300;
  private static final int BULK = 10_000;
  private static final double P95 = 0.95;
  private static final EditOrigin ORIGIN = new EditOrigin("bench", "bench");

  private final ProjectSession session;
  private final List<String> ids;
  private final Random random = new Random(5);

  EditingFigures(ProjectSession session) {
    this.session = session;
    this.ids = session.labels().classIds();
  }

  void measure(Map<String, Object> figures, SubMonitor progress) throws PatchworkException {
    progress.beginTask("Labelling", 3 * REPETITIONS);
    Edit[] bulks = new Edit[REPETITIONS];
    for (int i = 0; i < REPETITIONS; i++) {
      int[] rows = random.ints(BULK, 0, session.labels().rows()).toArray();
      bulks[i] = new Edit.SetLabels(rows, Map.of(ids.get(i), LabelTable.PRESENT));
    }
    Times bulk =
        Times.of(
            REPETITIONS,
            i -> {
              progress.split(1);
              session.apply(bulks[i], ORIGIN);
            });
    figures.put("bulk_10000_ms", bulk.slowest());
    Times undo =
        Times.of(
            REPETITIONS,
            i -> {
              progress.split(1);
              session.undo().join();
            });
    figures.put("undo_10000_ms", undo.slowest());
    progress.split(REPETITIONS);
    Times click = Times.of(CLICKS, i -> session.apply(click(), ORIGIN));
    figures.put("label_median_ms", click.median());
    figures.put("label_p95_ms", click.quantile(P95));
  }

  private Edit click() {
    int row = random.nextInt(session.labels().rows());
    int c = random.nextInt(ids.size());
    boolean present = session.labels().label(row, c) == LabelTable.PRESENT;
    byte value = present ? LabelTable.ABSENT : LabelTable.PRESENT;
    return new Edit.SetLabels(new int[] {row}, Map.of(ids.get(c), value));
  }
}
