// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.project;

import java.util.List;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TrayDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.patchwork.project.ImportProblem;

/** Lists what an import found odd; nothing of it stopped the import. */
final class ImportProblemsDialog extends TrayDialog {
  private final List<ImportProblem> problems;

  ImportProblemsDialog(Shell parent, List<ImportProblem> problems) {
    super(parent);
    this.problems = problems;
    setShellStyle(SWT.CLOSE | SWT.MODELESS | SWT.BORDER | SWT.TITLE | SWT.RESIZE);
    setBlockOnOpen(false);
  }

  @Override
  protected void configureShell(Shell shell) {
    super.configureShell(shell);
    shell.setText("Import");
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    Composite area = (Composite) super.createDialogArea(parent);
    Label sentence = new Label(area, SWT.WRAP);
    String found =
        problems.size() == 1 ? "One thing is" : String.format("%,d things are", problems.size());
    sentence.setText(found + " worth a look. The rest was imported as it is.");
    Table table = new Table(area, SWT.VIRTUAL | SWT.BORDER | SWT.FULL_SELECTION);
    table.setHeaderVisible(true);
    column(table, "What", 90);
    column(table, "Where", 280);
    column(table, "Line", 60);
    column(table, "Message", 380);
    table.addListener(
        SWT.SetData, event -> fill((TableItem) event.item, problems.get(event.index)));
    table.setItemCount(problems.size());
    GridDataFactory.fillDefaults().grab(true, true).hint(820, 320).applyTo(table);
    return area;
  }

  @Override
  protected void createButtonsForButtonBar(Composite parent) {
    createButton(parent, IDialogConstants.OK_ID, IDialogConstants.CLOSE_LABEL, true);
  }

  private static void column(Table table, String title, int width) {
    TableColumn column = new TableColumn(table, SWT.NONE);
    column.setText(title);
    column.setWidth(width);
  }

  private static void fill(TableItem item, ImportProblem problem) {
    String kind = problem.kind().name();
    item.setText(
        new String[] {
          kind.charAt(0) + kind.substring(1).toLowerCase(java.util.Locale.ROOT),
          problem.subject(),
          problem.line() > 0 ? Long.toString(problem.line()) : "",
          problem.message()
        });
  }
}
