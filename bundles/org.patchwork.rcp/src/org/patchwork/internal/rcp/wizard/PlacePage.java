// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.wizard;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.patchwork.internal.rcp.preferences.PatchworkPreferences;

/** Name and place of the project; both follow from the images unless the user says otherwise. */
final class PlacePage extends WizardPage {
  private final ImagesPage images;
  private Text name;
  private Text parent;
  private Text annotator;
  private boolean nameTouched;
  private boolean following;

  PlacePage(ImagesPage images) {
    super("place");
    this.images = images;
    setTitle("Name and place");
    setDescription("A project is one folder; everything that is yours lies in it.");
  }

  @Override
  public void createControl(Composite parentControl) {
    Fields fields = new Fields(parentControl);
    name = fields.text("&Name:", "project", "Name of the project and of its folder.");
    parent = fields.folder("&Place:", "The project folder is made in here.");
    parent.setText(PatchworkPreferences.place());
    annotator =
        fields.text("&Your name:", PatchworkPreferences.annotator(), "Recorded with every label.");
    name.addListener(
        SWT.Modify,
        event -> {
          nameTouched |= !following;
          validate();
        });
    parent.addListener(SWT.Modify, event -> validate());
    images.onChange(this::follow);
    setControl(fields.grid());
    follow();
  }

  String projectName() {
    return name.getText().strip();
  }

  Path folder() {
    return Path.of(parent.getText().strip(), projectName().replaceAll("[\\\\/:*?\"<>|]", "_"))
        .toAbsolutePath()
        .normalize();
  }

  String annotator() {
    return annotator.getText().strip();
  }

  private void follow() {
    if (name.isDisposed()) {
      return;
    }
    if (!nameTouched && images.isPageComplete()) {
      String source =
          images.choice().path().getFileName().toString().replaceFirst("\\.(csv|txt)$", "");
      following = true;
      name.setText(free(source));
      following = false;
    }
    validate();
  }

  private String free(String wanted) {
    String candidate = wanted;
    for (int i = 2; Files.exists(Path.of(parent.getText().strip(), candidate)); i++) {
      candidate = wanted + "-" + i;
    }
    return candidate;
  }

  private void validate() {
    setErrorMessage(problem());
    setPageComplete(getErrorMessage() == null);
  }

  private String problem() {
    if (projectName().isEmpty()) {
      return "A project needs a name.";
    }
    try {
      Path folder = folder();
      return Files.exists(folder)
          ? folder + " exists already. Choose another name or place."
          : null;
    } catch (InvalidPathException e) {
      return "This cannot be a folder: " + e.getInput();
    }
  }
}
