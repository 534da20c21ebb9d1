// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.wizard;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.patchwork.project.FolderMove;
import org.patchwork.project.MissingFolder;
import org.patchwork.project.MovedImages;

/** The folders with missing images, and a search for them. */
final class MissingImagesPage extends WizardPage {
  private static final String[] TITLES = {"Images of", "Should be in", "Missing"};
  private static final int[] WIDTHS = {160, 380, 100};

  private final MovedImages images;
  private final IProgressMonitor monitor = new NullProgressMonitor();
  private List<FolderMove> moves = List.of();
  private int missing;
  private Table table;
  private Text below;
  private Button search;
  private Label result;

  /** What a search has found. */
  private record Found(List<FolderMove> moves, int stillMissing) {}

  MissingImagesPage(MovedImages images) {
    super("missing", "Where are the images now?", null);
    this.images = images;
    setDescription("The images keep their labels; only the way to their files changes.");
    setPageComplete(false);
  }

  @Override
  public void createControl(Composite parent) {
    Fields fields = new Fields(parent);
    table = new Table(fields.grid(), SWT.FULL_SELECTION | SWT.BORDER);
    table.setHeaderVisible(true);
    for (int i = 0; i < TITLES.length; i++) {
      TableColumn column = new TableColumn(table, i == 2 ? SWT.RIGHT : SWT.LEFT);
      column.setText(TITLES[i]);
      column.setWidth(WIDTHS[i]);
    }
    GridDataFactory.fillDefaults().span(3, 1).grab(true, true).hint(640, 180).applyTo(table);
    below = fields.folder("Look below", "The folder that the images, or their folders, are in now");
    search = new Button(fields.grid(), SWT.PUSH);
    search.setText("Search");
    search.addListener(SWT.Selection, event -> search());
    GridDataFactory.fillDefaults().span(3, 1).align(SWT.BEGINNING, SWT.CENTER).applyTo(search);
    result = fields.note("Looking for images …");
    setControl(fields.grid());
    table.addDisposeListener(event -> monitor.setCanceled(true)); // the page is gone
    Background.ask(table, () -> images.missing(monitor), this::show, this::setErrorMessage);
  }

  private void show(List<MissingFolder> folders) {
    missing = folders.stream().mapToInt(MissingFolder::missing).sum();
    for (MissingFolder each : folders) {
      new TableItem(table, SWT.NONE)
          .setText(
              new String[] {
                each.name().isEmpty() ? "(the image folder)" : each.name(),
                each.place().toString(),
                String.format(Locale.ENGLISH, "%,d of %,d", each.missing(), each.files())
              });
    }
    say(
        missing == 0
            ? "All image files are where they should be."
            : String.format(
                Locale.ENGLISH,
                "%,d image files are missing. Say below which folder to look for them.",
                missing));
  }

  private void search() {
    moves = List.of();
    setPageComplete(false);
    setErrorMessage(null);
    try {
      Path folder = Path.of(below.getText().strip());
      search.setEnabled(false);
      say("Searching …");
      Background.ask(
          table,
          () -> {
            List<FolderMove> found = images.search(folder, monitor);
            return new Found(found, images.missingAfter(found, monitor));
          },
          this::show,
          this::failed);
    } catch (InvalidPathException e) {
      failed("This is no folder: " + e.getMessage());
    }
  }

  private void failed(String problem) {
    search.setEnabled(true);
    say("");
    setErrorMessage(problem);
  }

  private void show(Found found) {
    search.setEnabled(true);
    moves = found.moves();
    StringBuilder text = new StringBuilder();
    if (moves.isEmpty()) {
      text.append("Nothing was found there. Try a folder further up.");
    } else {
      text.append(
          String.format(
              Locale.ENGLISH,
              "Found: %,d of %,d missing files.",
              missing - found.stillMissing(),
              missing));
    }
    for (FolderMove move : moves) {
      String from = move.from().isEmpty() ? "The image folder" : move.from();
      text.append('\n').append(from).append(" is now ").append(move.to());
    }
    say(text.toString());
    setPageComplete(!moves.isEmpty() && found.stillMissing() < missing);
  }

  private void say(String text) {
    result.setText(text);
    result.requestLayout();
  }

  /** What was found. */
  List<FolderMove> moves() {
    return moves;
  }

  Table table() {
    return table;
  }

  /** Types a folder and searches, as a user would. */
  void searchBelow(Path folder) {
    below.setText(folder.toString());
    search.notifyListeners(SWT.Selection, new org.eclipse.swt.widgets.Event());
  }

  String said() {
    return result.getText();
  }
}
