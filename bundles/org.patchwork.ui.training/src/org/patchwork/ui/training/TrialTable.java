// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.patchwork.learn.TrainingParameters;
import org.patchwork.training.search.Trial;

/** The trials of a search, best first; they come in while it is going on. */
final class TrialTable extends Composite {
  private static final List<String> TITLES =
      List.of(
          "Trial",
          "Score",
          "±",
          "Epochs",
          "Rate",
          "Optimizer",
          "Decay",
          "Batch",
          "Sampling",
          "Weight decay",
          "Model",
          "Seconds");

  private final Table table;
  private final List<Trial> trials = new ArrayList<>();

  /**
   * An empty table.
   *
   * @param chosen hears of a double click on a trial
   */
  TrialTable(Composite parent, Consumer<Trial> chosen) {
    super(parent, SWT.NONE);
    setLayout(new FillLayout());
    table = Tables.create(this, SWT.SINGLE);
    Tables.columns(table, TITLES);
    table.getColumn(1).setToolTipText("What the best settings are best at.");
    table.getColumn(2).setToolTipText("Standard deviation of the score from fold to fold.");
    Tables.pack(table);
    table.addListener(SWT.DefaultSelection, event -> chosen.accept((Trial) event.item.getData()));
  }

  void clear() {
    trials.clear();
    table.removeAll();
  }

  /** Adds a trial, or shows it in place of the same one after fewer epochs. */
  void add(Trial trial) {
    trials.removeIf(old -> old.number() == trial.number());
    trials.add(trial);
    trials.sort(
        Comparator.comparing((Trial each) -> Double.isNaN(each.score()))
            .thenComparing(each -> -each.epochs())
            .thenComparing(each -> -each.score())
            .thenComparing(Trial::number));
    fill();
  }

  /** Shows these trials in this order. */
  void show(List<Trial> sorted) {
    trials.clear();
    trials.addAll(sorted);
    fill();
  }

  private void fill() {
    Optional<Trial> selected = selected();
    table.setRedraw(false);
    table.removeAll();
    for (Trial trial : trials) {
      TableItem item = Tables.add(table, trial, cells(trial));
      if (selected.isPresent() && selected.get().number() == trial.number()) {
        table.setSelection(item);
      }
    }
    Tables.pack(table);
    table.setRedraw(true);
  }

  private static String[] cells(Trial trial) {
    TrainingParameters settings = trial.spec().parameters();
    Map<String, String> texts = settings.texts();
    String model = trial.spec().design().fineTuningId();
    return new String[] {
      trial.number() == 1 ? "1 (now)" : Integer.toString(trial.number()),
      trial.problem().isEmpty() ? Tables.figure(trial.score()) : trial.problem(),
      Tables.figure(trial.deviation()),
      Integer.toString(trial.epochs()),
      texts.get("learningRate"),
      texts.get("optimizer"),
      texts.get("decay"),
      Integer.toString(settings.batchSize()),
      texts.get("sampling"),
      texts.get("weightDecay"),
      model.substring(model.lastIndexOf('.') + 1),
      String.format(Locale.ENGLISH, "%.1f", trial.seconds())
    };
  }

  /** The trial that is selected, else the best. */
  Optional<Trial> selectedOrBest() {
    return selected().or(() -> trials.stream().findFirst());
  }

  private Optional<Trial> selected() {
    TableItem[] selection = table.getSelection();
    return selection.length == 0 ? Optional.empty() : Optional.of((Trial) selection[0].getData());
  }

  Table table() {
    return table;
  }
}
