// SPDX-License-Identifier: MIT
package org.patchwork.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.patchwork.core.Parameter;
import org.patchwork.core.ParameterSchema;

/**
 * A form made from a parameter record: one labelled field per component, the help as tooltip, every
 * value checked as it is typed and the fault said under the fields. Where there is room, the fields
 * stand in several columns. The same record makes the options on the command line.
 *
 * @param <P> the parameter record
 */
public final class ParameterForm<P extends Record> extends Composite {
  private static final int COLUMN_WIDTH = 250;

  private final ParameterSchema<P> schema;
  private final Map<String, ParameterField> fields = new LinkedHashMap<>();
  private final List<Runnable> listeners = new ArrayList<>();
  private final Label problemLabel;
  private final Link reset;
  private P value;
  private String problem;

  /** A form that shows the record's defaults. */
  public ParameterForm(Composite parent, Class<P> type) {
    super(parent, SWT.NONE);
    this.schema = ParameterSchema.of(type);
    this.value = schema.defaults();
    GridLayout layout = new GridLayout(2, false);
    layout.marginWidth = 0;
    layout.marginHeight = 0;
    setLayout(layout);
    for (Parameter parameter : schema.parameters()) {
      fields.put(parameter.name(), ParameterField.create(this, parameter, this::fieldChanged));
    }
    problemLabel = new Label(this, SWT.WRAP);
    GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1);
    wide.widthHint = 160;
    problemLabel.setLayoutData(wide);
    reset = new Link(this, SWT.NONE);
    reset.setText("<a>Back to defaults</a>");
    reset.setLayoutData(new GridData(SWT.END, SWT.CENTER, false, false, 2, 1));
    reset.addListener(SWT.Selection, event -> resetToDefaults());
    addListener(SWT.Resize, event -> setColumns(getClientArea().width));
    showValue();
  }

  @Override
  public Point computeSize(int widthHint, int heightHint, boolean changed) {
    if (widthHint != SWT.DEFAULT) {
      setColumns(widthHint);
    }
    return super.computeSize(widthHint, heightHint, changed);
  }

  /** As many pairs of label and field side by side as the width has room for. */
  private void setColumns(int width) {
    int pairs = Math.clamp(width / COLUMN_WIDTH, 1, Math.max(1, fields.size()));
    GridLayout layout = (GridLayout) getLayout();
    if (layout.numColumns != 2 * pairs) {
      layout.numColumns = 2 * pairs;
      layout.horizontalSpacing = pairs == 1 ? 5 : 10;
      ((GridData) problemLabel.getLayoutData()).horizontalSpan = 2 * pairs;
      ((GridData) reset.getLayoutData()).horizontalSpan = 2 * pairs;
      requestLayout();
    }
  }

  /** True if the record has at least one parameter; a form without any takes no room. */
  public boolean hasParameters() {
    return !fields.isEmpty();
  }

  /**
   * The values in the form.
   *
   * @throws IllegalStateException if one does not fit; the message is what {@link #problem} says
   */
  public P value() {
    if (problem != null) {
      throw new IllegalStateException(problem);
    }
    return value;
  }

  /** What is wrong with the values, in a sentence; empty if nothing is. */
  public Optional<String> problem() {
    return Optional.ofNullable(problem);
  }

  /** Shows these values. Listeners are told if they differ from those shown. */
  public void setValue(P newValue) {
    boolean same = problem == null && newValue.equals(value);
    value = newValue;
    problem = null;
    showValue();
    if (!same) {
      listeners.forEach(Runnable::run);
    }
  }

  /** Shows the defaults of the record. */
  public void resetToDefaults() {
    setValue(schema.defaults());
  }

  /** Calls the listener after every change by the user or by {@link #setValue}, valid or not. */
  public void addChangeListener(Runnable listener) {
    listeners.add(listener);
  }

  /** Enables or disables one field, for example while another parameter makes it meaningless. */
  public void setFieldEnabled(String name, boolean enabled) {
    ParameterField field = fields.get(name);
    if (field == null) {
      throw new IllegalArgumentException(
          "No parameter \"" + name + "\"; there are " + fields.keySet() + ".");
    }
    field.setEnabled(enabled);
  }

  @Override
  public boolean setFocus() {
    return !isDisposed() && !fields.isEmpty() && fields.values().iterator().next().setFocus();
  }

  private void showValue() {
    Map<String, Object> values = schema.values(value);
    fields.forEach((name, field) -> field.show(values.get(name)));
    showProblem();
  }

  private void fieldChanged() {
    Map<String, Object> texts = new LinkedHashMap<>();
    fields.forEach((name, field) -> texts.put(name, field.text()));
    problem = null;
    for (ParameterField field : fields.values()) {
      String fault = field.check();
      problem = problem == null ? fault : problem;
    }
    if (problem == null) {
      make(texts);
    }
    showProblem();
    listeners.forEach(Runnable::run);
  }

  private void make(Map<String, Object> texts) {
    try {
      value = schema.create(texts);
    } catch (IllegalArgumentException e) {
      problem = e.getMessage(); // values that fit each alone, but not together
    }
  }

  private void showProblem() {
    problemLabel.setText(problem == null ? "" : "\u26a0 " + problem);
    problemLabel.setForeground(ThemeColors.current().get(ThemeColor.EXCLUDED));
    setShown(problemLabel, problem != null);
    setShown(reset, hasParameters() && (problem != null || !value.equals(schema.defaults())));
    requestLayout();
  }

  private static void setShown(org.eclipse.swt.widgets.Control control, boolean shown) {
    control.setVisible(shown);
    ((GridData) control.getLayoutData()).exclude = !shown;
  }
}
