// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.ProgressBar;
import org.patchwork.ui.Buttons;
import org.patchwork.ui.Icons;
import org.patchwork.ui.ThemeColor;
import org.patchwork.ui.ThemeColors;

/**
 * The line above a view that computes something: the button that starts it, the one that stops it,
 * how far it is, and a sentence on how it ended or what is missing.
 */
final class RunStrip extends Composite {
  private static final int STEPS = 1000;

  private final Button start;
  private final Button cancel;
  private final ProgressBar progress;
  private final Link message;

  /**
   * A strip.
   *
   * @param linkChosen what the link in the sentence does, if it has one
   */
  RunStrip(
      Composite parent,
      String text,
      String icon,
      String toolTip,
      Runnable startChosen,
      Runnable cancelChosen,
      Runnable linkChosen) {
    super(parent, SWT.NONE);
    GridLayout layout = new GridLayout(4, false);
    layout.marginWidth = 0;
    layout.marginHeight = 0;
    setLayout(layout);
    start = Buttons.push(this, text, toolTip, startChosen);
    start.setImage(Icons.image(start, icon));
    cancel = Buttons.push(this, "Cancel", "Stop; everything stays as it was", cancelChosen);
    progress = new ProgressBar(this, SWT.SMOOTH);
    progress.setMaximum(STEPS);
    GridData bar = new GridData(SWT.LEFT, SWT.CENTER, false, false);
    bar.widthHint = 120;
    progress.setLayoutData(bar);
    message = new Link(this, SWT.WRAP);
    GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false);
    wide.widthHint = 240;
    message.setLayoutData(wide);
    message.addListener(SWT.Selection, event -> linkChosen.run());
    setRunning(false);
  }

  /** Says what the button that stops does, where that is not to leave everything as it was. */
  void nameCancel(String text, String toolTip) {
    cancel.setText(text);
    cancel.setToolTipText(toolTip);
  }

  /** Adds another button that starts something, beside the first. */
  Button add(String text, String toolTip, Runnable chosen) {
    Button button = Buttons.push(this, text, toolTip, chosen);
    button.moveBelow(start);
    ((GridLayout) getLayout()).numColumns++;
    return button;
  }

  /** Gives the sentence two lines of its own below the buttons, for where the strip is narrow. */
  void putSentenceBelow() {
    GridData below = (GridData) message.getLayoutData();
    below.horizontalSpan = ((GridLayout) getLayout()).numColumns;
    String shown = message.getText();
    message.setText("\n");
    below.heightHint = message.computeSize(SWT.DEFAULT, SWT.DEFAULT).y;
    message.setText(shown);
    below.verticalAlignment = SWT.TOP;
    GridData bar = (GridData) progress.getLayoutData();
    bar.horizontalAlignment = SWT.FILL;
    bar.grabExcessHorizontalSpace = true;
  }

  void setRunning(boolean running) {
    cancel.setEnabled(running);
    progress.setVisible(running);
    ((GridData) progress.getLayoutData()).exclude = !running;
    if (!running) {
      progress.setSelection(0);
    }
    requestLayout();
  }

  void setStartEnabled(boolean enabled) {
    start.setEnabled(enabled);
  }

  void showProgress(double share, String text) {
    progress.setSelection((int) Math.round(share * STEPS));
    say(text + " …");
  }

  void say(String text) {
    show(plain(text), ThemeColor.TEXT);
  }

  /** A sentence with a link behind it. */
  void say(String text, String link) {
    show(plain(text) + " <a>" + plain(link) + "</a>", ThemeColor.TEXT);
  }

  void sayFailed(String text) {
    show(plain(text), ThemeColor.EXCLUDED);
  }

  private void show(String markup, ThemeColor color) {
    message.setText(markup);
    message.setForeground(ThemeColors.current().get(color));
    message.requestLayout();
  }

  /** Text that a link shows as it is: no mnemonics, no markup. */
  private static String plain(String text) {
    return text.replace("&", "&&").replace("<", "\u2039").replace(">", "\u203a");
  }

  /** What is said at the moment. */
  String text() {
    return message.getText();
  }

  Button start() {
    return start;
  }

  Button cancel() {
    return cancel;
  }

  @Override
  public boolean setFocus() {
    return !start.isDisposed() && start.isEnabled() && start.setFocus();
  }
}
