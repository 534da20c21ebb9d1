// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import java.util.stream.IntStream;
import org.patchwork.core.LabelTable;

/** The two parts of a label table that take part in learning; excluded rows belong to neither. */
public enum Part {
  /** Neither excluded nor held out: may be trained on. */
  TRAINING,
  /** Held out and not excluded: never trained on, used to evaluate. */
  VALIDATION;

  /** True if the row belongs to this part. */
  public boolean contains(LabelTable labels, int row) {
    return !labels.excluded(row) && labels.validation(row) == (this == VALIDATION);
  }

  /** The rows of this part, ascending. */
  public int[] rows(LabelTable labels) {
    return IntStream.range(0, labels.rows()).filter(row -> contains(labels, row)).toArray();
  }
}
