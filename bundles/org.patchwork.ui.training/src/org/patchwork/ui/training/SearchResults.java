// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.patchwork.learn.ClassMetrics;
import org.patchwork.training.search.SearchRecord;
import org.patchwork.training.search.Trial;

/**
 * The searches of the open project: which of them, its trials, and the classes as the selected
 * trial tells them apart.
 */
final class SearchResults extends Composite {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH)
          .withZone(ZoneId.systemDefault());

  private final Consumer<SearchRecord> chosen;
  private final UnaryOperator<String> className;
  private final List<SearchRecord> kept = new ArrayList<>();
  private final Combo choice;
  private final TrialTable trials;
  private final Table classes;
  private final Button use;

  /**
   * No searches yet.
   *
   * @param chosen hears which of them the user wants to see
   * @param take takes the trial to train by
   * @param className name of a class by its stable id
   */
  SearchResults(
      Composite parent,
      Consumer<SearchRecord> chosen,
      Consumer<Trial> take,
      UnaryOperator<String> className) {
    super(parent, SWT.NONE);
    this.chosen = chosen;
    this.className = className;
    GridLayout layout = new GridLayout();
    layout.marginHeight = 0;
    setLayout(layout);
    choice = new Combo(this, SWT.READ_ONLY);
    choice.setToolTipText("Searches made in this project; all of them are kept");
    choice.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    choice.addListener(SWT.Selection, event -> showChosen());
    SashForm sash = new SashForm(this, SWT.VERTICAL);
    sash.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    trials = new TrialTable(sash, take);
    trials.table().addListener(SWT.Selection, event -> showClasses());
    classes = Tables.create(sash, SWT.SINGLE);
    Tables.columns(classes, List.of("Class", "AUC", "AP", "Accuracy", "With", "Without"));
    Tables.pack(classes);
    sash.setWeights(3, 2);
    use = new Button(this, SWT.PUSH);
    use.setText("&Use these settings");
    use.setToolTipText(
        "Train with the settings of the selected trial, or of the best, from now on");
    use.addListener(SWT.Selection, event -> selectedOrBest().ifPresent(take));
    showKept(List.of());
  }

  /** Shows the newest of these, which come first. */
  void showKept(List<SearchRecord> searches) {
    kept.clear();
    kept.addAll(searches);
    choice.setItems(kept.stream().map(SearchResults::title).toArray(String[]::new));
    choice.setEnabled(!kept.isEmpty());
    if (kept.isEmpty()) {
      clear();
    } else {
      choice.select(0);
      showChosen();
    }
  }

  /** Shows a search that has just been made. */
  void add(SearchRecord search) {
    List<SearchRecord> all = new ArrayList<>(kept);
    all.addFirst(search);
    showKept(all);
  }

  /** Makes room for the trials of a search that begins. */
  void clear() {
    choice.deselectAll();
    trials.clear();
    showClasses();
  }

  /** A trial of the search that is going on. */
  void add(Trial trial) {
    trials.add(trial);
    showClasses();
  }

  private void showChosen() {
    SearchRecord search = kept.get(choice.getSelectionIndex());
    trials.show(search.trials());
    showClasses();
    chosen.accept(search);
  }

  private static String title(SearchRecord search) {
    return String.format(
        Locale.ENGLISH,
        "%s: %s, %s %s on %s, %,d labelled images",
        TIME.format(search.started()),
        search.judgesPresentSettings() ? "cross-validation" : search.trials().size() + " trials",
        SearchTexts.name(search.parameters().score()),
        Tables.figure(search.best().score()),
        search.features(),
        search.labelledImages());
  }

  private void showClasses() {
    classes.removeAll();
    Optional<Trial> trial = selectedOrBest().filter(each -> each.evaluation() != null);
    if (trial.isPresent()) {
      for (ClassMetrics metrics : trial.get().evaluation().classes()) {
        Tables.add(classes, metrics, cells(metrics));
      }
    }
    Tables.pack(classes);
  }

  private String[] cells(ClassMetrics metrics) {
    return new String[] {
      className.apply(metrics.classId()),
      Tables.figure(metrics.auc().orElse(Double.NaN)),
      Tables.figure(metrics.averagePrecision().orElse(Double.NaN)),
      Tables.figure(metrics.accuracy().orElse(Double.NaN)),
      String.format(Locale.ENGLISH, "%,d", metrics.positives()),
      String.format(Locale.ENGLISH, "%,d", metrics.negatives())
    };
  }

  /** The trial that is selected, else the best of those shown. */
  Optional<Trial> selectedOrBest() {
    return trials.selectedOrBest();
  }

  void setUsable(boolean usable) {
    use.setEnabled(usable && selectedOrBest().isPresent());
  }

  Combo choice() {
    return choice;
  }

  TrialTable trials() {
    return trials;
  }

  Table classes() {
    return classes;
  }

  Button use() {
    return use;
  }
}
