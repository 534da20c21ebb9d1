// SPDX-License-Identifier: MIT
package org.patchwork.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/**
 * What a view shows while it has nothing to show: one sentence that says what to do next, and the
 * button that does it.
 */
public final class EmptyState extends Composite {
  private static final int SENTENCE_WIDTH = 320;

  private final Label sentence;
  private final Button button;
  private Runnable action = () -> {};

  public EmptyState(Composite parent) {
    super(parent, SWT.NONE);
    GridLayout layout = new GridLayout();
    layout.verticalSpacing = 12;
    layout.marginWidth = 16;
    setLayout(layout);
    sentence = new Label(this, SWT.WRAP | SWT.CENTER);
    GridData centred = new GridData(SWT.CENTER, SWT.END, true, true);
    centred.widthHint = SENTENCE_WIDTH;
    sentence.setLayoutData(centred);
    button = new Button(this, SWT.PUSH);
    button.setLayoutData(new GridData(SWT.CENTER, SWT.BEGINNING, true, true));
    button.addListener(SWT.Selection, event -> action.run());
  }

  /** Says what to do and offers it. */
  public void say(String text, String buttonText, Runnable buttonAction) {
    sentence.setText(text);
    button.setText(buttonText);
    action = buttonAction;
    showButton(true);
  }

  /** Says what to do where no button can do it. */
  public void say(String text) {
    sentence.setText(text);
    showButton(false);
  }

  /** What is said at the moment. */
  public String text() {
    return sentence.getText();
  }

  /** The button, for those who give it keys. */
  public Control button() {
    return button;
  }

  @Override
  public boolean setFocus() {
    return !button.isDisposed()
        && button.isVisible()
        && button.setFocus(); // asked while disposed, too
  }

  private void showButton(boolean show) {
    button.setVisible(show);
    ((GridData) button.getLayoutData()).exclude = !show;
    ((GridData) sentence.getLayoutData()).verticalAlignment = show ? SWT.END : SWT.CENTER;
    sentence.requestLayout(); // asked of this, the sentence would keep the height it had
    button.requestLayout();
  }
}
