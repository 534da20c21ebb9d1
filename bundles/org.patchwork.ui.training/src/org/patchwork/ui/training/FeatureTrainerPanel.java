// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.util.Optional;
import java.util.Set;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Text;
import org.patchwork.learn.encoder.EncoderNetwork;
import org.patchwork.learn.encoder.Trainer;
import org.patchwork.pretraining.PretrainingParameters;
import org.patchwork.pretraining.PretrainingSpec;
import org.patchwork.ui.ParameterForm;

/**
 * The Feature Trainer view: which method trains which network, and how; the buttons that start,
 * stop and go on, and how far it is. The same settings as the options of {@code patchwork
 * pretrain}.
 */
public final class FeatureTrainerPanel extends Composite {
  private static final int SECTION_SPACE = 14;
  private static final Set<String> FIRST =
      Set.of(
          "epochs",
          "batchSize",
          "size",
          "channels",
          "augmentation",
          "optimizer",
          "learningRate",
          "schedule");

  private final FeatureTrainer trainer;
  private final RunStrip strip;
  private final Button resume;
  private final Text name;
  private final AlgorithmSection<Trainer<?>> method;
  private final AlgorithmSection<EncoderNetwork<?>> network;
  private final ParameterForm<PretrainingParameters> parameters;
  private final SettingsPane scroll;
  private final Composite body;
  private PretrainingSpec shown;

  /**
   * The panel.
   *
   * @param showAugmentation brings up the view in which the augmentation is edited with a preview
   */
  public FeatureTrainerPanel(Composite parent, FeatureTrainer trainer, Runnable showAugmentation) {
    super(parent, SWT.NONE);
    this.trainer = trainer;
    setLayout(new GridLayout());
    strip =
        new RunStrip(
            this,
            "&Pre-train",
            "pretrain",
            "Train a feature extractor on all images of the project (Shift+F9); no labels are needed",
            trainer::train,
            trainer::stop,
            () -> {});
    strip.nameCancel("Stop", "Stop within a step; Resume goes on from there");
    resume =
        strip.add(
            "Resume", "Go on with the run that is selected in the list of runs", trainer::resume);
    strip.putSentenceBelow();
    strip.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    scroll = new SettingsPane(this);
    scroll.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    body = new Composite(scroll, SWT.NONE);
    GridLayout rows = new GridLayout();
    rows.marginWidth = 0;
    rows.verticalSpacing = SECTION_SPACE;
    body.setLayout(rows);
    method = new AlgorithmSection<>(body, "Method", trainer.trainers(), this::changed);
    network = new AlgorithmSection<>(body, "Network", trainer.networks(), this::changed);
    parameters = schedule(showAugmentation);
    name = nameField();
    scroll.setContent(body);
    listen();
    showPlan();
    showState();
  }

  private ParameterForm<PretrainingParameters> schedule(Runnable showAugmentation) {
    Composite column = column();
    Label title = new Label(column, SWT.NONE);
    title.setText("Images and schedule");
    title.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
    ParameterForm<PretrainingParameters> form =
        new ParameterForm<>(column, PretrainingParameters.class);
    form.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    form.addChangeListener(this::changed);
    form.showFirst(FIRST);
    form.addFoldListener(scroll::fit);
    Link preview = new Link(column, SWT.NONE);
    preview.setText("<a>Choose the augmentation with a preview…</a>");
    preview.addListener(SWT.Selection, event -> showAugmentation.run());
    return form;
  }

  private Text nameField() {
    Composite row = column();
    ((GridLayout) row.getLayout()).numColumns = 2;
    Label label = new Label(row, SWT.NONE);
    label.setText("Name of the run");
    Text field = new Text(row, SWT.BORDER);
    field.setMessage("after its method");
    field.setToolTipText("Name of the run, a folder in the project's folder pretraining");
    field.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    field.addListener(SWT.Modify, event -> trainer.setName(field.getText().strip()));
    return field;
  }

  private Composite column() {
    Composite column = new Composite(body, SWT.NONE);
    column.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    GridLayout layout = new GridLayout();
    layout.marginWidth = 0;
    layout.marginHeight = 0;
    column.setLayout(layout);
    return column;
  }

  private void listen() {
    trainer.addListener(this, new Events());
  }

  private void changed() {
    Optional<String> problem = method.problem().or(network::problem).or(parameters::problem);
    if (problem.isPresent()) {
      trainer.refuse(problem.get());
    } else {
      shown =
          new PretrainingSpec(
              method.id(), method.values(), network.id(), network.values(), parameters.value());
      trainer.setSpec(shown);
    }
    scroll.fit();
  }

  /** Shows what the trainer has, unless it came from here: what is being typed stays. */
  private void showPlan() {
    if (trainer.spec() != shown && !trainer.spec().trainer().isEmpty()) {
      PretrainingSpec wanted = trainer.spec();
      shown = wanted;
      if (!method.id().equals(wanted.trainer())
          || !method.values().equals(wanted.trainerParameters())) {
        method.show(wanted.trainer(), wanted.trainerParameters());
      }
      if (!network.id().equals(wanted.network())
          || !network.values().equals(wanted.networkParameters())) {
        network.show(wanted.network(), wanted.networkParameters());
      }
      parameters.setValue(wanted.parameters());
      scroll.fit();
    }
    showState();
  }

  private void showState() {
    Optional<String> obstacle = trainer.obstacle();
    strip.setRunning(trainer.busy());
    strip.setStartEnabled(!trainer.busy() && obstacle.isEmpty());
    resume.setEnabled(!trainer.busy() && trainer.resumeObstacle().isEmpty());
    if (trainer.busy()) {
      strip.say("Reading images …");
    } else if (trainer.failed()) {
      strip.sayFailed(trainer.message());
    } else {
      strip.say(obstacle.orElse(trainer.message()));
    }
  }

  /** What is said beside the buttons. */
  public String messageText() {
    return strip.text();
  }

  /** The button that starts, for those who press it. */
  public Button trainButton() {
    return strip.start();
  }

  /** The button that stops. */
  public Button stopButton() {
    return strip.cancel();
  }

  /** The button that goes on. */
  public Button resumeButton() {
    return resume;
  }

  /** The fields for images and schedule. */
  public ParameterForm<PretrainingParameters> parameters() {
    return parameters;
  }

  AlgorithmSection<Trainer<?>> method() {
    return method;
  }

  AlgorithmSection<EncoderNetwork<?>> network() {
    return network;
  }

  Text nameText() {
    return name;
  }

  Control scrolled() {
    return body;
  }

  @Override
  public boolean setFocus() {
    return !strip.isDisposed() && (strip.setFocus() || method.combo().setFocus());
  }

  /** Follows the trainer. */
  private final class Events implements FeatureTrainerListener {
    @Override
    public void planChanged() {
      showPlan();
    }

    @Override
    public void runsChanged() {
      if (!trainer.busy()) {
        showState();
      }
    }

    @Override
    public void stateChanged() {
      showState();
    }

    @Override
    public void progressed(double share, String text) {
      strip.showProgress(share, text);
    }
  }
}
