// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.List;
import org.patchwork.core.RowFilter.ExcludeStatus;
import org.patchwork.core.RowFilter.LabelStatus;

/**
 * What the drop-down lists of the Sampling view offer, with the values they stand for; no text is
 * ever parsed.
 */
final class FilterChoices {
  /** One entry of a list. */
  record Choice<T>(String text, T value) {}

  static final List<Choice<LabelStatus>> STATUS =
      List.of(
          new Choice<>("Unlabelled", LabelStatus.UNLABELED),
          new Choice<>("Partly labelled", LabelStatus.PARTIAL),
          new Choice<>("Fully labelled", LabelStatus.LABELED),
          new Choice<>("Labelled or not", LabelStatus.ANY));

  static final List<Choice<ExcludeStatus>> EXCLUDE =
      List.of(
          new Choice<>("For training", ExcludeStatus.TRAINING),
          new Choice<>("Not excluded", ExcludeStatus.NOT_EXCLUDED),
          new Choice<>("Excluded", ExcludeStatus.EXCLUDED),
          new Choice<>("Validation", ExcludeStatus.VALIDATION),
          new Choice<>("Excluded or not", ExcludeStatus.ANY));

  private FilterChoices() {}
}
