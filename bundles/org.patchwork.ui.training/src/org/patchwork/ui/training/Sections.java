// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.patchwork.ui.ThemeColor;
import org.patchwork.ui.ThemeColors;

/** Small pieces that the sections of the Evaluation view are put together from. */
final class Sections {
  private static final int TEXT_WIDTH = 280;
  private static final int PAGE_STEP = 10;

  private Sections() {}

  /** Wrapped text over so many columns of a grid. */
  static Label text(Composite parent, int columns) {
    Label label = new Label(parent, SWT.WRAP);
    GridData wide = new GridData(SWT.FILL, SWT.TOP, true, false, columns, 1);
    wide.widthHint = TEXT_WIDTH;
    label.setLayoutData(wide);
    return label;
  }

  static Spinner spinner(Composite parent, int least, int most, int value, String help) {
    Spinner spinner = new Spinner(parent, SWT.BORDER);
    spinner.setValues(value, least, most, 0, 1, PAGE_STEP);
    spinner.setToolTipText(help);
    return spinner;
  }

  /** Says something in a colour of the theme. */
  static void say(Label label, String text, ThemeColor color) {
    label.setText(text);
    label.setForeground(ThemeColors.current().get(color));
    label.requestLayout();
  }

  /** Follows a job that takes a moment only, and says in a label how it failed. */
  abstract static class Quick<T> implements ViewJob.Listener<T> {
    private final Label label;

    Quick(Label label) {
      this.label = label;
    }

    @Override
    public void progressed(double share, String text) {
      // takes a moment only
    }

    @Override
    public void cancelled() {
      failed("Cancelled.");
    }

    @Override
    public void failed(String message) {
      if (!label.isDisposed()) {
        say(label, message, ThemeColor.EXCLUDED);
      }
    }
  }
}
