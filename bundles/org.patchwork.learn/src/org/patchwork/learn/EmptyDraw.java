// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import org.patchwork.core.LabelTable;
import org.patchwork.core.RowFilter;
import org.patchwork.core.RowFilter.Condition;
import org.patchwork.core.RowFilter.ExcludeStatus;
import org.patchwork.core.RowFilter.LabelStatus;

/**
 * Says which condition of a filter left no rows: the first one, taken in the order in which the
 * user reads them.
 */
final class EmptyDraw {
  private EmptyDraw() {}

  static String reason(RowFilter filter, LabelTable labels) {
    if (labels.rows() == 0) {
      return "The project has no images yet; import some.";
    }
    int kept = count(labels, new RowFilter(LabelStatus.ANY, filter.exclude(), new Condition.All()));
    if (kept == 0) {
      return "No image matches: of "
          + labels.rows()
          + " images none is "
          + text(filter.exclude())
          + "; choose another exclude status.";
    }
    int matching =
        count(labels, new RowFilter(LabelStatus.ANY, filter.exclude(), filter.condition()));
    String images =
        kept == labels.rows() ? kept + " images" : kept + " images " + text(filter.exclude());
    if (matching == 0) {
      return "No image matches: of "
          + images
          + " none "
          + text(filter.condition(), labels)
          + "; choose another subset.";
    }
    String further =
        filter.condition() instanceof Condition.All
            ? images
            : matching + " images that " + plural(filter.condition());
    return "No image matches: of "
        + further
        + " none is "
        + text(filter.status())
        + (filter.status() == LabelStatus.UNLABELED
            ? "; all have a label. Choose another label status, or import more images."
            : "; choose another label status.");
  }

  private static int count(LabelTable labels, RowFilter filter) {
    return filter.select(labels).length;
  }

  private static String text(ExcludeStatus status) {
    return switch (status) {
      case TRAINING -> "outside validation and not excluded";
      case NOT_EXCLUDED -> "not excluded";
      case EXCLUDED -> "excluded";
      case VALIDATION -> "in validation";
      case ANY -> "there";
    };
  }

  private static String text(Condition condition, LabelTable labels) {
    return switch (condition) {
      case Condition.All all -> "is there";
      case Condition.Label label when labels.classIndex(label.classId()) < 0 ->
          "has the class " + label.classId() + ", which the project does not have";
      case Condition.Label label ->
          switch (label.value()) {
            case LabelTable.PRESENT -> "contains the class";
            case LabelTable.ABSENT -> "is labelled as without the class";
            default -> "lacks a label for the class";
          };
      case Condition.Subset subset -> "belongs to the subset " + subset.name();
    };
  }

  private static String plural(Condition condition) {
    return switch (condition) {
      case Condition.All all -> "are there";
      case Condition.Label label ->
          switch (label.value()) {
            case LabelTable.PRESENT -> "contain the class";
            case LabelTable.ABSENT -> "are labelled as without the class";
            default -> "lack a label for the class";
          };
      case Condition.Subset subset -> "belong to the subset " + subset.name();
    };
  }

  private static String text(LabelStatus status) {
    return switch (status) {
      case UNLABELED -> "unlabelled";
      case PARTIAL -> "partly labelled";
      case LABELED -> "fully labelled";
      case ANY -> "there";
    };
  }
}
