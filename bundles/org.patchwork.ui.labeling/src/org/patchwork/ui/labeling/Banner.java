// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.patchwork.ui.Icons;
import org.patchwork.ui.ThemeColor;
import org.patchwork.ui.ThemeColors;

/**
 * A strip across a view that says what needs attention and offers a way out. Takes no room while it
 * is hidden.
 */
final class Banner extends Composite {
  private final Label text;
  private final Button button;
  private Runnable action = () -> {};

  Banner(Composite parent) {
    super(parent, SWT.NONE);
    setLayout(new GridLayout(3, false));
    Label sign = new Label(this, SWT.NONE);
    sign.setImage(Icons.image(this, "warning"));
    text = new Label(this, SWT.WRAP);
    GridData fill = new GridData(SWT.FILL, SWT.CENTER, true, false);
    fill.widthHint = 120;
    text.setLayoutData(fill);
    button = new Button(this, SWT.PUSH);
    button.addListener(SWT.Selection, event -> action.run());
  }

  void show(String message, String buttonText, Runnable buttonAction) {
    ThemeColors colors = ThemeColors.current();
    setBackground(colors.get(ThemeColor.BANNER));
    setBackgroundMode(SWT.INHERIT_FORCE);
    text.setForeground(colors.get(ThemeColor.TEXT));
    text.setText(message.replace("&", "&&"));
    button.setText(buttonText);
    action = buttonAction;
    setShown(true);
    button.requestLayout();
  }

  void hide() {
    setShown(false);
  }

  boolean isShown() {
    return !((GridData) getLayoutData()).exclude;
  }

  String text() {
    return isShown() ? text.getText().replace("&&", "&") : "";
  }

  private void setShown(boolean shown) {
    setVisible(shown);
    ((GridData) getLayoutData()).exclude = !shown;
    requestLayout();
  }
}
