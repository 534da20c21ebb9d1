// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.List;
import java.util.Locale;
import org.patchwork.core.LabelTable;
import org.patchwork.core.RowFilter.Condition;

/**
 * Conditions in as few words as fit on a chip.
 *
 * @param classes the classes there are
 */
record ConditionText(List<ClassStyle> classes) {

  String of(Condition condition) {
    return switch (condition) {
      case Condition.All all -> "All images";
      case Condition.Label label ->
          switch (label.value()) {
            case LabelTable.PRESENT -> name(label.classId()) + ": present";
            case LabelTable.ABSENT -> name(label.classId()) + ": absent";
            default -> name(label.classId()) + ": no label";
          };
      case Condition.Subset subset -> "Subset: " + subset.name();
      case Condition.Predicted predicted ->
          name(predicted.classId()) + ": " + range(predicted.min(), predicted.max());
      case Condition.Rows rows -> "List: " + rows.name();
    };
  }

  /** A range of probabilities: {@code p 0.25–0.75}. */
  static String range(double min, double max) {
    return String.format(Locale.ROOT, "p %.2f–%.2f", min, max);
  }

  private String name(String classId) {
    return classes.stream()
        .filter(each -> each.id().equals(classId))
        .map(ClassStyle::name)
        .findFirst()
        .orElse("(class is gone)");
  }
}
