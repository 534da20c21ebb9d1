// SPDX-License-Identifier: MIT
package org.patchwork.project.classes;

import org.patchwork.core.LabelTable;

/**
 * One rule between two classes: if the first is present, the second has the value {@code second}.
 * Read backwards it says the same: if the second has the opposite value, the first is absent.
 *
 * @param classId id of the first class
 * @param otherId id of the second class
 * @param second {@link LabelTable#ABSENT} if the two exclude each other, {@link LabelTable#PRESENT}
 *     if the second is the parent of the first
 * @param group name of the exclusion group, empty for a parent
 */
public record ClassRule(String classId, String otherId, byte second, String group) {
  /** True if the rule says that the second class is the parent of the first. */
  public boolean hierarchy() {
    return second == LabelTable.PRESENT;
  }

  /** True if labels of the two classes break the rule. */
  boolean broken(byte first, byte other) {
    return first == LabelTable.PRESENT && other != LabelTable.UNKNOWN && other != second;
  }

  /** The broken rule in words. */
  String broken(String name, String otherName) {
    return hierarchy()
        ? name + " is present, but " + otherName + ", of which it is a kind, is absent"
        : name + " and " + otherName + " are both present, but exclude each other";
  }
}
