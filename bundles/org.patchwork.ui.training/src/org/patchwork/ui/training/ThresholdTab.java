// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.OptionalDouble;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.RandomStreams;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.Part;
import org.patchwork.learn.evaluation.CalibrationRecord;
import org.patchwork.learn.evaluation.CalibrationSettings;
import org.patchwork.learn.evaluation.ReviewList;
import org.patchwork.learn.evaluation.ThresholdChoice;
import org.patchwork.project.ProjectSession;
import org.patchwork.ui.Buttons;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.ParameterForm;
import org.patchwork.ui.ThemeColor;
import org.patchwork.ui.ThemeColors;
import org.patchwork.ui.UiThread;

/**
 * Calibrates the run and chooses thresholds on the held-out images, and lists what is to be
 * reviewed with them. Kept with the run.
 */
final class ThresholdTab extends Composite implements EvaluationTab {
  private static final String[] COLUMNS = {
    "Class", "From", "Precision", "Recall", "To review", "Remark"
  };
  private static final int REVIEW = 4;

  private final OpenProject open;
  private final GridImages images;
  private final Runnable changed;
  private final UiThread thread;
  private final ParameterForm<CalibrationSettings> form;
  private final Button calibrate;
  private final Button remove;
  private final Label message;
  private final Table table;
  private Judgement judgement;

