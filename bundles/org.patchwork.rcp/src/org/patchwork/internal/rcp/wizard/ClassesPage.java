// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.wizard;

import java.util.Arrays;
import java.util.List;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.patchwork.project.ImportResult;

/** Which classes there are; they can be changed at any time later. */
final class ClassesPage extends WizardPage {
  private final ImagesPage images;
  private Text typed;
  private Button fromImages;
  private Button takeLabels;
  private Button exclusive;
  private Label found;
  private boolean exclusiveTouched;

  ClassesPage(ImagesPage images) {
    super("classes");
    this.images = images;
    setTitle("Classes");
    setDescription("Name the classes. They can be added, renamed and removed at any time.");
  }

  @Override
  public void createControl(Composite parent) {
    Fields fields = new Fields(parent);
    typed = fields.text("&Classes:", "", "Names separated by commas.");
    typed.setMessage("cat, dog, …");
    fromImages = fields.check("Take the classes of the &folders or the CSV, too", true);
    takeLabels = fields.check("Take their &labels over as well", true);
    found = fields.note("");
    exclusive = fields.check("Exactly one class is present in each image (e&xclusive)", false);
    exclusive.setToolTipText(
        "One key then labels an image for all classes, and the model gives a distribution.");
    exclusive.addListener(SWT.Selection, event -> exclusiveTouched = true);
    fromImages.addListener(SWT.Selection, event -> changed());
    takeLabels.addListener(SWT.Selection, event -> changed());
    typed.addListener(SWT.Modify, event -> changed());
    images.onChange(this::changed);
    setControl(fields.grid());
    changed();
  }

  List<String> typedNames() {
    return Arrays.stream(typed.getText().split(","))
        .map(String::strip)
        .filter(s -> !s.isEmpty())
        .distinct()
        .toList();
  }

  boolean fromImages() {
    return fromImages.getSelection();
  }

  boolean takeLabels() {
    return takeLabels.getSelection();
  }

  boolean exclusive() {
    return exclusive.getSelection();
  }

  private void changed() {
    if (typed == null || typed.isDisposed()) {
      return;
    }
    ImportResult result = images.found();
    takeLabels.setEnabled(fromImages.getSelection());
    if (result == null || result.classNames().isEmpty()) {
      found.setText("The images bring no classes.");
    } else {
      found.setText("Found: " + String.join(", ", result.classNames()) + ".");
      if (!exclusiveTouched) {
        exclusive.setSelection(result.exclusive());
      }
    }
    found.requestLayout();
  }
}
