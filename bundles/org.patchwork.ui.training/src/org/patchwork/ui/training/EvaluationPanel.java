// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.patchwork.core.PredictionTable;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.learn.AccuracyEstimate;
import org.patchwork.learn.Part;
import org.patchwork.learn.evaluation.ModelReport;
import org.patchwork.project.LabelsChanged;
import org.patchwork.project.ProjectSession;
import org.patchwork.training.TrainingService;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.OpenProjectListener;
import org.patchwork.ui.PageModel;
import org.patchwork.ui.ThemeColors;
import org.patchwork.ui.UiThread;

/**
 * The Evaluation view: how far the predictions shown can be believed, on observed labels only. Its
 * tabs show figures per class, what is taken for what, curves, calibration and thresholds, labels
 * that are likely to be wrong, the learning curve with advice when to stop, and what is held out. A
 * click on a figure shows the images behind it in the grid.
 */
public final class EvaluationPanel extends Composite {
  /** Id under which labels are recorded that were given to images shown by a click here. */
  public static final String SOURCE = "evaluation";

  private static final int SUMMARY_WIDTH = 260;
  private static final int UPDATE_MILLIS = 300;

  private final OpenProject open;
  private final PageModel page;
  private final UiThread thread;
  private final UiThread.Update update;
  private final Combo part;
  private final Button calibrated;
  private final Label summary;
  private final CTabFolder folder;
  private final List<EvaluationTab> tabs = new ArrayList<>();
  private Judgement shown;

