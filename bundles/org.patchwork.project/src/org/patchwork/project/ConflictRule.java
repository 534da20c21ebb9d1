// SPDX-License-Identifier: MIT
package org.patchwork.project;

import org.patchwork.core.LabelTable;

/**
 * What becomes of the labels of two classes, A that goes and B that stays, when A is merged into B.
 */
public enum ConflictRule {
  /** One thing under two names; where they disagree, it is present. */
  PRESENT("Present wins"),
  /** One thing under two names; where they disagree, the class that stays is right. */
  KEEP("The class that stays is right"),
  /** One thing under two names; where they disagree, the class that goes is right. */
  TAKE("The class that goes is right"),
  /** One thing under two names; where they disagree, the label is forgotten, to be asked again. */
  FORGET("Forget the label"),
  /**
   * Two kinds of one thing: present if either is, absent only if both are, else unknown, because an
   * image without the one kind may still have the other.
   */
  UNION("Two kinds of one thing: absent only where both are");

  private final String title;

  ConflictRule(String title) {
    this.title = title;
  }

  /** As dialogs show it. */
  public String title() {
    return title;
  }

  /**
   * The label after the merge.
   *
   * @param stays label of the class that stays
   * @param goes label of the class that goes
   */
  public byte merge(byte stays, byte goes) {
    if (stays == goes) {
      return stays;
    }
    boolean oneUnknown = stays == LabelTable.UNKNOWN || goes == LabelTable.UNKNOWN;
    byte known = stays == LabelTable.UNKNOWN ? goes : stays;
    if (this == UNION) {
      return oneUnknown && known == LabelTable.ABSENT ? LabelTable.UNKNOWN : LabelTable.PRESENT;
    }
    if (oneUnknown) {
      return known;
    }
    return switch (this) {
      case KEEP -> stays;
      case TAKE -> goes;
      case FORGET -> LabelTable.UNKNOWN;
      default -> LabelTable.PRESENT;
    };
  }
}
