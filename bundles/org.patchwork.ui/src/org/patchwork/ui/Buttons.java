// SPDX-License-Identifier: MIT
package org.patchwork.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;

/** Buttons that do something. */
public final class Buttons {
  private Buttons() {}

  /** A button with its text. */
  public static Button push(Composite parent, String text, Runnable action) {
    Button button = new Button(parent, SWT.PUSH);
    button.setText(text);
    button.addListener(SWT.Selection, event -> action.run());
    return button;
  }

  /** A button that says in a tool tip what it does. */
  public static Button push(Composite parent, String text, String toolTip, Runnable action) {
    Button button = push(parent, text, action);
    button.setToolTipText(toolTip);
    return button;
  }
}
