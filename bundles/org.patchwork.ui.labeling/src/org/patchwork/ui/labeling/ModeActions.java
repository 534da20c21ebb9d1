// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

/** What the keys of quick tag and question mode do; each does nothing while there is no image. */
interface ModeActions {
  /** Writes the answers on display and shows what comes next. */
  void answer();

  /** Shows what comes next without writing anything. */
  void skip();

  /** Shows what was asked before, with the answers given. */
  void back();

  /** Takes the selected images to their next answer. */
  void cycle();

  /** The selected images are unusable. */
  void exclude();

  /** The selected images get no answer. */
  void leaveOpen();

  /** Puts the boundary before the image under the cursor, or behind it. */
  void boundary(boolean behind);

  /** The key of a class or of a tile was pressed. */
  void press(char key);

  /** Shows what the keys do. */
  void showKeys();

  /** Asks for the class after the chosen one, or with −1 the one before. */
  void moveClass(int step);
}