  public EvaluationPanel(
      Composite parent,
      OpenProject open,
      PageModel page,
      Trainer trainer,
      TrainingService training) {
    super(parent, SWT.NONE);
    this.open = open;
    this.page = page;
    this.thread = UiThread.of(this);
    this.update = thread.coalesced(UPDATE_MILLIS, this::compute);
    GridLayout layout = new GridLayout(2, false);
    layout.marginHeight = 2;
    layout.verticalSpacing = 2;
    setLayout(layout);
    part = new Combo(this, SWT.READ_ONLY);
    part.setItems("Held-out images", "Training images");
    part.setToolTipText("Images the model is judged by");
    part.select(0);
    part.addListener(SWT.Selection, event -> compute());
    calibrated = new Button(this, SWT.CHECK);
    calibrated.setText("Calibrated");
    calibrated.setSelection(true);
    ThemeColors.keepNative(calibrated);
    calibrated.addListener(SWT.Selection, event -> compute());
    summary = new Label(this, SWT.WRAP);
    GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1);
    wide.widthHint = SUMMARY_WIDTH;
    summary.setLayoutData(wide);
    folder = new CTabFolder(this, SWT.TOP | SWT.FLAT);
    folder.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 2, 1));
    addTabs(new GridImages(page, SOURCE), trainer, training);
    folder.setSelection(0);
    listen(trainer);
    compute();
  }

  private void addTabs(GridImages images, Trainer trainer, TrainingService training) {
    add("Classes", parent -> new ClassReportTab(parent, images, page));
    add("Confusion", parent -> new ConfusionTab(parent, images));
    add("Curves", parent -> new JudgementCurvesTab(parent, images, page));
    add("Thresholds", parent -> new ThresholdTab(parent, open, images, this::compute));
    add("Label errors", parent -> new LabelErrorTab(parent, open, trainer, training, images));
    add("Learning curve", parent -> new LearningCurveTab(parent, open, trainer, training, images));
    add("Held out", parent -> new HoldOutTab(parent, open, images));
  }

  private <T extends Control & EvaluationTab> void add(
      String name, Function<Composite, T> factory) {
    CTabItem item = new CTabItem(folder, SWT.NONE);
    item.setText(name);
    T tab = factory.apply(folder);
    item.setControl(tab);
    tabs.add(tab);
  }

  private void listen(Trainer trainer) {
    Events events = new Events();
    open.addListener(this, events);
    page.addListener(this, events);
    trainer.addListener(this, events);
  }

  /** What is shown, or null; follows changes of labels and predictions within a moment. */
  Judgement shown() {
    return shown;
  }

  /** What stands above the tabs. */
  public String summaryText() {
    return summary.getText();
  }

  /** Brings a tab up. */
  void select(int index) {
    folder.setSelection(index);
  }

  /** A tab by its class. */
  <T> T tab(Class<T> type) {
    return tabs.stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
  }

  Combo part() {
    return part;
  }

  @Override
  public boolean setFocus() {
    return !folder.isDisposed() && folder.setFocus();
  }

  private void compute() {
    ProjectSession session = open.session();
    PredictionTable predictions = session == null ? null : session.predictions();
    if (predictions == null) {
      take(session, null);
      return;
    }
    Part wanted = part.getSelectionIndex() == 0 ? Part.VALIDATION : Part.TRAINING;
    boolean calibrate = calibrated.getSelection();
    thread.deliver(
        CompletableFuture.supplyAsync(() -> judge(session, predictions, wanted, calibrate)),
        judgement -> take(session, judgement),
        error -> {
          ILog.of(EvaluationPanel.class).warn("The predictions could not be judged", error);
          say(error.getMessage());
        });
  }

  private static Judgement judge(
      ProjectSession session, PredictionTable predictions, Part part, boolean calibrate) {
    try {
      return Judgement.of(session, predictions, part, calibrate);
    } catch (ProjectFormatException e) {
      throw new CompletionException(e);
    }
  }

  private void take(ProjectSession session, Judgement judgement) {
    if (open.session() != session) {
      return; // another project has been opened meanwhile
    }
    shown = judgement;
    tabs.forEach(tab -> tab.show(judgement));
    offerCalibration(judgement);
    say(text(session, judgement));
  }

  /** Leaves nothing to tick where the run has no calibration. */
  private void offerCalibration(Judgement judgement) {
    boolean missing =
        judgement == null || calibrated.getSelection() && judgement.model().record().isEmpty();
    calibrated.setEnabled(!missing);
    calibrated.setToolTipText(
        missing
            ? "This model has no calibration; make one under Thresholds"
            : "Use the calibration and the thresholds of the run");
  }

  private void say(String text) {
    summary.setText(text);
    summary.setToolTipText(
        "Accuracy is the mean of a Beta distribution over a weak prior (5 right, 5 wrong), with the"
            + " interval in which it lies with 90 % certainty");
    summary.requestLayout();
  }

  private static String text(ProjectSession session, Judgement judgement) {
    if (session == null) {
      return "Open a project to judge its model.";
    } else if (judgement == null) {
      return "Label a few images, hold some of them out and train; then the model is judged here.";
    }
    ModelReport report = judgement.report();
    AccuracyEstimate estimate = report.accuracyEstimate();
    if (estimate == null) {
      return judgement.part() == Part.VALIDATION
          ? "No held-out image has a label: hold some out under \u201cHeld out\u201d, and train."
          : "No training image has a label.";
    }
    return String.format(
        Locale.ENGLISH,
        "Accuracy %.3f (%.3f\u2013%.3f) of %,d %s \u00b7 base rate %.3f \u00b7 macro AUC %s \u00b7"
            + " macro AP %s \u00b7 calibration error %s%s",
        estimate.mean(),
        estimate.low(),
        estimate.high(),
        report.accuracyCount(),
        report.exclusive() ? "images" : "labels",
        estimate.baseRate(),
        RunOutcome.text(report.macro(each -> each.metrics().auc())),
        RunOutcome.text(report.macro(each -> each.metrics().averagePrecision())),
        RunOutcome.text(report.reliability().calibrationError()),
        judgement.model().record().isPresent() ? " \u00b7 calibrated" : "");
  }

  /** Follows the project, the page and the trainer. */
  private final class Events implements OpenProjectListener, PageModel.Listener, TrainerListener {
    @Override
    public void projectChanged() {
      compute();
    }

    @Override
    public void classesChanged() {
      update.request();
    }

    @Override
    public void predictionsChanged() {
      compute();
    }

    @Override
    public void labelsChanged(LabelsChanged event) {
      update.request();
    }

    @Override
    public void focusClassChanged() {
      tabs.forEach(tab -> tab.focus(page.focusClass()));
    }
  }
}
