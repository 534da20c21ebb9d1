// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.patchwork.core.LabelTable;
import org.patchwork.project.EditPreview;

/** Counts what a plan would change. */
final class Previews {
  private Previews() {}

  static EditPreview of(EditPlan plan, ProjectState before) {
    ProjectState after = plan.after();
    Map<Integer, int[]> counts = new LinkedHashMap<>();
    BitSet rows = new BitSet();
    for (Change change : plan.changes()) {
      if (change instanceof Change.Cells cells) {
        int[] count = counts.computeIfAbsent(cells.column(), column -> new int[3]);
        for (int i = 0; i < cells.rows().length; i++) {
          rows.set(cells.rows()[i]);
          count[cells.after()[i] - LabelTable.UNKNOWN]++;
        }
      }
    }
    List<EditPreview.Column> columns = new ArrayList<>();
    counts.forEach(
        (column, count) ->
            columns.add(
                new EditPreview.Column(name(column, before, after), count[2], count[1], count[0])));
    return new EditPreview(
        plan.description(),
        rows.stream().filter(row -> row < before.labels().rows()).toArray(),
        columns,
        missing(after.classes(), before),
        missing(before.classes(), after),
        after.labels().rows() - before.labels().rows());
  }

  private static String name(int column, ProjectState before, ProjectState after) {
    return switch (column) {
      case Columns.EXCLUDED -> "exclude";
      case Columns.VALIDATION -> "validation";
      default ->
          (after.classes().stream().anyMatch(each -> each.number() == column) ? after : before)
              .classByNumber(column)
              .name();
    };
  }

  private static List<String> missing(List<ClassDefinition> classes, ProjectState state) {
    return classes.stream()
        .filter(each -> state.position(each.id()) < 0)
        .map(ClassDefinition::name)
        .toList();
  }
}
