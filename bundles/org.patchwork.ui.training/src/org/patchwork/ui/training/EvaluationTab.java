// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

/** A tab of the Evaluation view. Used on the display thread. */
interface EvaluationTab {
  /**
   * Shows figures.
   *
   * @param judgement null if there is no model to judge
   */
  void show(Judgement judgement);

  /** Another class, by its stable id, is in focus; null for none. */
  default void focus(String classId) {}
}
