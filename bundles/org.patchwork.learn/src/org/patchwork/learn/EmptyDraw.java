// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;
import org.patchwork.core.RowFilter;
import org.patchwork.core.RowFilter.Condition;
import org.patchwork.core.RowFilter.ExcludeStatus;
import org.patchwork.core.RowFilter.LabelStatus;

/**
 * Says which condition of a filter left no rows: the first one that does when they are applied one
 * after the other, exclude status, further conditions as they stand, label status.
 */
final class EmptyDraw {
  private final RowFilter filter;
  private final LabelTable labels;
  private final PredictionTable predictions;
  private final FilterText text;

  EmptyDraw(
      RowFilter filter,
      LabelTable labels,
      PredictionTable predictions,
      UnaryOperator<String> className) {
    this.filter = filter;
    this.labels = labels;
    this.predictions = predictions;
    this.text = new FilterText(className);
  }

  /** One or two sentences; the filter must let nothing through. */
  String reason() {
    if (labels.rows() == 0) {
      return "The project has no images yet; import some.";
    }
    RowFilter before = RowFilter.EVERYTHING;
    RowFilter after = new RowFilter(LabelStatus.ANY, filter.exclude(), List.of());
    if (emptied(after)) {
      return none(before, text.phrase(filter.exclude())) + "; choose another exclude status.";
    }
    for (Condition condition : filter.conditions()) {
      before = after;
      after = after.and(condition);
      if (emptied(after)) {
        return reason(before, condition);
      }
    }
    return none(after, text.phrase(filter.status()))
        + (filter.status() == LabelStatus.UNLABELED
            ? "; all have a label. Choose another label status, or import more images."
            : "; choose another label status.");
  }

  private boolean emptied(RowFilter part) {
    return part.count(labels, predictions) == 0;
  }

  private String none(RowFilter before, String phrase) {
    int rows = before.count(labels, predictions);
    String images =
        before.exclude() == ExcludeStatus.ANY && before.conditions().isEmpty()
            ? String.format(Locale.ROOT, "the %,d images", rows)
            : String.format(Locale.ROOT, "the %,d images that %s", rows, text.phrase(before));
    return "No image matches: none of " + images + " " + phrase;
  }

  private String reason(RowFilter before, Condition condition) {
    if (condition instanceof Condition.Label label && labels.classIndex(label.classId()) < 0) {
      return "No image matches: the project no longer has the class of the condition"
          + " \"images that "
          + text.phrase(condition)
          + "\"; remove the condition.";
    } else if (condition instanceof Condition.Predicted predicted) {
      if (predictions == null) {
        return "No image matches: there are no predictions yet to choose images by; train a model"
            + " first, or remove the condition.";
      } else if (predictions.classIndex(predicted.classId()) < 0) {
        return "No image matches: the model was trained before the class "
            + text.name(predicted.classId())
            + " was added; train again, or remove the condition.";
      }
    }
    return none(before, text.phrase(condition)) + "; remove or change this condition.";
  }
}