  /**
   * The tab.
   *
   * @param changed called when the calibration of the run has changed
   */
  ThresholdTab(Composite parent, OpenProject open, GridImages images, Runnable changed) {
    super(parent, SWT.NONE);
    this.open = open;
    this.images = images;
    this.changed = changed;
    this.thread = UiThread.of(this);
    setLayout(new GridLayout(2, false));
    SettingsPane scroll = new SettingsPane(this);
    GridData left = new GridData(SWT.FILL, SWT.FILL, false, true);
    left.widthHint = 330;
    scroll.setLayoutData(left);
    Composite column = new Composite(scroll, SWT.NONE);
    column.setLayout(new GridLayout(2, false));
    form = new ParameterForm<>(column, CalibrationSettings.class);
    form.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1));
    calibrate = Buttons.push(column, "Cali&brate", this::calibrate);
    calibrate.setToolTipText("Fit calibration and thresholds to the held-out images");
    remove = Buttons.push(column, "Remove", this::remove);
    remove.setToolTipText("Take the calibration of the run away");
    message = new Label(column, SWT.WRAP);
    GridData wide = new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1);
    wide.widthHint = 280;
    message.setLayoutData(wide);
    scroll.setContent(column);
    table = new Table(this, SWT.SINGLE | SWT.FULL_SELECTION);
    table.setHeaderVisible(true);
    table.setToolTipText("Double-click a class to review its images in the grid");
    table.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    for (int i = 0; i < COLUMNS.length; i++) {
      int style = i == 0 || i == COLUMNS.length - 1 ? SWT.LEFT : SWT.RIGHT;
      new TableColumn(table, style).setText(COLUMNS[i]);
    }
    table.addListener(SWT.DefaultSelection, event -> review(table.getSelectionIndex()));
  }

  @Override
  public void show(Judgement newJudgement) {
    judgement = newJudgement;
    table.removeAll();
    CalibrationRecord record = judgement == null ? null : judgement.model().record().orElse(null);
    boolean possible = judgement != null && !open.session().readOnly();
    calibrate.setEnabled(possible);
    remove.setEnabled(possible && record != null);
    if (record != null) {
      record.choices().forEach(this::add);
      say(text(record), ThemeColor.TEXT);
    } else {
      say(
          "Calibration makes a probability of .8 mean that 8 of 10 such images have the class, and"
              + " chooses from which probability on they count. It is fitted to the held-out"
              + " images and kept with the run.",
          ThemeColor.MUTED);
    }
    for (TableColumn column : table.getColumns()) {
      column.pack();
    }
  }

  private void say(String text, ThemeColor color) {
    message.setText(text);
    message.setForeground(ThemeColors.current().get(color));
    message.requestLayout();
  }

  private static String text(CalibrationRecord record) {
    return String.format(
        Locale.ENGLISH,
        "Calibrated by %s. Calibration error %s before, %s after, %s by chance alone on so few"
            + " images.",
        record.calibration().method().name().toLowerCase(Locale.ENGLISH),
        three(record.errorBefore()),
        three(record.errorAfter()),
        three(record.errorByChance()));
  }

  private static String three(OptionalDouble figure) {
    return figure.isPresent() ? String.format(Locale.ENGLISH, "%.3f", figure.getAsDouble()) : "n/a";
  }

  private void add(ThresholdChoice choice) {
    TableItem item = new TableItem(table, SWT.NONE);
    int review = judgement.reviews().get(choice.classId()).rows().length;
    item.setText(
        new String[] {
          judgement.name(choice.classId()),
          String.format(Locale.ENGLISH, "%.3f", choice.threshold()),
          three(choice.counts().precision()),
          three(choice.counts().recall()),
          String.format(Locale.ENGLISH, "%,d", review),
          choice.problem()
        });
    item.setForeground(REVIEW, ThemeColors.current().get(ThemeColor.SELECTION));
  }

  /** Shows the unlabelled images that count as present for the class of a line. */
  void review(int line) {
    ThresholdChoice choice = judgement.model().record().orElseThrow().choices().get(line);
    ReviewList list = judgement.reviews().get(choice.classId());
    images.show(
        list.rows(),
        choice.classId(),
        String.format(
            Locale.ENGLISH,
            "%s: %,d images without a label at or above %.3f, the most probable first",
            judgement.name(choice.classId()),
            list.rows().length,
            choice.threshold()));
  }

  /** Fits and writes in the background. */
  void calibrate() {
    Judgement fitted = judgement;
    CalibrationSettings settings = form.value();
    run("Calibrate", () -> write(fitted, settings));
  }

  private static void write(Judgement fitted, CalibrationSettings settings)
      throws PatchworkException, IOException {
    if (!Files.isDirectory(fitted.runFolder())) {
      throw new TrainingException(
          "The predictions shown do not come from a run that is still there. Train, then"
              + " calibrate.");
    }
    CalibrationRecord.fit(
            fitted.labels(),
            fitted.raw(),
            Part.VALIDATION.rows(fitted.labels()),
            settings,
            new RandomStreams(0).stream("calibration"))
        .write(fitted.runFolder());
  }

  private void remove() {
    Judgement fitted = judgement;
    run(
        "Remove calibration",
        () -> Files.deleteIfExists(fitted.runFolder().resolve(CalibrationRecord.FILE_NAME)));
  }

  /** What changes files. */
  @FunctionalInterface
  private interface Change {
    void run() throws PatchworkException, IOException;
  }

  private void run(String name, Change change) {
    ProjectSession session = open.session();
    calibrate.setEnabled(false);
    new ViewJob<>(
            name,
            thread,
            monitor -> {
              try {
                change.run();
                return session;
              } catch (IOException e) {
                throw new PatchworkException(
                    "The calibration cannot be written: "
                        + e.getMessage()
                        + ". Check free space and access rights.",
                    e);
              }
            },
            new Ended())
        .schedule();
  }

  /** Follows the job. */
  private final class Ended implements ViewJob.Listener<ProjectSession> {
    @Override
    public void progressed(double share, String text) {
      // takes a moment only
    }

    @Override
    public void done(ProjectSession session) {
      changed.run();
    }

    @Override
    public void cancelled() {
      calibrate.setEnabled(true);
    }

    @Override
    public void failed(String problem) {
      calibrate.setEnabled(true);
      say(problem, ThemeColor.EXCLUDED);
    }
  }

  ParameterForm<CalibrationSettings> form() {
    return form;
  }

  Table table() {
    return table;
  }

  String messageText() {
    return message.getText();
  }
}
