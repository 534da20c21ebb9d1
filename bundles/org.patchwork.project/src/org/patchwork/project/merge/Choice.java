// SPDX-License-Identifier: MIT
package org.patchwork.project.merge;

/** What becomes of a class where both sides have a label and the labels differ. */
public enum Choice {
  /** The label of the open project stays; new ones come in. */
  KEEP_MINE,

  /** The label of the other side takes its place. */
  TAKE_THEIRS,

  /** Nothing of the class comes in, not even new labels. */
  LEAVE_OUT
}
