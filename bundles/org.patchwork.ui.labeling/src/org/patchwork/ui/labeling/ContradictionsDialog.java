// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TrayDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.patchwork.core.LabelTable;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.project.Edit;
import org.patchwork.project.ProjectSession;
import org.patchwork.project.classes.Contradiction;
import org.patchwork.project.classes.Implications;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.Page;
import org.patchwork.ui.PageModel;
import org.patchwork.ui.UiThread;

/**
 * Where labels contradict each other by groups and parents, rule by rule, each to be looked at in
 * the grid; and how many unknown labels follow from known ones, to be set at once.
 */
final class ContradictionsDialog extends TrayDialog {
  private static final int SET_ALL = IDialogConstants.CLIENT_ID + 1;

  /** What a look at the whole table found. */
  private record Found(List<Contradiction> contradictions, int implied, int rows) {}

  private final OpenProject open;
  private final ProjectSession session;
  private final PageModel page;
  private final NullProgressMonitor monitor = new NullProgressMonitor();
  private List<Contradiction> contradictions = List.of();
  private Label sentence;
  private Label follows;
  private Table table;

  ContradictionsDialog(Shell parent, OpenProject open, PageModel page) {
    super(parent);
    this.open = open;
    this.session = open.session();
    this.page = page;
    setShellStyle(getShellStyle() | SWT.RESIZE);
    setHelpAvailable(false);
  }

  @Override
  protected void configureShell(Shell shell) {
    super.configureShell(shell);
    shell.setText("Contradictions and implied labels");
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    Composite area = (Composite) super.createDialogArea(parent);
    sentence = line(area, "Looking at all images…");
    table = new Table(area, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE);
    table.setHeaderVisible(true);
    column("Contradiction", SWT.LEFT, 430);
    column("Images", SWT.RIGHT, 90);
    GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
    data.heightHint = 200;
    table.setLayoutData(data);
    table.addListener(SWT.DefaultSelection, event -> okPressed());
    follows = line(area, "");
    area.addDisposeListener(event -> monitor.setCanceled(true));
    return area;
  }

  @Override
  protected void createButtonsForButtonBar(Composite parent) {
    createButton(parent, SET_ALL, "Set implied labels", false).setEnabled(false);
    createButton(parent, IDialogConstants.OK_ID, "Show images", true).setEnabled(false);
    createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CLOSE_LABEL, false);
    look();
  }

  private void look() {
    Implications implications = session.implications();
    UiThread.of(getShell())
        .deliver(
            CompletableFuture.supplyAsync(() -> find(implications)),
            this::show,
            error -> {
              if (!(error instanceof OperationCanceledException
                  || error instanceof CancellationException)) {
                sentence.setText(error.getMessage());
              }
            });
  }

  private Found find(Implications implications) {
    LabelTable labels = session.labels();
    List<Contradiction> found = Contradiction.find(labels, implications, monitor);
    try {
      return new Found(found, session.preview(all()).cells(), labels.rows());
    } catch (ProjectFormatException e) {
      throw new CompletionException(e);
    }
  }

  private Edit all() {
    return new Edit.SetImplied(null, session.model().getSchema().isExclusive());
  }

  private void show(Found found) {
    contradictions = found.contradictions();
    for (Contradiction each : contradictions) {
      TableItem item = new TableItem(table, SWT.NONE);
      item.setText(
          new String[] {
            each.description(), String.format(Locale.ENGLISH, "%,d", each.rows().length)
          });
    }
    sentence.setText(
        contradictions.isEmpty()
            ? "No labels contradict each other."
            : "These labels contradict each other. Show the images, then correct them in the"
                + " grid.");
    follows.setText(
        found.implied() == 0
            ? "No unknown label follows from the others."
            : String.format(
                Locale.ENGLISH,
                "Unknown labels that follow from known ones by groups and parents: %,d.",
                found.implied()));
    if (!contradictions.isEmpty()) {
      table.setSelection(0);
    }
    getButton(IDialogConstants.OK_ID).setEnabled(!contradictions.isEmpty());
    getButton(SET_ALL).setEnabled(found.implied() > 0 && !session.readOnly());
    getShell().layout(true, true);
  }

  @Override
  protected void buttonPressed(int id) {
    if (id == SET_ALL) {
      if (open.session() == session) {
        open.submit(all(), "classes");
      }
      close();
    } else {
      super.buttonPressed(id);
    }
  }

  @Override
  protected void okPressed() {
    int index = table.getSelectionIndex();
    if (index >= 0 && open.session() == session) {
      Contradiction chosen = contradictions.get(index);
      page.show(Page.browsed(chosen.rows(), "contradictions", chosen.description()));
      super.okPressed();
    }
  }

  private static Label line(Composite area, String text) {
    Label label = new Label(area, SWT.WRAP);
    label.setText(text);
    label.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    return label;
  }

  private void column(String title, int style, int width) {
    TableColumn column = new TableColumn(table, style);
    column.setText(title);
    column.setWidth(width);
  }

  /** For tests: the table. */
  Table table() {
    return table;
  }

  /** For tests: what is said. */
  String text() {
    return sentence.getText() + " " + follows.getText();
  }
}
