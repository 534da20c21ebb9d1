// SPDX-License-Identifier: MIT
package org.patchwork.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.patchwork.core.Parameter;

/**
 * One field of a {@link ParameterForm}: a check box, a list of choices, a text that takes a number,
 * or one that names a file.
 */
abstract class ParameterField {
  private final Parameter parameter;
  private boolean showing;

  private ParameterField(Parameter parameter) {
    this.parameter = parameter;
  }

  static ParameterField create(Composite form, Parameter parameter, Runnable changed) {
    if (parameter.type() == boolean.class) {
      return new Check(form, parameter, changed);
    }
    addLabel(form, parameter);
    if (parameter.type().isEnum()) {
      return new Choice(form, parameter, changed);
    }
    return parameter.param().file() || parameter.param().folder()
        ? new FileName(form, parameter, changed)
        : new Typed(form, parameter, changed);
  }

  private static void addLabel(Composite form, Parameter parameter) {
    Label label = new Label(form, SWT.NONE);
    label.setText(parameter.param().label());
    label.setToolTipText(help(parameter));
  }

  private static String help(Parameter parameter) {
    return parameter.param().help().isEmpty() ? null : parameter.param().help();
  }

  /** The control that takes the input. */
  abstract Control control();

  /** The value as the user entered it. */
  abstract String text();

  abstract void showText(String text);

  /** Shows a value without telling the listener. */
  final void show(Object value) {
    showing = true;
    try {
      if (!text().equals(String.valueOf(value))) {
        showText(String.valueOf(value));
      }
    } finally {
      showing = false;
    }
    check();
  }

  /** What is wrong with the value, or null; also marks the field. */
  final String check() {
    String fault = null;
    try {
      parameter.convert(text());
    } catch (IllegalArgumentException e) {
      fault = e.getMessage();
    }
    control().setForeground(fault == null ? null : ThemeColors.current().get(ThemeColor.EXCLUDED));
    control().setToolTipText(fault == null ? help(parameter) : fault);
    return fault;
  }

  final void setEnabled(boolean enabled) {
    control().setEnabled(enabled);
  }

  final boolean setFocus() {
    return !control().isDisposed() && control().setFocus();
  }

  final Parameter parameter() {
    return parameter;
  }

  final void tell(Control control, int eventType, Runnable changed) {
    control.addListener(
        eventType,
        event -> {
          if (!showing) {
            changed.run();
          }
        });
  }

  /** A check box for a truth value. */
  private static final class Check extends ParameterField {
    private final Button button;

    Check(Composite form, Parameter parameter, Runnable changed) {
      super(parameter);
      button = new Button(form, SWT.CHECK);
      ThemeColors.keepNative(button);
      button.setText(parameter.param().label());
      button.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
      tell(button, SWT.Selection, changed);
    }

    @Override
    Control control() {
      return button;
    }

    @Override
    String text() {
      return String.valueOf(button.getSelection());
    }

    @Override
    void showText(String text) {
      button.setSelection(Boolean.parseBoolean(text));
    }
  }

  /** A drop-down list for an enum. */
  private static final class Choice extends ParameterField {
    private final Combo combo;

    Choice(Composite form, Parameter parameter, Runnable changed) {
      super(parameter);
      combo = new Combo(form, SWT.DROP_DOWN | SWT.READ_ONLY);
      combo.setItems(
          parameter.choices().stream()
              .map(choice -> choice.replace('-', ' '))
              .toArray(String[]::new));
      combo.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
      tell(combo, SWT.Selection, changed);
    }

    @Override
    Control control() {
      return combo;
    }

    @Override
    String text() {
      int index = combo.getSelectionIndex();
      return index < 0 ? "" : parameter().choices().get(index);
    }

    @Override
    void showText(String text) {
      combo.select(parameter().choices().indexOf(text));
    }
  }

  /** A text for numbers and words; the arrow keys and the wheel step numbers. */
  private static final class Typed extends ParameterField {
    private final Text field;

    Typed(Composite form, Parameter parameter, Runnable changed) {
      super(parameter);
      boolean number = parameter.type() != String.class;
      field = new Text(form, SWT.BORDER | (number ? SWT.RIGHT : SWT.LEFT));
      GridData fill = new GridData(SWT.FILL, SWT.CENTER, true, false);
      fill.widthHint = 72;
      field.setLayoutData(fill);
      tell(field, SWT.Modify, changed);
      if (number) {
        field.addListener(SWT.KeyDown, this::stepByKey);
        field.addListener(SWT.MouseVerticalWheel, this::stepByWheel);
      }
    }

    @Override
    Control control() {
      return field;
    }

    @Override
    String text() {
      return field.getText();
    }

    @Override
    void showText(String text) {
      field.setText(text);
    }

    private void stepByKey(Event event) {
      if (event.keyCode == SWT.ARROW_UP || event.keyCode == SWT.ARROW_DOWN) {
        event.doit = false;
        step(event.keyCode == SWT.ARROW_UP);
      }
    }

    private void stepByWheel(Event event) {
      if (field.isFocusControl()) {
        event.doit = false;
        step(event.count > 0);
      }
    }

    private void step(boolean up) {
      String stepped = NumberSteps.step(parameter(), text(), up);
      if (stepped != null) {
        field.setText(stepped);
        field.selectAll();
      }
    }
  }

  /** A text that names a file or a folder, and the button that chooses one. */
  private static final class FileName extends ParameterField {
    private final Text field;

    FileName(Composite form, Parameter parameter, Runnable changed) {
      super(parameter);
      Composite row = new Composite(form, SWT.NONE);
      row.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
      GridLayout layout = new GridLayout(2, false);
      layout.marginWidth = 0;
      layout.marginHeight = 0;
      row.setLayout(layout);
      field = new Text(row, SWT.BORDER);
      GridData fill = new GridData(SWT.FILL, SWT.CENTER, true, false);
      fill.widthHint = 72;
      field.setLayoutData(fill);
      tell(field, SWT.Modify, changed);
      Button browse = new Button(row, SWT.PUSH);
      browse.setText("…");
      browse.setToolTipText(parameter.param().folder() ? "Choose the folder" : "Choose the file");
      browse.addListener(SWT.Selection, event -> choose());
    }

    private void choose() {
      String chosen = parameter().param().folder() ? folder() : file();
      if (chosen != null) {
        field.setText(chosen);
      }
    }

    private String file() {
      FileDialog dialog = new FileDialog(field.getShell(), SWT.OPEN);
      dialog.setText(parameter().param().label());
      return dialog.open();
    }

    private String folder() {
      DirectoryDialog dialog = new DirectoryDialog(field.getShell(), SWT.OPEN);
      dialog.setText(parameter().param().label());
      dialog.setFilterPath(field.getText());
      return dialog.open();
    }

    @Override
    Control control() {
      return field;
    }

    @Override
    String text() {
      return field.getText();
    }

    @Override
    void showText(String text) {
      field.setText(text);
    }
  }
}
