// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.patchwork.core.LabelTable;
import org.patchwork.core.RowFilter;
import org.patchwork.core.RowFilter.Condition;

/**
 * Filters in words: what stands behind "images that", for example {@code contain cat}.
 *
 * @param className name of a class by its stable id, or null for a class that is gone
 */
public record FilterText(UnaryOperator<String> className) {

  /** All conditions of a filter; empty if it lets everything through. */
  public String phrase(RowFilter filter) {
    List<String> phrases = new ArrayList<>();
    if (filter.exclude() != RowFilter.ExcludeStatus.ANY) {
      phrases.add(phrase(filter.exclude()));
    }
    filter.conditions().forEach(each -> phrases.add(phrase(each)));
    if (filter.status() != RowFilter.LabelStatus.ANY) {
      phrases.add(phrase(filter.status()));
    }
    if (phrases.size() < 3) {
      return String.join(" and ", phrases);
    }
    return String.join(", ", phrases.subList(0, phrases.size() - 1))
        + " and "
        + phrases.get(phrases.size() - 1);
  }

  String phrase(RowFilter.ExcludeStatus status) {
    return switch (status) {
      case TRAINING -> "are neither excluded nor in validation";
      case NOT_EXCLUDED -> "are not excluded";
      case EXCLUDED -> "are excluded";
      case VALIDATION -> "are in validation";
      case ANY -> "are there";
    };
  }

  String phrase(RowFilter.LabelStatus status) {
    return switch (status) {
      case UNLABELED -> "are unlabelled";
      case PARTIAL -> "are partly labelled";
      case LABELED -> "are fully labelled";
      case ANY -> "are there";
    };
  }

  /** One further condition. */
  public String phrase(Condition condition) {
    return switch (condition) {
      case Condition.All all -> "are there";
      case Condition.Label label ->
          switch (label.value()) {
            case LabelTable.PRESENT -> "contain " + name(label.classId());
            case LabelTable.ABSENT -> "are labelled as without " + name(label.classId());
            default -> "have no label for " + name(label.classId());
          };
      case Condition.Subset subset -> "belong to the subset " + subset.name();
      case Condition.Predicted predicted ->
          String.format(
              Locale.ROOT,
              "have %s predicted from %.2f to %.2f",
              name(predicted.classId()),
              predicted.min(),
              predicted.max());
      case Condition.Rows rows -> "are on the list " + rows.name();
    };
  }

  String name(String classId) {
    String name = className.apply(classId);
    return name == null ? "a class that is gone" : name;
  }
}
