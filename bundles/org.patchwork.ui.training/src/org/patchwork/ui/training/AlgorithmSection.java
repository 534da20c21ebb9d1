// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.patchwork.core.Algorithm;
import org.patchwork.core.Catalog;
import org.patchwork.core.Contribution;
import org.patchwork.core.ParameterSchema;
import org.patchwork.ui.ParameterForm;
import org.patchwork.ui.ThemeColor;
import org.patchwork.ui.ThemeColors;

/**
 * Chooses one algorithm of a catalog and its parameters. What was typed for one algorithm is still
 * there when the user comes back to it.
 *
 * <p>Where nothing needs to be chosen, the first entry says so; {@link #id()} is then empty.
 *
 * @param <T> contract of the catalog
 */
final class AlgorithmSection<T extends Algorithm<?>> {
  private static final int TEXT_WIDTH = 220;

  private final List<Contribution<T>> choices;
  private final String none;
  private final Runnable changed;
  private final Map<String, Map<String, Object>> typed = new HashMap<>();
  private final Composite column;
  private final Combo combo;
  private final Link description;
  private final Composite place;
  private Form<?> form;
  private Contribution<T> chosen;

  AlgorithmSection(Composite parent, String title, Catalog<T> catalog, Runnable changed) {
    this(parent, title, null, catalog, changed);
  }

  /**
   * A section in which the first entry chooses no algorithm.
   *
   * @param none what that entry says; null if an algorithm must be chosen
   */
  AlgorithmSection(
      Composite parent, String title, String none, Catalog<T> catalog, Runnable changed) {
    column = new Composite(parent, SWT.NONE);
    column.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    this.choices = catalog.all();
    this.none = none;
    this.changed = changed;
    GridLayout layout = new GridLayout();
    layout.marginWidth = 0;
    layout.marginHeight = 0;
    column.setLayout(layout);
    Label label = new Label(column, SWT.NONE);
    label.setText(title);
    label.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
    combo = new Combo(column, SWT.READ_ONLY);
    Stream<String> first = none == null ? Stream.empty() : Stream.of(none);
    combo.setItems(
        Stream.concat(first, choices.stream().map(Contribution::name)).toArray(String[]::new));
    combo.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    combo.addListener(SWT.Selection, event -> choose(combo.getSelectionIndex()));
    description = new Link(column, SWT.WRAP);
    GridData wide = new GridData(SWT.FILL, SWT.TOP, true, false);
    wide.widthHint = TEXT_WIDTH;
    description.setLayoutData(wide);
    description.addListener(SWT.Selection, event -> Program.launch(event.text));
    place = new Composite(column, SWT.NONE);
    GridLayout inner = new GridLayout();
    inner.marginWidth = 0;
    inner.marginHeight = 0;
    place.setLayout(inner);
    place.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
  }

  /** A form together with the algorithm it is for. */
  private final class Form<P extends Record> {
    private final ParameterSchema<P> schema;
    private final ParameterForm<P> fields;

    Form(Algorithm<P> algorithm, Map<String, Object> values) {
      schema = ParameterSchema.of(algorithm.parameterType());
      fields = new ParameterForm<>(place, algorithm.parameterType());
      fields.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
      if (values != null) {
        fields.setValue(schema.create(values));
      }
      fields.addChangeListener(changed);
    }

    Map<String, Object> values() {
      return schema.values(fields.value());
    }
  }

  /**
   * Shows an algorithm with these parameters; listeners are not told.
   *
   * @throws IllegalArgumentException if it is not installed or a parameter does not fit
   */
  void show(String id, Map<String, Object> values) {
    if (none != null && id.isEmpty()) {
      combo.select(0);
      openNone();
      return;
    }
    for (int i = 0; i < choices.size(); i++) {
      if (choices.get(i).id().equals(id) || choices.get(i).shortId().equals(id)) {
        combo.select(i + offset());
        open(choices.get(i), values);
        return;
      }
    }
    throw new IllegalArgumentException(id + " is not installed; choose another.");
  }

  private int offset() {
    return none == null ? 0 : 1;
  }

  /** Chooses the entry at this place as the user would. */
  void choose(int index) {
    if (chosen != null && form.fields.problem().isEmpty()) {
      typed.put(chosen.id(), form.values());
    }
    combo.select(index);
    if (index < offset()) {
      openNone();
    } else {
      Contribution<T> choice = choices.get(index - offset());
      open(choice, typed.get(choice.id()));
    }
    changed.run();
  }

  private void openNone() {
    closeForm();
    chosen = null;
    description.setText("");
    place.requestLayout();
  }

  /** Says more about the first entry, while it is chosen. */
  void explainNone(String text) {
    if (chosen == null) {
      description.setText(text.replace("&", "&&"));
      description.setForeground(ThemeColors.current().get(ThemeColor.MUTED));
    }
  }

  private void closeForm() {
    if (form != null) {
      form.fields.dispose();
      form = null;
    }
  }

  private void open(Contribution<T> contribution, Map<String, Object> values) {
    closeForm();
    chosen = contribution;
    String paper =
        contribution.paper().isEmpty() ? "" : " <a href=\"" + contribution.paper() + "\">Paper</a>";
    description.setText(contribution.description().replace("&", "&&") + paper);
    description.setForeground(ThemeColors.current().get(ThemeColor.MUTED));
    Algorithm<?> algorithm = contribution.instance();
    form = form(algorithm, values);
    place.requestLayout();
  }

  private <P extends Record> Form<P> form(Algorithm<P> algorithm, Map<String, Object> values) {
    return new Form<>(algorithm, values);
  }

  /** Id of the chosen algorithm; empty if none is, or before {@link #show}. */
  String id() {
    return chosen == null ? "" : chosen.id();
  }

  /** Its parameters by name; only if there is no {@link #problem}. */
  Map<String, Object> values() {
    return form == null ? Map.of() : form.values();
  }

  /** What is wrong with the parameters; empty if nothing is. */
  Optional<String> problem() {
    if (form != null) {
      return form.fields.problem();
    }
    return none == null ? Optional.of("No model is chosen.") : Optional.empty();
  }

  /** The section as a whole. */
  Composite control() {
    return column;
  }

  Combo combo() {
    return combo;
  }

  ParameterForm<?> fields() {
    return form.fields;
  }
}
