// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.Arrays;
import java.util.Locale;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.patchwork.core.LabelTable;
import org.patchwork.project.Edit;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.ThemeColors;

/** Makes a new class of the selected images of a class. */
final class SplitDialog extends EditDialog {
  private final ClassRow old;
  private final int[] rows;
  private final boolean exclusive;
  private Text name;
  private Button apart;
  private Button kind;
  private Button rest;
  private Label outcome;

  SplitDialog(Shell parent, OpenProject open, ClassRow old, int[] rows) {
    super(parent, open, "Split " + old.style().name(), "Split");
    this.old = old;
    this.rows = rows;
    this.exclusive = session.model().getSchema().isExclusive();
  }

  @Override
  void createFields(Composite area) {
    label(area, "New class");
    name = new Text(area, SWT.BORDER | SWT.SINGLE);
    name.setLayoutData(wide());
    name.addListener(SWT.Modify, event -> changed());
    String oldName = old.style().name();
    apart = radio(area, "Takes these images away from " + oldName + ", which becomes absent there");
    apart.setSelection(true);
    kind = radio(area, "Is a kind of " + oldName + ", which stays present");
    rest = new Button(area, SWT.CHECK);
    ThemeColors.keepNative(rest);
    rest.setText("Absent in all other images of " + oldName);
    rest.setToolTipText(
        "Switch it on if the selection holds all images of the new class. Otherwise the others stay"
            + " unknown, to be looked at.");
    rest.setLayoutData(both());
    rest.addListener(SWT.Selection, event -> changed());
    outcome = sentence(area);
    setMessage("Makes a new class of the selected images in which " + oldName + " is present.");
  }

  private Button radio(Composite area, String text) {
    Button button = new Button(area, SWT.RADIO);
    ThemeColors.keepNative(button);
    button.setText(text);
    button.setLayoutData(both());
    button.addListener(
        SWT.Selection,
        event -> {
          if (button.getSelection()) {
            changed();
          }
        });
    return button;
  }

  @Override
  void changed() {
    boolean excludes = exclusive || apart.getSelection() && !old.group().isEmpty();
    rest.setEnabled(!excludes);
    kind.setEnabled(!exclusive);
    if (name.getText().isBlank()) {
      outcome.setText("");
      refuse(null);
      return;
    }
    LabelTable labels = session.labels();
    Edit.SplitClass edit =
        new Edit.SplitClass(
            old.style().id(),
            name.getText().strip(),
            rows,
            kind.getSelection(),
            exclusive || rest.getSelection());
    ask(edit, () -> present(labels), outlook -> show(edit.newName(), outlook.more()));
  }

  private long present(LabelTable labels) {
    int index = labels.classIndex(old.style().id());
    return Arrays.stream(rows)
        .filter(row -> labels.label(row, index) == LabelTable.PRESENT)
        .count();
  }

  private void show(String newName, long present) {
    outcome.setText(
        String.format(
            Locale.ENGLISH,
            "%s is present in %,d of the %,d selected images; these become %s.%s",
            old.style().name(),
            present,
            rows.length,
            newName,
            present < rows.length ? " The others are left alone." : ""));
    outcome.requestLayout();
  }

  /** For tests: the field of the name. */
  Text name() {
    return name;
  }

  /** For tests: the choice to keep the class present. */
  Button kind() {
    return kind;
  }

  /** For tests: what is said about the outcome. */
  String text() {
    return outcome.getText();
  }
}
