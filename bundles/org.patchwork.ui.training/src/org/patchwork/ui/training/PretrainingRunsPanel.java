// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.util.List;
import java.util.Optional;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.patchwork.pretraining.PretrainingRun;
import org.patchwork.project.FeatureSet;
import org.patchwork.ui.Buttons;
import org.patchwork.ui.EmptyStack;
import org.patchwork.ui.EmptyState;
import org.patchwork.ui.Icons;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.OpenProjectListener;
import org.patchwork.ui.ThemeColor;
import org.patchwork.workflow.ProjectPretraining;

/**
 * The Pre-training Runs view: all extractors that were trained on the images of the project, how
 * good they got in which time, and the way to features made with one of them.
 */
public final class PretrainingRunsPanel extends Composite {
  private final FeatureTrainer trainer;
  private final OpenProject open;
  private final EmptyStack stack;
  private final Composite full;
  private final Button use;
  private final Button resume;
  private final Button settings;
  private final Button delete;
  private final Label message;
  private final PretrainingRunList list;
  private final PretrainingComparison comparison;

  public PretrainingRunsPanel(Composite parent, FeatureTrainer trainer, OpenProject open) {
    super(parent, SWT.NONE);
    this.trainer = trainer;
    this.open = open;
    stack = new EmptyStack(this);
    full = new Composite(this, SWT.NONE);
    full.setLayout(new GridLayout(4, false));
    use =
        Buttons.push(
            full,
            "&Use these features",
            "Make features of all images with this extractor, and train on them from now on",
            trainer::useFeatures);
    use.setImage(Icons.image(use, "features"));
    resume = Buttons.push(full, "Resume", "Go on with this run where it stopped", trainer::resume);
    settings =
        Buttons.push(
            full,
            "Use its settings",
            "Take method, network and settings over into the form",
            this::useSettings);
    delete = Buttons.push(full, "Delete…", "Delete this run from the disk", this::askDelete);
    message = new Label(full, SWT.WRAP);
    GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false, 4, 1);
    wide.widthHint = 200;
    message.setLayoutData(wide);
    SashForm sash = new SashForm(full, SWT.VERTICAL);
    sash.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 4, 1));
    list = new PretrainingRunList(sash, this::selected);
    comparison = new PretrainingComparison(sash);
    sash.setWeights(2, 3);
    listen();
    refresh();
  }

  private void listen() {
    FeatureTrainerListener events = new Events();
    OpenProjectListener features =
        new OpenProjectListener() {
          @Override
          public void featuresChanged() {
            refresh();
          }
        };
    trainer.addListener(this, events);
    open.addListener(this, features);
  }

  private void refresh() {
    List<PretrainingRun> runs = trainer.runs();
    if (runs.isEmpty()) {
      showEmpty();
    } else {
      list.show(runs, trainer.shown(), trainer.training(), activeFeatures());
      compare();
      showState();
    }
    stack.show(runs.isEmpty() ? stack.empty() : full);
  }

  private void showEmpty() {
    Optional<String> obstacle = trainer.obstacle();
    if (trainer.busy()) {
      stack.empty().say("The network is built …");
    } else if (obstacle.isPresent()) {
      stack.empty().say(obstacle.get());
    } else {
      stack
          .empty()
          .say(
              "Where no ready-made extractor fits your images, train one on them; no labels are needed."
                  + " All runs are compared here.",
              "Pre-train",
              trainer::train);
    }
  }

  /** Run and epoch that the features in use are of; empty for others. */
  private String activeFeatures() {
    FeatureSet active = open.session() == null ? null : open.session().activeFeatures();
    return active == null ? "" : ProjectPretraining.origin(active).orElse(active.id());
  }

  private void selected() {
    List<PretrainingRun> chosen = list.selection();
    if (chosen.size() == 1) {
      trainer.show(chosen.getFirst().name());
    }
    compare();
    showState();
  }

  /** The selected runs, or all if there is nothing to compare in the selection. */
  private void compare() {
    List<PretrainingRun> chosen = list.selection();
    List<PretrainingRun> all = trainer.runs();
    comparison.show(all, chosen.size() < 2 ? all : chosen, trainer.shown());
  }

  private void showState() {
    boolean one = list.selection().size() == 1 && !trainer.busy();
    use.setEnabled(one && trainer.featureObstacle().isEmpty());
    resume.setEnabled(one && trainer.resumeObstacle().isEmpty());
    settings.setEnabled(one && list.selection().getFirst().record() != null);
    delete.setEnabled(one);
    showFailure();
  }

  /** What goes well is said beside the buttons of the Feature Trainer. */
  private void showFailure() {
    boolean some = trainer.failed() && !trainer.busy();
    message.setVisible(some);
    ((GridData) message.getLayoutData()).exclude = !some;
    Sections.say(message, some ? trainer.message() : "", ThemeColor.EXCLUDED);
  }

  private void useSettings() {
    trainer.useSettings(list.selection().getFirst());
  }

  private void askDelete() {
    PretrainingRun run = list.selection().getFirst();
    int answer =
        MessageDialog.open(
            MessageDialog.QUESTION,
            getShell(),
            "Delete run",
            "Delete the run "
                + run.name()
                + " with its extractor from the disk? Features that were made with it stay. This"
                + " cannot be undone.",
            SWT.NONE,
            "Delete",
            "Cancel");
    if (answer == 0) {
      trainer.delete(run.name());
    }
  }

  /** The button that makes features with the run that is looked at. */
  public Button useButton() {
    return use;
  }

  Button resumeButton() {
    return resume;
  }

  Button settingsButton() {
    return settings;
  }

  PretrainingRunList list() {
    return list;
  }

  PretrainingComparison comparison() {
    return comparison;
  }

  EmptyState empty() {
    return stack.empty();
  }

  /** What went wrong; empty if nothing did. */
  String messageText() {
    return message.getText();
  }

  @Override
  public boolean setFocus() {
    return stack.setFocus(() -> list.table().setFocus());
  }

  /** Follows the trainer. */
  private final class Events implements FeatureTrainerListener {
    @Override
    public void planChanged() {
      if (trainer.runs().isEmpty()) {
        refresh();
      }
    }

    @Override
    public void runsChanged() {
      refresh();
    }

    @Override
    public void stateChanged() {
      refresh();
    }
  }
}
