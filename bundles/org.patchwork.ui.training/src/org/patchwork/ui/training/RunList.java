// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.patchwork.learn.RunRecord;
import org.patchwork.training.runs.RunComparison;
import org.patchwork.training.runs.RunComparison.Figure;
import org.patchwork.training.runs.TrainedRun;

/** The runs of a project, newest first. Those that are selected are compared. */
final class RunList extends Composite {
  private static final List<String> TITLES =
      List.of("Run", "Begun", "Images", "Epochs", "Accuracy", "AUC", "AP", "Seconds", "");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

  private final Table table;

  /**
   * An empty list.
   *
   * @param changed called when other runs are selected
   */
  RunList(Composite parent, Runnable changed) {
    super(parent, SWT.NONE);
    setLayout(new FillLayout());
    table = Tables.create(this, SWT.MULTI);
    Tables.columns(table, TITLES);
    table.getColumn(2).setToolTipText("Labelled images that were trained on.");
    for (int i = 4; i <= 6; i++) {
      table.getColumn(i).setToolTipText("On the validation images as they were labelled then.");
    }
    Tables.pack(table);
    table.addListener(SWT.Selection, event -> changed.run());
  }

  /**
   * Shows runs; those that were selected stay so, else the newest is.
   *
   * @param shown id of the run whose predictions the project shows, or empty
   */
  void show(List<TrainedRun> runs, String shown) {
    List<String> before = selection().stream().map(TrainedRun::id).toList();
    table.setRedraw(false);
    table.removeAll();
    List<TableItem> selected = new ArrayList<>();
    for (TrainedRun run : runs.reversed()) {
      TableItem item = Tables.add(table, run, cells(run, run.id().equals(shown)));
      if (before.contains(run.id()) || before.isEmpty() && selected.isEmpty()) {
        selected.add(item);
      }
    }
    table.setSelection(selected.toArray(TableItem[]::new));
    Tables.pack(table);
    table.setRedraw(true);
  }

  private static String[] cells(TrainedRun run, boolean shown) {
    RunRecord record = run.record();
    double seconds = record.seconds().values().stream().mapToDouble(Double::doubleValue).sum();
    return new String[] {
      run.id(),
      TIME.format(record.started().atZone(ZoneId.systemDefault())),
      String.format(Locale.ENGLISH, "%,d", record.data().trainingRows()),
      Integer.toString(record.epochs().size()),
      Tables.figure(RunComparison.figure(Figure.ACCURACY, record)),
      Tables.figure(RunComparison.figure(Figure.AUC, record)),
      Tables.figure(RunComparison.figure(Figure.AVERAGE_PRECISION, record)),
      String.format(Locale.ENGLISH, "%.1f", seconds),
      shown ? "in use" : ""
    };
  }

  /** The selected runs, oldest first. */
  List<TrainedRun> selection() {
    return java.util.Arrays.stream(table.getSelection())
        .map(item -> (TrainedRun) item.getData())
        .sorted(Comparator.comparing(TrainedRun::id))
        .toList();
  }

  Table table() {
    return table;
  }
}
