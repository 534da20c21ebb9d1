// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.Spinner;
import org.patchwork.ui.Buttons;
import org.patchwork.ui.ThemeColors;

/**
 * Makes widgets that belong together and stay on one line of a strip. Each tells the strip when the
 * user has changed it.
 */
final class StripWidgets {
  private static final int SCALE_WIDTH = 90;

  private final Composite group;
  private final Runnable changed;

  /** An empty group for so many widgets. */
  StripWidgets(Composite strip, int count, Runnable changed) {
    this.changed = changed;
    group = new Composite(strip, SWT.NONE);
    GridLayout layout = new GridLayout(count, false);
    layout.marginWidth = 0;
    layout.marginHeight = 0;
    group.setLayout(layout);
  }

  /** Places the widgets again after some were shown or hidden. */
  void layOut() {
    group.layout();
  }

  Label label(String text) {
    Label label = new Label(group, SWT.NONE);
    label.setText(text);
    return label;
  }

  Button check(String text, String toolTip) {
    Button button = new Button(group, SWT.CHECK);
    ThemeColors.keepNative(button);
    button.setText(text);
    button.setToolTipText(toolTip);
    button.addListener(SWT.Selection, event -> changed.run());
    return button;
  }

  Button button(String text, String toolTip, Runnable action) {
    return Buttons.push(group, text, toolTip, action);
  }

  /** A spinner behind its name. */
  Spinner spinner(String text, String toolTip, int least, int most) {
    label(text);
    return spinner(toolTip, least, most);
  }

  Spinner spinner(String toolTip, int least, int most) {
    Spinner spinner = new Spinner(group, SWT.BORDER);
    spinner.setMinimum(least);
    spinner.setMaximum(most);
    spinner.setToolTipText(toolTip);
    spinner.addListener(SWT.Selection, event -> changed.run());
    return spinner;
  }

  /** A slider from 0 on behind its name. */
  Scale scale(String text, String toolTip, int most) {
    label(text);
    Scale scale = new Scale(group, SWT.HORIZONTAL);
    scale.setMinimum(0);
    scale.setMaximum(most);
    scale.setIncrement(1);
    scale.setToolTipText(toolTip);
    scale.setLayoutData(new GridData(SCALE_WIDTH, SWT.DEFAULT));
    scale.addListener(SWT.Selection, event -> changed.run());
    return scale;
  }

  Combo combo(String toolTip, String... items) {
    Combo combo = new Combo(group, SWT.READ_ONLY | SWT.DROP_DOWN);
    combo.setItems(items);
    combo.select(0);
    combo.setToolTipText(toolTip);
    combo.addListener(SWT.Selection, event -> changed.run());
    return combo;
  }
}
