// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.learn.EpochRecord;
import org.patchwork.learn.RunRecord;
import org.patchwork.project.ProjectSession;
import org.patchwork.project.RunSummary;
import org.patchwork.training.EpochReport;
import org.patchwork.training.StepReport;
import org.patchwork.ui.ChartPanel;
import org.patchwork.ui.EmptyStack;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.OpenProjectListener;
import org.patchwork.ui.UiThread;

/**
 * The Curves view: training loss as a line, the loss on unlabelled images as a dashed one, and
 * validation loss as dots at the ends of epochs, live while a run is going on, else those of the
 * last run.
 */
public final class CurvesPanel extends Composite {
  private final OpenProject open;
  private final Trainer trainer;
  private final UiThread thread;
  private final EmptyStack stack;
  private final Composite full;
  private final Label caption;
  private final LossChart curves = new LossChart();
  private final ChartPanel chart;

  public CurvesPanel(Composite parent, OpenProject open, Trainer trainer) {
    super(parent, SWT.NONE);
    this.open = open;
    this.trainer = trainer;
    this.thread = UiThread.of(this);
    stack = new EmptyStack(this);
    full = new Composite(this, SWT.NONE);
    GridLayout layout = new GridLayout();
    layout.marginWidth = 0;
    layout.marginHeight = 0;
    layout.verticalSpacing = 2;
    full.setLayout(layout);
    caption = new Label(full, SWT.NONE);
    GridData line = new GridData(SWT.FILL, SWT.CENTER, true, false);
    line.horizontalIndent = 6;
    caption.setLayoutData(line);
    chart = new ChartPanel(full, curves.chart());
    chart.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    curves.followTheme(chart);
    Events events = new Events();
    trainer.addListener(this, events);
    open.addListener(this, events);
    showLastRun();
  }

  /** What stands above the curves. */
  public String captionText() {
    return caption.getText();
  }

  LossChart curves() {
    return curves;
  }

  @Override
  public boolean setFocus() {
    return stack.setFocus(chart::setFocus);
  }

  private void showLastRun() {
    ProjectSession session = open.session();
    curves.clear();
    sayEmpty();
    if (session != null && !trainer.running()) {
      thread.deliver(
          CompletableFuture.supplyAsync(() -> lastRun(session)),
          record -> take(session, record),
          error -> ILog.of(CurvesPanel.class).warn("The last run could not be read", error));
    }
  }

  /**
   * The newest run whose record can be read, or null; runs that cannot are reported by the
   * explorer.
   */
  private static RunRecord lastRun(ProjectSession session) {
    List<RunSummary> runs = session.runs();
    for (int i = runs.size() - 1; i >= 0; i--) {
      try {
        RunRecord record = RunRecord.read(runs.get(i).folder());
        if (!record.epochs().isEmpty()) { // a propagation of labels has none
          return record;
        }
      } catch (ProjectFormatException e) {
        ILog.of(CurvesPanel.class).info("Passed over a run: " + e.getMessage());
      }
    }
    return null;
  }

  private void take(ProjectSession session, RunRecord record) {
    if (record == null || trainer.running() || open.session() != session || !curves.isEmpty()) {
      return;
    }
    for (EpochRecord epoch : record.epochs()) {
      curves.addTraining(epoch.step(), epoch.trainingLoss());
      epoch.unlabelledLoss().ifPresent(loss -> curves.addUnlabelled(epoch.step(), loss));
      epoch.validationLoss().ifPresent(loss -> curves.addValidation(epoch.step(), loss));
    }
    caption.setText("Last run, mean of each epoch");
    stack.show(full);
  }

  private void sayEmpty() {
    if (open.session() == null) {
      stack.empty().say("Open a project to see how its training went.");
    } else {
      stack.empty().say("A training run shows its loss here.", "Train", trainer::train);
    }
    stack.showEmpty();
  }

  /** Follows the trainer and the open project. */
  private final class Events implements TrainerListener, OpenProjectListener {
    @Override
    public void projectChanged() {
      showLastRun();
    }

    @Override
    public void runStarted() {
      curves.clear();
      caption.setText("Training …");
      stack.show(full);
    }

    @Override
    public void stepped(StepReport report) {
      curves.addTraining(report.step(), report.loss());
      report.unlabelledLoss().ifPresent(loss -> curves.addUnlabelled(report.step(), loss));
      caption.setText(
          String.format(
              Locale.ENGLISH,
              "Step %,d of %,d · loss %.3f · learning rate %.2g",
              report.step(),
              report.steps(),
              report.loss(),
              report.learningRate()));
    }

    @Override
    public void epochEnded(EpochReport report) {
      EpochRecord epoch = report.epoch();
      epoch.validationLoss().ifPresent(loss -> curves.addValidation(epoch.step(), loss));
    }

    @Override
    public void runEnded(RunOutcome outcome) {
      if (outcome.kind() != RunOutcome.Kind.DONE) {
        showLastRun(); // the curves of the model that is still in use
      }
    }
  }
}
