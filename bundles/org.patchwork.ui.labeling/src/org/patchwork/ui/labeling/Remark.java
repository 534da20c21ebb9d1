// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.patchwork.ui.ThemeColor;
import org.patchwork.ui.ThemeColors;

/**
 * A line in a two-column form that says what is missing or what came out, with a button that helps.
 */
final class Remark {
  private final Label message;
  private final Button remedy;
  private Runnable action;
  private boolean saysMissing;

  Remark(Composite parent) {
    message = new Label(parent, SWT.WRAP);
    GridData fill = new GridData(SWT.FILL, SWT.CENTER, true, false);
    fill.widthHint = 200;
    message.setLayoutData(fill);
    remedy = new Button(parent, SWT.PUSH);
    remedy.setLayoutData(new GridData(SWT.END, SWT.CENTER, false, false));
    remedy.addListener(SWT.Selection, event -> action.run());
  }

  /** Says how something came out; an empty text takes no room. */
  void say(String text) {
    show(text, false);
  }

  /** Says what is missing, or with null no longer. */
  void missing(String text) {
    setShown(remedy, text != null && action != null);
    if (text != null) {
      show(text, true);
    } else if (saysMissing) {
      show("", false);
    }
  }

  /** Sets what the button does, before it is said what is missing. */
  void offer(String text, Runnable helpingAction) {
    remedy.setText(text);
    action = helpingAction;
  }

  /** Offers nothing. */
  void offerNothing() {
    action = null;
  }

  String text() {
    return message.getText();
  }

  Button button() {
    return remedy;
  }

  private void show(String text, boolean isMissing) {
    saysMissing = isMissing;
    message.setText(text.replace("&", "&&"));
    message.setForeground(
        ThemeColors.current().get(isMissing ? ThemeColor.EXCLUDED : ThemeColor.MUTED));
    setShown(message, !text.isEmpty());
  }

  private static void setShown(Control control, boolean shown) {
    control.setVisible(shown);
    ((GridData) control.getLayoutData()).exclude = !shown;
    control.requestLayout();
  }
}
