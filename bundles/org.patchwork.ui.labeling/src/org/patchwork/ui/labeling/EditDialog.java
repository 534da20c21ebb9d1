// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.project.Edit;
import org.patchwork.project.EditPreview;
import org.patchwork.project.ProjectSession;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.UiThread;

/**
 * A dialog that ends with one edit. Whenever its fields change it asks the project, in the
 * background, what the edit would do; what cannot be done is said at the top, and the button that
 * does it is off until the answer is there.
 */
abstract class EditDialog extends TitleAreaDialog {
  /** What is asked in the background, with more that subclasses want to know. */
  record Outlook<T>(EditPreview preview, T more) {}

  private final String title;
  private final String buttonText;
  private int asked;
  private Edit ready;

  final OpenProject open;
  final ProjectSession session;

  EditDialog(Shell parent, OpenProject open, String title, String buttonText) {
    super(parent);
    this.open = open;
    this.session = open.session();
    this.title = title;
    this.buttonText = buttonText;
    setShellStyle(getShellStyle() | SWT.RESIZE);
    setHelpAvailable(false);
  }

  /** What the event log calls the source of the edit. */
  String source() {
    return "classes";
  }

  /** Makes the fields. */
  abstract void createFields(Composite area);

  /** Called when the dialog is complete, and by the fields when they change. */
  abstract void changed();

  @Override
  protected void configureShell(Shell shell) {
    super.configureShell(shell);
    shell.setText(title);
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    Composite area = (Composite) super.createDialogArea(parent);
    Composite fields = new Composite(area, SWT.NONE);
    GridLayout layout = new GridLayout(2, false);
    layout.marginWidth = 12;
    layout.marginHeight = 10;
    layout.verticalSpacing = 8;
    fields.setLayout(layout);
    fields.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    createFields(fields);
    return area;
  }

  @Override
  protected void createButtonsForButtonBar(Composite parent) {
    createButton(parent, IDialogConstants.OK_ID, buttonText, true);
    createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
    setTitle(title);
    changed();
  }

  /** Says why the fields make no edit; null to say nothing against them. */
  final void refuse(String fault) {
    asked++;
    ready = null;
    setErrorMessage(fault);
    button().setEnabled(false);
  }

  /**
   * Asks what an edit would do.
   *
   * @param more works out further facts, in the background
   * @param told takes the answer on the display thread
   */
  final <T> void ask(Edit edit, Supplier<T> more, java.util.function.Consumer<Outlook<T>> told) {
    int number = ++asked;
    ready = null;
    button().setEnabled(false);
    CompletableFuture<Outlook<T>> answer =
        CompletableFuture.supplyAsync(() -> new Outlook<>(preview(edit), more.get()));
    UiThread.of(getShell())
        .deliver(
            answer,
            outlook -> {
              if (number == asked) {
                ready = edit;
                setErrorMessage(null);
                button().setEnabled(true);
                told.accept(outlook);
              }
            },
            error -> {
              if (number == asked) {
                setErrorMessage(error.getMessage());
              }
            });
  }

  private EditPreview preview(Edit edit) {
    try {
      return session.preview(edit);
    } catch (ProjectFormatException e) {
      throw new CompletionException(e);
    }
  }

  @Override
  protected void okPressed() {
    if (ready != null && open.session() == session) {
      open.submit(ready, source());
      super.okPressed();
    }
  }

  final Button button() {
    return getButton(IDialogConstants.OK_ID);
  }

  /** A label before a field, or in a row of its own with null behind it. */
  static Label label(Composite parent, String text) {
    Label label = new Label(parent, SWT.NONE);
    label.setText(text);
    label.setLayoutData(new GridData(SWT.BEGINNING, SWT.CENTER, false, false));
    return label;
  }

  /** A text over both columns that may take several lines. */
  static Label sentence(Composite parent) {
    Label label = new Label(parent, SWT.WRAP);
    GridData data = new GridData(SWT.FILL, SWT.BEGINNING, true, false, 2, 1);
    data.widthHint = 480;
    label.setLayoutData(data);
    return label;
  }

  static GridData wide() {
    return new GridData(SWT.FILL, SWT.CENTER, true, false);
  }

  static GridData both() {
    return new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1);
  }
}
