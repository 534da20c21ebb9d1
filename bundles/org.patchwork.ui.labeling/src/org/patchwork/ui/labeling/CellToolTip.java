// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.List;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;
import org.patchwork.project.ProjectSession;
import org.patchwork.ui.PageModel;

/** All that is known about an image, as text. */
final class CellToolTip {
  private static final int MOST_CLASSES = 20;

  private CellToolTip() {}

  /**
   * The text for an image at a position of the page; null if it has none.
   *
   * @param session the open project, or null
   * @param row number of the image, which may be gone by now
   */
  static String of(
      ProjectSession session, PageModel page, List<ClassStyle> classes, int position, int row) {
    if (session == null || row >= session.labels().rows()) {
      return null;
    }
    return text(
        session.labels(),
        session.predictions(),
        classes,
        row,
        page.page().score(position),
        page.page().why(position));
  }

  /**
   * The text for an image.
   *
   * @param score what it was chosen for, or NaN
   * @param why why it was chosen, or empty
   */
  static String text(
      LabelTable labels,
      PredictionTable predictions,
      List<ClassStyle> classes,
      int row,
      float score,
      String why) {
    StringBuilder text = new StringBuilder(labels.path(row));
    if (labels.subset(row) != null) {
      text.append("\nSubset ").append(labels.subset(row));
    }
    if (labels.excluded(row)) {
      text.append("\nExcluded");
    }
    if (labels.validation(row)) {
      text.append("\nHeld out for validation");
    }
    for (ClassStyle each : classes.subList(0, Math.min(MOST_CLASSES, classes.size()))) {
      text.append('\n').append(each.name()).append(": ").append(label(labels, row, each));
      int index = predictions == null ? -1 : predictions.classIndex(each.id());
      if (index >= 0 && !Float.isNaN(predictions.probability(row, index))) {
        text.append(", predicted ").append(CellFacts.decimals(predictions.probability(row, index)));
      }
    }
    if (!why.isEmpty()) {
      text.append("\nChosen: ").append(why);
    }
    if (!Float.isNaN(score)) {
      text.append("\nScore of the draw ").append(CellFacts.score(score));
    }
    return text.toString();
  }

  private static String label(LabelTable labels, int row, ClassStyle each) {
    int index = labels.classIndex(each.id());
    if (index < 0) {
      return "unknown";
    }
    return switch (labels.label(row, index)) {
      case LabelTable.PRESENT -> "present";
      case LabelTable.ABSENT -> "absent";
      default -> "unknown";
    };
  }
}
