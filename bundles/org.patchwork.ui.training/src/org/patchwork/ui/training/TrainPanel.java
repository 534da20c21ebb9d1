// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.ProgressBar;
import org.patchwork.learn.TrainingParameters;
import org.patchwork.training.StepReport;
import org.patchwork.ui.Buttons;
import org.patchwork.ui.Icons;
import org.patchwork.ui.ParameterForm;
import org.patchwork.ui.ThemeColor;
import org.patchwork.ui.ThemeColors;

/**
 * The Train view: settings of the next run, the button that starts it, how far it is, and how it
 * ended. Every valid change is stored in the project at once.
 */
public final class TrainPanel extends Composite {
  private final Trainer trainer;
  private final Button train;
  private final Button cancel;
  private final ProgressBar progress;
  private final Link message;
  private final ParameterForm<TrainingParameters> form;
  private final SettingsPane scroll;
  private final Composite body;
  private final LiveSection live;
  private final TrackingField tracking;
  private TrainingParameters shown;
  private long begun;

  /**
   * The panel.
   *
   * @param computeFeatures what the link beside the sentence about missing features does
   */
  public TrainPanel(Composite parent, Trainer trainer, Runnable computeFeatures) {
    super(parent, SWT.NONE);
    this.trainer = trainer;
    setLayout(new GridLayout(4, false));
    train =
        Buttons.push(
            this, "&Train (F9)", "Train the model on the labels given so far", trainer::train);
    train.setImage(Icons.image(train, "train"));
    cancel = Buttons.push(this, "Cancel", "Stop the run and keep the old model", trainer::cancel);
    progress = new ProgressBar(this, SWT.SMOOTH);
    GridData bar = new GridData(SWT.LEFT, SWT.CENTER, false, false);
    bar.widthHint = 120;
    progress.setLayoutData(bar);
    message = new Link(this, SWT.WRAP);
    GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false);
    wide.widthHint = 240;
    message.setLayoutData(wide);
    message.addListener(SWT.Selection, event -> computeFeatures.run());
    scroll = new SettingsPane(this);
    scroll.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 4, 1));
    body = new Composite(scroll, SWT.NONE);
    GridLayout rows = new GridLayout();
    rows.marginWidth = 0;
    rows.marginHeight = 0;
    rows.verticalSpacing = 12;
    body.setLayout(rows);
    form = new ParameterForm<>(body, TrainingParameters.class);
    form.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    form.addChangeListener(this::changed);
    live = new LiveSection(body, trainer, trainer.semiSupervised(), scroll::fit);
    live.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    tracking = new TrackingField(body, trainer.tracking());
    tracking.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    scroll.setContent(body);
    trainer.addListener(this, new Events());
    showPlan();
    showRunning();
  }

  /** What the panel says: how far the run is, how it ended, or why none can be started. */
  public String messageText() {
    return message.getText();
  }

  Button trainButton() {
    return train;
  }

  Button cancelButton() {
    return cancel;
  }

  ParameterForm<TrainingParameters> form() {
    return form;
  }

  LiveSection live() {
    return live;
  }

  TrackingField tracking() {
    return tracking;
  }

  @Override
  public boolean setFocus() {
    if (train.isDisposed()) {
      return false; // asked for while the window closes
    }
    return train.isEnabled() ? train.setFocus() : form.setFocus();
  }

  private void changed() {
    Optional<String> problem = form.problem();
    if (problem.isPresent()) {
      trainer.refuseParameters(problem.get());
    } else {
      shown = form.value();
      trainer.setParameters(shown);
    }
    scroll.fit();
  }

  /** Shows what the trainer has, unless it came from here: what is being typed stays. */
  private void showPlan() {
    if (trainer.parameters() != shown) {
      shown = trainer.parameters();
      form.setValue(shown);
    }
    live.showPlan();
    Optional<String> obstacle = trainer.obstacle();
    if (obstacle.isPresent()) {
      String link = trainer.lacksFeatures() ? " <a>Compute features…</a>" : "";
      message.setText(plain(obstacle.get()) + link);
      color(ThemeColor.TEXT);
    } else if (!trainer.running()) {
      showOutcome(trainer.lastOutcome());
    }
    train.setEnabled(!trainer.running() && obstacle.isEmpty());
  }

  private void showRunning() {
    boolean running = trainer.running();
    train.setEnabled(!running && trainer.obstacle().isEmpty());
    cancel.setEnabled(running);
    progress.setVisible(running);
    ((GridData) progress.getLayoutData()).exclude = !running;
    layout();
  }

  /** Says how the last run ended; nothing if there was none. */
  private void showOutcome(RunOutcome outcome) {
    if (outcome == null) {
      say("", false);
    } else {
      say(outcome.text(), outcome.kind() == RunOutcome.Kind.FAILED);
    }
  }

  private void say(String text, boolean failure) {
    message.setText(plain(text));
    color(failure ? ThemeColor.EXCLUDED : ThemeColor.TEXT);
  }

  private void color(ThemeColor color) {
    message.setForeground(ThemeColors.current().get(color));
    message.requestLayout();
  }

  /** Text that a link shows as it is: no mnemonics, no markup. */
  private static String plain(String text) {
    return text.replace("&", "&&").replace("<", "\u2039").replace(">", "\u203a");
  }

  /** Follows the trainer. */
  private final class Events implements TrainerListener {
    @Override
    public void planChanged() {
      showPlan();
    }

    @Override
    public void runStarted() {
      begun = System.nanoTime();
      progress.setSelection(0);
      say("Reading features and labels …", false);
      showRunning();
    }

    @Override
    public void stepped(StepReport report) {
      progress.setMaximum(report.steps());
      progress.setSelection(report.step());
      boolean last = report.step() == report.steps();
      say(
          last
              ? "Predicting all images …"
              : TrainJob.text(report, (System.nanoTime() - begun) / 1e9),
          false);
    }

    @Override
    public void runEnded(RunOutcome outcome) {
      showOutcome(outcome);
      showRunning();
    }
  }
}
