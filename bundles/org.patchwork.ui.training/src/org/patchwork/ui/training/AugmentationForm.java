// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.patchwork.core.Catalog;
import org.patchwork.core.Contribution;
import org.patchwork.core.Parameter;
import org.patchwork.core.ParameterSchema;
import org.patchwork.image.augmentation.Augmentation;
import org.patchwork.image.augmentation.AugmentationPreset;
import org.patchwork.image.augmentation.AugmentationSpec;
import org.patchwork.image.augmentation.Augmenter;
import org.patchwork.ui.ThemeColor;
import org.patchwork.ui.ThemeColors;

/** Switches augmentations on and off and sets their strength, each by itself or as a preset. */
final class AugmentationForm extends Composite {
  private static final String OWN = "Own choice";

  private final Catalog<Augmentation<?>> catalog;
  private final Runnable changed;
  private final Combo preset;
  private final List<Row> rows = new ArrayList<>();
  private final Label problemLabel;
  private AugmentationSpec others = AugmentationSpec.NONE;
  private boolean showing;

  /** One operation: a check box, and a field for its strength unless it is only on or off. */
  private final class Row {
    final String name;
    final Button on;
    final Text strength;
    final String usual;

    Row(Contribution<Augmentation<?>> operation) {
      Parameter parameter =
          ParameterSchema.of(operation.instance().parameterType()).parameters().get(0);
      name = operation.shortId();
      usual = String.valueOf(parameter.defaultValue());
      boolean number = parameter.type() != boolean.class;
      on = new Button(AugmentationForm.this, SWT.CHECK);
      ThemeColors.keepNative(on);
      on.setText(operation.name());
      on.setToolTipText(operation.description());
      on.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, number ? 1 : 2, 1));
      on.addListener(SWT.Selection, event -> toggled());
      strength = number ? new Text(AugmentationForm.this, SWT.BORDER | SWT.RIGHT) : null;
      if (number) {
        GridData wide = new GridData(SWT.END, SWT.CENTER, false, false);
        wide.widthHint = 48;
        strength.setLayoutData(wide);
        strength.setToolTipText(parameter.param().label() + ": " + parameter.param().help());
        strength.addListener(SWT.Modify, event -> edited());
      }
    }

    private void toggled() {
      if (strength != null) {
        strength.setEnabled(on.getSelection());
        if (on.getSelection() && strength.getText().isBlank()) {
          strength.setText(usual); // tells the change
          return;
        }
      }
      edited();
    }

    void show(Double value) {
      on.setSelection(value != null && (strength != null || value != 0));
      if (strength != null) {
        strength.setText(value == null ? "" : String.valueOf(value));
        strength.setEnabled(value != null);
      }
    }

    /**
     * The strength that is typed.
     *
     * @throws IllegalArgumentException if it is no number
     */
    double value() {
      try {
        return strength == null ? 1 : Double.parseDouble(strength.getText().strip());
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(
            on.getText() + ": \"" + strength.getText() + "\" is no number.", e);
      }
    }
  }

  /**
   * A form over all installed augmentations.
   *
   * @param changed called after every change by the user, valid or not
   */
  AugmentationForm(Composite parent, Catalog<Augmentation<?>> catalog, Runnable changed) {
    super(parent, SWT.NONE);
    this.catalog = catalog;
    this.changed = changed;
    GridLayout layout = new GridLayout(2, false);
    layout.marginWidth = 0;
    layout.marginHeight = 0;
    layout.verticalSpacing = 2;
    setLayout(layout);
    preset = new Combo(this, SWT.READ_ONLY);
    preset.setToolTipText("Sets of augmentations with a name");
    for (AugmentationPreset choice : AugmentationPreset.values()) {
      preset.add(choice.title());
    }
    preset.add(OWN);
    preset.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
    preset.addListener(SWT.Selection, event -> presetChosen());
    catalog.all().forEach(operation -> rows.add(new Row(operation)));
    problemLabel = new Label(this, SWT.WRAP);
    GridData wide = new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1);
    wide.widthHint = 160;
    problemLabel.setLayoutData(wide);
    show(AugmentationSpec.NONE);
  }

  /** Lists the operations in so many columns. */
  void setColumns(int columns) {
    GridLayout layout = (GridLayout) getLayout();
    if (layout.numColumns != 2 * columns) {
      layout.numColumns = 2 * columns;
      ((GridData) preset.getLayoutData()).horizontalSpan = 2 * columns;
      ((GridData) problemLabel.getLayoutData()).horizontalSpan = 2 * columns;
      requestLayout();
    }
  }

  /** Shows an augmentation; nobody is told. */
  void show(AugmentationSpec spec) {
    showing = true;
    others = spec;
    rows.forEach(row -> row.show(spec.strengths().get(row.name)));
    rows.forEach(row -> others = others.without(row.name));
    showing = false;
    showPreset();
  }

  private void presetChosen() {
    if (preset.getSelectionIndex() < AugmentationPreset.values().length) {
      show(AugmentationPreset.values()[preset.getSelectionIndex()].spec());
      changed.run();
    }
  }

  private void edited() {
    if (!showing) {
      showPreset();
      changed.run();
    }
  }

  private void showPreset() {
    Optional<String> problem = problem();
    int index = AugmentationPreset.values().length;
    if (problem.isEmpty()) {
      AugmentationSpec spec = value();
      for (AugmentationPreset choice : AugmentationPreset.values()) {
        index = choice.spec().strengths().equals(spec.strengths()) ? choice.ordinal() : index;
      }
    }
    preset.select(index);
    problemLabel.setText(problem.map(text -> "\u26a0 " + text).orElse(""));
    problemLabel.setForeground(ThemeColors.current().get(ThemeColor.EXCLUDED));
    problemLabel.setVisible(problem.isPresent());
    ((GridData) problemLabel.getLayoutData()).exclude = problem.isEmpty();
    requestLayout();
  }

  /** What is wrong with what is typed; empty if nothing is. */
  Optional<String> problem() {
    try {
      Augmenter.of(catalog, value());
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(e.getMessage());
    }
  }

  /**
   * What is chosen.
   *
   * @throws IllegalArgumentException if a strength is no number
   */
  AugmentationSpec value() {
    AugmentationSpec spec = others;
    for (Row row : rows) {
      if (row.on.getSelection()) {
        spec = spec.with(row.name, row.value());
      }
    }
    return spec;
  }

  Combo preset() {
    return preset;
  }

  /** Switches an operation as the user would. */
  void set(String name, boolean on, String strength) {
    for (Row row : rows) {
      if (row.name.equals(name)) {
        row.on.setSelection(on);
        row.toggled();
        if (on && row.strength != null && strength != null) {
          row.strength.setText(strength);
        }
      }
    }
  }

  @Override
  public boolean setFocus() {
    return !isDisposed() && preset.setFocus();
  }
}
