// SPDX-License-Identifier: MIT
package org.patchwork.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
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
  private final Map<String, List<Control>> controls = new LinkedHashMap<>();
  private final List<Runnable> listeners = new ArrayList<>();
  private final List<Runnable> foldListeners = new ArrayList<>();
  private final Label problemLabel;
  private final Link more;
  private final Link reset;
  private P value;
  private String problem;
  private Set<String> folded = Set.of();
  private boolean unfolded = true;

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
      int others = getChildren().length;
      fields.put(parameter.name(), ParameterField.create(this, parameter, this::fieldChanged));
      Control[] all = getChildren();
      controls.put(parameter.name(), List.of(all).subList(others, all.length));
    }
    problemLabel = new Label(this, SWT.WRAP);
    GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1);
    wide.widthHint = 160;
    problemLabel.setLayoutData(wide);
    more = new Link(this, SWT.NONE);
    more.setLayoutData(new GridData(SWT.BEGINNING, SWT.CENTER, false, false, 2, 1));
    more.addListener(SWT.Selection, event -> unfold(!unfolded));
    setShown(more, false);
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
      ((GridData) more.getLayoutData()).horizontalSpan = 2 * pairs;
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

  /**
   * Puts all parameters but these behind a link, so that a form of many settings begins with those
   * that matter first.
   *
   * @param names the parameters that are always shown
   */
  public void showFirst(Set<String> names) {
    folded = new LinkedHashSet<>(fields.keySet());
    folded.removeAll(names);
    setShown(more, !folded.isEmpty());
    unfold(folded.isEmpty());
  }

  private void unfold(boolean all) {
    unfolded = all;
    for (String name : folded) {
      controls.get(name).forEach(control -> setShown(control, all));
    }
    showFold();
    requestLayout();
    foldListeners.forEach(Runnable::run);
  }

  /** Calls the listener when the form wants another height because of the link. */
  public void addFoldListener(Runnable listener) {
    foldListeners.add(listener);
  }

  /** Says how many of the parameters that are not shown are not as they are by default. */
  private void showFold() {
    Map<String, Object> now = schema.values(value);
    Map<String, Object> usual = schema.values(schema.defaults());
    long changed = folded.stream().filter(name -> !now.get(name).equals(usual.get(name))).count();
    String hidden = changed == 0 ? "" : " (" + changed + " changed)";
    more.setText(unfolded ? "<a>Fewer settings</a>" : "<a>More settings</a>" + hidden);
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
    showFold();
    setShown(reset, hasParameters() && (problem != null || !value.equals(schema.defaults())));
    requestLayout();
  }

  private static void setShown(Control control, boolean shown) {
    control.setVisible(shown);
    if (control.getLayoutData() == null) {
      control.setLayoutData(new GridData());
    }
    ((GridData) control.getLayoutData()).exclude = !shown;
  }
}
