// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining.tasks;

import java.util.List;

/**
 * A question with one answer for each image.
 *
 * @param name its name, as in the log
 * @param values the answers there are, at least two
 * @param answers for each row of the project the index of its answer, −1 if it is not known; must
 *     not be changed
 */
public record LabelTask(String name, List<String> values, int[] answers) {
  /** Not known. */
  public static final int UNKNOWN = -1;

  public LabelTask {
    values = List.copyOf(values);
  }

  /** The answer of a row; rows that were added later have none. */
  public int answer(int row) {
    return row < answers.length ? answers[row] : UNKNOWN;
  }

  /** The name as it stands in tags of the log: letters, digits, dots, dashes and underscores. */
  public String tag() {
    return name.replaceAll("[^\\p{Alnum}_.-]", "_");
  }
}
