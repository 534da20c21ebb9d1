// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.wizard;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.patchwork.project.backup.Backup;
import org.patchwork.project.backup.ProjectBackups;

/** The backups of a project, newest first. */
final class BackupsPage extends WizardPage {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE, d MMM uuuu, HH:mm:ss", Locale.ENGLISH);
  private static final String[] TITLES = {"Time", "Why", "Images", "Last event", "Size"};
  private static final int[] WIDTHS = {200, 180, 80, 96, 80};

  private final ProjectBackups backups;
  private List<Backup> shown = List.of();
  private Table table;
  private Button make;

  BackupsPage(ProjectBackups backups) {
    super("backups", "Which backup?", null);
    this.backups = backups;
    setDescription("Labels, classes, history and settings become what they were then.");
    setPageComplete(false);
  }

  @Override
  public void createControl(Composite parent) {
    Composite area = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().margins(8, 8).applyTo(area);
    table = new Table(area, SWT.FULL_SELECTION | SWT.BORDER | SWT.SINGLE);
    table.setHeaderVisible(true);
    for (int i = 0; i < TITLES.length; i++) {
      TableColumn column = new TableColumn(table, i < 2 ? SWT.LEFT : SWT.RIGHT);
      column.setText(TITLES[i]);
      column.setWidth(WIDTHS[i]);
    }
    table.addListener(SWT.Selection, event -> setPageComplete(chosen() != null));
    GridDataFactory.fillDefaults().grab(true, true).hint(640, 240).applyTo(table);
    Label note = new Label(area, SWT.WRAP);
    note.setText(
        "What is there now is backed up first, so this can be taken back. The project is closed and"
            + " opened again. Images, features and training runs stay as they are.");
    GridDataFactory.fillDefaults().grab(true, false).hint(600, SWT.DEFAULT).applyTo(note);
    make = new Button(area, SWT.PUSH);
    make.setText("Back up now");
    make.addListener(SWT.Selection, event -> make());
    setControl(area);
    read();
  }

  private void read() {
    Background.ask(table, backups::list, this::show, this::setErrorMessage);
  }

  private void make() {
    make.setEnabled(false);
    setMessage("Making a backup …");
    Background.ask(
        table,
        () -> backups.make(Backup.BY_HAND, null),
        made -> {
          setMessage("Backup made: " + made.name());
          make.setEnabled(true);
          read();
        },
        problem -> {
          setErrorMessage(problem);
          make.setEnabled(true);
        });
  }

  private void show(List<Backup> found) {
    shown = found;
    table.removeAll();
    for (Backup backup : found) {
      new TableItem(table, SWT.NONE)
          .setText(
              new String[] {
                TIME.format(backup.time().atZone(ZoneId.systemDefault())),
                backup.reason(),
                String.format(Locale.ENGLISH, "%,d", backup.images()),
                String.format(Locale.ENGLISH, "%,d", backup.lastEvent()),
                String.format(Locale.ENGLISH, "%,.1f MB", backup.bytes() / 1e6)
              });
    }
    if (found.isEmpty()) {
      setMessage("There is no backup of this project yet.", INFORMATION);
    }
    setPageComplete(false);
  }

  /** The selected backup, or null. */
  Backup chosen() {
    int index = table.getSelectionIndex();
    return index < 0 ? null : shown.get(index);
  }

  Table table() {
    return table;
  }

  Button makeButton() {
    return make;
  }
}
