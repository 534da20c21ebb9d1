// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;

/** Opens dialogs without waiting for their end, and presses their buttons. */
final class Dialogs {
  private Dialogs() {}

  static void show(Dialog dialog) {
    dialog.setBlockOnOpen(false);
    dialog.open();
  }

  /** Presses a button by its number, as {@code IDialogConstants.OK_ID}; it must be enabled. */
  static void press(Dialog dialog, int id) {
    Button button = button(dialog.getShell(), id);
    assertTrue(button.getEnabled());
    button.notifyListeners(SWT.Selection, new Event());
  }

  /** The button of this number, or null; JFace keeps it as the data of the button. */
  private static Button button(Composite parent, int id) {
    for (Control child : parent.getChildren()) {
      if (child instanceof Button button && Integer.valueOf(id).equals(button.getData())) {
        return button;
      }
      Button found = child instanceof Composite composite ? button(composite, id) : null;
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
