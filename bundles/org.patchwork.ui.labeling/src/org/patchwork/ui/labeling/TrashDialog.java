// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TrayDialog;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.patchwork.project.Edit;
import org.patchwork.project.classes.RemovedClass;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.OpenProjectListener;
import org.patchwork.ui.Palette;

/** The classes that were removed, each to be restored with its labels. */
final class TrashDialog extends TrayDialog {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
          .withLocale(Locale.UK)
          .withZone(ZoneId.systemDefault());

  private final OpenProject open;
  private List<RemovedClass> removed = List.of();
  private Label sentence;
  private Table table;
  private LocalResourceManager images;

  TrashDialog(Shell parent, OpenProject open) {
    super(parent);
    this.open = open;
    setShellStyle(getShellStyle() | SWT.RESIZE);
    setHelpAvailable(false);
  }

  @Override
  protected void configureShell(Shell shell) {
    super.configureShell(shell);
    shell.setText("Removed classes");
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    Composite area = (Composite) super.createDialogArea(parent);
    sentence = new Label(area, SWT.WRAP);
    sentence.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    table = new Table(area, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE);
    images = new LocalResourceManager(JFaceResources.getResources(), table);
    table.setHeaderVisible(true);
    column("Class", 180, SWT.LEFT);
    column("Labels", 90, SWT.RIGHT);
    column("Removed", 170, SWT.LEFT);
    column("By", 110, SWT.LEFT);
    GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
    data.heightHint = 180;
    table.setLayoutData(data);
    table.addListener(SWT.Selection, event -> enable());
    table.addListener(SWT.DefaultSelection, event -> restore());
    OpenProjectListener listener =
        new OpenProjectListener() {
          @Override
          public void projectChanged() {
            close();
          }

          @Override
          public void classesChanged() {
            fill();
          }
        };
    open.addListener(table, listener);
    return area;
  }

  @Override
  protected void createButtonsForButtonBar(Composite parent) {
    createButton(parent, IDialogConstants.OK_ID, "Restore", true);
    createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CLOSE_LABEL, false);
    fill();
  }

  @Override
  protected void okPressed() {
    restore();
  }

  private void column(String title, int width, int style) {
    TableColumn column = new TableColumn(table, style);
    column.setText(title);
    column.setWidth(width);
  }

  private void fill() {
    removed = open.session() == null ? List.of() : open.session().removedClasses().reversed();
    sentence.setText(
        removed.isEmpty()
            ? "No class was removed."
            : "A class that is restored comes back with the labels it had.");
    table.removeAll();
    for (RemovedClass each : removed) {
      TableItem item = new TableItem(table, SWT.NONE);
      item.setText(
          new String[] {
            each.name(),
            String.format(Locale.ENGLISH, "%,d", each.labels()),
            each.removed().equals(Instant.EPOCH) ? "" : TIME.format(each.removed()),
            each.annotator()
          });
      item.setImage(0, images.create(new Swatch(Palette.rgb(each.color())).descriptor()));
    }
    if (!removed.isEmpty()) {
      table.setSelection(0);
    }
    enable();
  }

  private void enable() {
    getButton(IDialogConstants.OK_ID)
        .setEnabled(table.getSelectionIndex() >= 0 && !open.session().readOnly());
  }

  private void restore() {
    int index = table.getSelectionIndex();
    if (index >= 0 && open.session() != null) {
      open.submit(new Edit.RestoreClass(removed.get(index).id()), "classes");
    }
  }

  /** For tests: the table. */
  Table table() {
    return table;
  }
}
