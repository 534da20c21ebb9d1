// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import org.patchwork.core.LabelTable;

/** Decides the labels of one image by counting, see {@link org.patchwork.project.VotePolicy}. */
final class MajorityRule {
  /** Stands where nobody voted, so that the label stays as it is. */
  static final byte NOBODY = -2;

  private MajorityRule() {}

  /**
   * Decides.
   *
   * @param present number of voices that said so, by class
   * @param absent number of voices that said so, by class
   * @param exclusive true if exactly one class is present in each image
   * @param result takes {@link #NOBODY}, unknown, absent or present, by class
   */
  static void decide(int[] present, int[] absent, boolean exclusive, byte[] result) {
    boolean chosen = false;
    for (int c = 0; c < result.length; c++) {
      result[c] = decide(present[c], absent[c]);
      chosen |= result[c] == LabelTable.PRESENT;
    }
    if (exclusive && !chosen) {
      for (int c = 0; c < result.length; c++) {
        if (present[c] > 0) {
          result[c] = LabelTable.UNKNOWN;
        }
      }
    }
  }

  private static byte decide(int present, int absent) {
    if (present + absent == 0) {
      return NOBODY;
    } else if (present == absent) {
      return LabelTable.UNKNOWN;
    }
    return present > absent ? LabelTable.PRESENT : LabelTable.ABSENT;
  }
}
