// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.patchwork.project.merge.ImageMatch;
import org.patchwork.ui.ThemeColors;

/** Asks where the labels are and how images are recognised. */
final class MergeSourcePage extends WizardPage {
  private Text place;
  private Text annotator;
  private Button byName;

  MergeSourcePage() {
    super("source", "Where are the labels?", null);
    setDescription("A label file, or the folder of another project. Nothing is changed yet.");
  }

  @Override
  public void createControl(Composite parent) {
    Composite area = new Composite(parent, SWT.NONE);
    area.setLayout(new GridLayout(4, false));
    label(area, "&Labels of:");
    place = new Text(area, SWT.BORDER);
    place.setMessage("labels.csv, or a project folder");
    place.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    place.addListener(SWT.Modify, event -> check());
    browse(area, "&File…", () -> chooseFile());
    browse(area, "&Project…", () -> chooseFolder());
    label(area, "&Given by:");
    annotator = new Text(area, SWT.BORDER);
    annotator.setMessage("whom the project names, or the name of the file");
    annotator.setToolTipText(
        "Annotator of labels that nobody is known to have given; known ones keep their names");
    annotator.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 3, 1));
    annotator.addListener(SWT.Modify, event -> check());
    label(area, "Images are:");
    Button byPath = radio(area, "the same if their &path is, or the file it means", true);
    byPath.setData(ImageMatch.PATH);
    label(area, "");
    byName = radio(area, "the same if their file &name is, for copies in other folders", false);
    setControl(area);
    setPageComplete(false);
  }

  private static void label(Composite area, String text) {
    new Label(area, SWT.NONE).setText(text);
  }

  private static void browse(Composite area, String text, Runnable action) {
    Button button = new Button(area, SWT.PUSH);
    button.setText(text);
    button.addListener(SWT.Selection, event -> action.run());
  }

  private static Button radio(Composite area, String text, boolean selected) {
    Button button = new Button(area, SWT.RADIO);
    ThemeColors.keepNative(button);
    button.setText(text);
    button.setSelection(selected);
    button.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 3, 1));
    return button;
  }

  private void chooseFile() {
    FileDialog dialog = new FileDialog(getShell(), SWT.OPEN);
    dialog.setFilterExtensions(new String[] {"*.csv", "*.*"});
    set(dialog.open());
  }

  private void chooseFolder() {
    set(new DirectoryDialog(getShell(), SWT.OPEN).open());
  }

  private void set(String chosen) {
    if (chosen != null) {
      place.setText(chosen);
    }
  }

  private void check() {
    setErrorMessage(place.getText().isBlank() ? null : fault());
    setPageComplete(fault() == null);
  }

  private String fault() {
    try {
      Path path = place();
      if (path.toString().isEmpty() || !Files.exists(path)) {
        return "There is no file or folder " + path + ".";
      }
      if (Files.isDirectory(path) && !isProject()) {
        return path
            + " is not the folder of a project; choose the one with project.patchwork in it.";
      }
    } catch (InvalidPathException e) {
      return "This is no path: " + e.getReason() + ".";
    }
    return annotator().endsWith("(second look)")
        ? "A name must not end in \"(second look)\"."
        : null;
  }

  /** What was chosen. */
  Path place() {
    return Path.of(place.getText().strip());
  }

  /** True if a project was chosen, false if a label file. */
  boolean isProject() {
    return Files.exists(place().resolve("project.patchwork"));
  }

  String annotator() {
    return annotator.getText().strip();
  }

  ImageMatch match() {
    return byName.getSelection() ? ImageMatch.NAME : ImageMatch.PATH;
  }

  /** For tests: the field of the place. */
  Text placeField() {
    return place;
  }
}
