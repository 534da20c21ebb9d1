// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.patchwork.pretraining.FeatureCheck;
import org.patchwork.pretraining.PretrainingEpoch;
import org.patchwork.pretraining.PretrainingRecord;
import org.patchwork.pretraining.PretrainingRun;

/** The pre-training runs of a project, newest first. */
final class PretrainingRunList extends Composite {
  private static final List<String> TITLES =
      List.of(
          "Run",
          "",
          "Probe",
          "Neighbours",
          "Best probe",
          "Epochs",
          "Time",
          "Loss",
          "Method",
          "Network",
          "Begun");
  private static final DateTimeFormatter BEGUN =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
  private static final int[] TEXTS = {1, 8, 9, 10};
  private static final int PROBE = 2;

  private final Table table;

  /**
   * An empty list.
   *
   * @param changed called when the user selects other runs
   */
  PretrainingRunList(Composite parent, Runnable changed) {
    super(parent, SWT.NONE);
    setLayout(new FillLayout());
    table = Tables.create(this, SWT.MULTI);
    Tables.columns(table, TITLES);
    for (int text : TEXTS) {
      table.getColumn(text).setAlignment(SWT.LEFT);
    }
    table
        .getColumn(PROBE)
        .setToolTipText(
            "Linear classifier on the features after the last epoch, on labelled images that it has"
                + " not learned from.");
    table
        .getColumn(PROBE + 1)
        .setToolTipText("Vote of the five nearest labelled images, on the same images.");
    Tables.pack(table);
    table.addListener(SWT.Selection, event -> changed.run());
  }

  /**
   * Shows runs. Those that were selected stay so as long as the one that is looked at is among
   * them; else that one is selected.
   *
   * @param shown the run that is looked at, or null
   * @param training name of the run that is going on, or null
   * @param features run and epoch of the features in use, or empty
   */
  void show(List<PretrainingRun> runs, PretrainingRun shown, String training, String features) {
    List<String> before = selection().stream().map(PretrainingRun::name).toList();
    boolean keep = shown != null && before.contains(shown.name());
    int top = table.getTopIndex();
    table.setRedraw(false);
    table.removeAll();
    List<TableItem> selected = new ArrayList<>();
    for (PretrainingRun run : runs.reversed()) {
      TableItem item = Tables.add(table, run, cells(run, state(run, training, features)));
      if (keep ? before.contains(run.name()) : run.equals(shown)) {
        selected.add(item);
      }
    }
    table.setSelection(selected.toArray(TableItem[]::new));
    table.setTopIndex(top);
    Tables.pack(table);
    table.setRedraw(true);
  }

  private static String state(PretrainingRun run, String training, String features) {
    if (run.problem() != null) {
      return "damaged";
    } else if (run.name().equals(training)) {
      return "running";
    }
    OptionalInt used = run.epochOf(features);
    if (used.isPresent()) {
      boolean latest = run.last().map(last -> last.epoch() == used.getAsInt()).orElse(false);
      return latest ? "in use" : "epoch " + used.getAsInt() + " in use";
    }
    return run.unfinished() ? "stopped" : "";
  }

  private static String[] cells(PretrainingRun run, String state) {
    PretrainingRecord record = run.record();
    if (record == null) {
      return new String[] {run.name(), state};
    }
    PretrainingEpoch last = run.last().orElse(null);
    Double loss = last == null ? null : last.measures().get("loss");
    double[] elapsed = run.elapsed();
    return new String[] {
      run.name(),
      state,
      percent(last == null ? null : last.check().probeAccuracy()),
      percent(last == null ? null : last.check().neighbourAccuracy()),
      percent(
          run.best().map(PretrainingEpoch::check).map(FeatureCheck::probeAccuracy).orElse(null)),
      (last == null ? 0 : last.epoch()) + " of " + record.parameters().get("epochs"),
      elapsed.length == 0 ? "" : time(elapsed[elapsed.length - 1]),
      loss == null ? "–" : Tables.figure(loss),
      lastPart(record.trainer()),
      lastPart(record.network()),
      begun(record.started())
    };
  }

  private static String begun(String started) {
    try {
      return BEGUN.format(Instant.parse(started).atZone(ZoneId.systemDefault()));
    } catch (DateTimeParseException e) {
      return started; // written by someone else; shown as it is
    }
  }

  private static String lastPart(String id) {
    return id.substring(id.lastIndexOf('.') + 1);
  }

  /** A time in words: {@code 45 s}, {@code 12 min}, {@code 3.5 h}. */
  static String time(double seconds) {
    if (!Double.isFinite(seconds)) {
      return "–";
    } else if (seconds < 100) {
      return String.format(Locale.ENGLISH, "%.0f s", seconds);
    }
    double minutes = seconds / Duration.ofMinutes(1).toSeconds();
    return minutes < 100
        ? String.format(Locale.ENGLISH, "%.0f min", minutes)
        : String.format(Locale.ENGLISH, "%.1f h", minutes / 60);
  }

  static String percent(Double share) {
    return share == null ? "–" : String.format(Locale.ENGLISH, "%.1f %%", 100 * share);
  }

  /** The selected runs, newest first. */
  List<PretrainingRun> selection() {
    return Arrays.stream(table.getSelection())
        .map(item -> (PretrainingRun) item.getData())
        .toList();
  }

  Table table() {
    return table;
  }
}
