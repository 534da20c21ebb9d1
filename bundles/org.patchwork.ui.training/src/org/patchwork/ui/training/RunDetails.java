// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.patchwork.core.Parameter;
import org.patchwork.core.ParameterSchema;
import org.patchwork.learn.TrainingParameters;
import org.patchwork.training.runs.RunComparison;
import org.patchwork.training.runs.RunComparison.Figure;
import org.patchwork.training.runs.SideChanges;
import org.patchwork.training.runs.TrainedRun;

/**
 * What the selected runs have to say beside each other: settings that differ, losses, figures of
 * each class, and the images that the last one sees on another side than the first.
 */
final class RunDetails extends Composite {
  private static final String[] SIDES = {
    "corrected", "spoiled", "now present, unlabelled", "now absent, unlabelled"
  };

  /** What the settings are called in the Train view. */
  private static final Map<String, String> LABELS =
      ParameterSchema.of(TrainingParameters.class).parameters().stream()
          .collect(Collectors.toUnmodifiableMap(Parameter::name, each -> each.param().label()));

  /** Shows images. */
  interface Images {
    void show(SideChanges changes, BitSet rows, String text);
  }

  private final CTabFolder folder;
  private final Table settings;
  private final RunCurves curves;
  private final Table classes;
  private final Table sides;
  private final Images images;
  private RunComparison comparison;

  RunDetails(Composite parent, Images images) {
    super(parent, SWT.NONE);
    this.images = images;
    setLayout(new FillLayout());
    folder = new CTabFolder(this, SWT.BOTTOM);
    settings = Tables.create(folder, SWT.SINGLE);
    tab("Settings that differ", settings);
    curves = new RunCurves(folder);
    tab("Losses", curves);
    classes = Tables.create(folder, SWT.SINGLE);
    tab("Classes", classes);
    sides = Tables.create(folder, SWT.SINGLE);
    sides.setToolTipText("Click a number to see its images");
    sides.addListener(SWT.MouseUp, this::clicked);
    tab("Changed images", sides);
    folder.setSelection(0);
  }

  private void tab(String title, Control control) {
    CTabItem item = new CTabItem(folder, SWT.NONE);
    item.setText(title);
    item.setControl(control);
  }

  /** Compares runs; what changed sides comes by {@link #showSides}. */
  void show(RunComparison newComparison) {
    comparison = newComparison;
    List<String> ids = comparison.runs().stream().map(TrainedRun::id).toList();
    fillSettings(ids);
    curves.show(comparison.runs());
    fillClasses(ids);
    sides.removeAll();
  }

  private static List<String> titles(String first, List<String> others) {
    List<String> titles = new ArrayList<>();
    titles.add(first);
    titles.addAll(others);
    return titles;
  }

  private void fillSettings(List<String> ids) {
    settings.removeAll();
    Tables.columns(settings, titles("Setting", ids));
    comparison
        .differences()
        .forEach(
            (name, values) ->
                Tables.add(
                    settings,
                    name,
                    titles(LABELS.getOrDefault(name, name), values).toArray(String[]::new)));
    if (comparison.differences().isEmpty()) {
      Tables.add(
          settings,
          "",
          ids.size() < 2 ? "Select several runs to compare them." : "Nothing differs.");
    }
    Tables.pack(settings);
  }

  private void fillClasses(List<String> ids) {
    classes.removeAll();
    Tables.columns(classes, titles("Validation figure", ids));
    for (Figure figure : Figure.values()) {
      addFigures("All classes, " + figure.label(), comparison.figures(figure));
    }
    comparison
        .classes()
        .forEach(
            (id, name) -> {
              for (Figure figure : Figure.values()) {
                addFigures(name + ", " + figure.label(), comparison.figures(figure, id));
              }
            });
    Tables.pack(classes);
  }

  private void addFigures(String name, List<Double> figures) {
    List<String> texts = figures.stream().map(Tables::figure).collect(Collectors.toList());
    Tables.add(classes, name, titles(name, texts).toArray(String[]::new));
  }

  /** Shows which images changed sides between the first and the last run. */
  void showSides(List<SideChanges> changes) {
    sides.removeAll();
    Tables.columns(sides, titles("Class", List.of(SIDES)));
    for (SideChanges change : changes) {
      Tables.add(
          sides,
          change,
          comparison.classes().get(change.classId()),
          count(change.corrected()),
          count(change.spoiled()),
          count(change.gained()),
          count(change.lost()));
    }
    Tables.pack(sides);
  }

  /** Says why there are no changes of sides. */
  void explainSides(String sentence) {
    sides.removeAll();
    Tables.columns(sides, List.of("Class"));
    Tables.add(sides, null, sentence);
    Tables.pack(sides);
  }

  private static String count(BitSet rows) {
    return String.format(Locale.ENGLISH, "%,d", rows.cardinality());
  }

  private void clicked(Event event) {
    Point place = new Point(event.x, event.y);
    TableItem item = sides.getItem(place);
    if (item == null || !(item.getData() instanceof SideChanges)) {
      return;
    }
    for (int column = 1; column <= SIDES.length; column++) {
      if (item.getBounds(column).contains(place)) {
        open(item, column - 1);
      }
    }
  }

  void open(TableItem item, int side) {
    SideChanges changes = (SideChanges) item.getData();
    BitSet rows =
        List.of(changes.corrected(), changes.spoiled(), changes.gained(), changes.lost()).get(side);
    images.show(changes, rows, item.getText(0) + ": " + SIDES[side]);
  }

  Table settings() {
    return settings;
  }

  Table classes() {
    return classes;
  }

  Table sides() {
    return sides;
  }

  RunCurves curves() {
    return curves;
  }

  CTabFolder folder() {
    return folder;
  }
}
