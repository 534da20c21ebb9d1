// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.wizard;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.patchwork.image.ImageLoader;
import org.patchwork.internal.rcp.project.ProjectDraft.ImageChoice;
import org.patchwork.project.ImportResult;
import org.patchwork.ui.UiThread;

/** Where the images come from; counts them in the background as soon as a place is named. */
final class ImagesPage extends WizardPage {
  private static final int MAX_TILE = 4096;

  private final ImageLoader loader;
  private final List<Runnable> listeners = new ArrayList<>();
  private Text path;
  private Button folder;
  private Button csv;
  private Spinner tile;
  private Label found;
  private CountImagesJob counting;
  private ImportResult result;

  ImagesPage(ImageLoader loader) {
    super("images");
    this.loader = loader;
    setTitle("Images");
    setDescription("Choose the images to label. They stay where they are.");
    setPageComplete(false);
  }

  @Override
  public void createControl(Composite parent) {
    Fields fields = new Fields(parent);
    folder = fields.radio("A &folder, with all folders in it", true);
    csv = fields.radio("A &CSV file with a column filepath, as pandas writes it", false);
    Button list = fields.radio("A text file with one &path a line", false);
    path =
        fields.folderOrFile("&Where:", "Folder, CSV file or list of paths.", folder::getSelection);
    fields.label("&Tile size in pixels (0: whole images):");
    tile = new Spinner(fields.grid(), SWT.BORDER);
    tile.setValues(0, 0, MAX_TILE, 0, 16, 64);
    tile.setToolTipText(
        "Cuts each image into square windows of so many pixels; 0 takes images whole.");
    new Label(fields.grid(), SWT.NONE); // keeps the spinner as wide as its number
    found = fields.note("");
    for (Button button : new Button[] {folder, csv, list}) {
      button.addListener(SWT.Selection, event -> changed());
    }
    path.addListener(SWT.Modify, event -> changed());
    tile.addListener(SWT.Selection, event -> changed());
    setControl(fields.grid());
  }

  /** Called whenever another place is chosen or its images were counted. */
  void onChange(Runnable listener) {
    listeners.add(listener);
  }

  ImageChoice choice() {
    Path chosen = chosenPath();
    if (folder.getSelection()) {
      return new ImageChoice.Folder(chosen);
    }
    return csv.getSelection() ? new ImageChoice.Csv(chosen) : new ImageChoice.PathList(chosen);
  }

  int tileSize() {
    return csv.getSelection() ? 0 : tile.getSelection();
  }

  /** What was found, or null while it is being counted. */
  ImportResult found() {
    return result;
  }

  private Path chosenPath() {
    try {
      return path.getText().isBlank()
          ? null
          : Path.of(path.getText().strip()).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      return null; // while typing, a path may have characters that no path has
    }
  }

  private void changed() {
    result = null;
    tile.setEnabled(!csv.getSelection());
    if (counting != null) {
      counting.cancel();
      counting = null;
    }
    String problem = problem();
    setErrorMessage(path.getText().isBlank() ? null : problem);
    setPageComplete(problem == null);
    if (problem == null) {
      found.setText("Looking…");
      counting =
          new CountImagesJob(
              choice(), tileSize(), loader, UiThread.of(getControl()), this::counted);
      counting.schedule();
    } else {
      found.setText("");
    }
    listeners.forEach(Runnable::run);
  }

  private void counted(CountImagesJob.Count count) {
    result = count.result();
    found.setText(count.text());
    found.requestLayout();
    if (count.failed()) {
      setErrorMessage(count.text());
      setPageComplete(false);
    }
    listeners.forEach(Runnable::run);
  }

  private String problem() {
    Path chosen = chosenPath();
    if (chosen == null) {
      return "Choose a place.";
    } else if (!Files.exists(chosen)) {
      return chosen + " does not exist.";
    } else if (folder.getSelection() && !Files.isDirectory(chosen)) {
      return chosen + " is a file. Choose a folder, or say that it is a CSV or a list.";
    } else if (!folder.getSelection() && !Files.isRegularFile(chosen)) {
      return chosen + " is a folder. Choose a file, or say that it is a folder.";
    }
    return null;
  }
}
