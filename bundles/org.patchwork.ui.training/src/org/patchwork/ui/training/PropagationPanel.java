// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.util.Locale;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.patchwork.learn.Evaluation;
import org.patchwork.project.ProjectSession;
import org.patchwork.training.propagation.PropagationParameters;
import org.patchwork.training.propagation.PropagationResult;
import org.patchwork.training.propagation.PropagationService;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.OpenProjectListener;
import org.patchwork.ui.PageModel;
import org.patchwork.ui.ParameterForm;
import org.patchwork.workflow.ProjectPropagation;

/**
 * The Label Propagation view: parameters, the button that spreads the labels, how far it is, and
 * the histogram of the result. The predictions of the project are then those of the propagation,
 * everywhere in the workbench.
 */
public final class PropagationPanel extends Composite {

  private final OpenProject open;
  private final PropagationService service;
  private final StripJob job;
  private final ParameterForm<PropagationParameters> form;
  private final SettingsPane scroll;
  private final HistogramPanel histogram;

  /**
   * The panel.
   *
   * @param computeFeatures what the link beside the sentence about missing features does
   */
  public PropagationPanel(
      Composite parent,
      OpenProject open,
      PageModel page,
      Trainer trainer,
      PropagationService service,
      Runnable computeFeatures) {
    super(parent, SWT.NONE);
    this.open = open;
    this.service = service;
    setLayout(new GridLayout());
    job =
        new StripJob(
            this,
            "&Propagate",
            "propagation",
            "Spread the labels given so far to similar images",
            this::propagate,
            computeFeatures,
            this::showState);
    SashForm sash = new SashForm(this, SWT.HORIZONTAL);
    sash.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    scroll = new SettingsPane(sash);
    form = new ParameterForm<>(scroll, PropagationParameters.class);
    form.addChangeListener(this::showState);
    scroll.setContent(form);
    histogram = new HistogramPanel(sash, open, page, trainer);
    sash.setWeights(1, 1);
    open.addListener(this, new Events());
    showState();
  }

  /** Why labels cannot be propagated at the moment, in a sentence; empty if they can. */
  private Optional<String> obstacle() {
    ProjectSession session = open.session();
    if (session == null) {
      return Optional.of("Open a project to spread its labels.");
    } else if (session.readOnly()) {
      return Optional.of("The project is open read-only, so nothing can be computed in it.");
    } else if (session.classes().isEmpty()) {
      return Optional.of("Add a class, and label a few images with and without it.");
    } else if (session.activeFeatures() == null) {
      return Optional.of("Similar images are found by their features; compute them first.");
    }
    return form.problem();
  }

  private void showState() {
    scroll.fit();
    job.show(obstacle(), lacksFeatures() ? "Compute features…" : "");
  }

  private boolean lacksFeatures() {
    ProjectSession session = open.session();
    return session != null
        && !session.readOnly()
        && !session.classes().isEmpty()
        && session.activeFeatures() == null;
  }

  /** Spreads the labels given so far; nothing happens while it is being done, or cannot be. */
  public void propagate() {
    if (job.running() || obstacle().isPresent()) {
      return;
    }
    ProjectSession session = open.session();
    PropagationParameters parameters = form.value();
    job.startAfter(
        open.settled(),
        new StripJob.Task<>(
            "Propagate labels of " + session.name(),
            "Reading features and labels …",
            monitor ->
                new ProjectPropagation(session, service)
                    .run(session.activeFeatures(), parameters, monitor),
            PropagationPanel::text,
            "Cancelled; the predictions are as before."));
  }

  /**
   * What a finished propagation has to say: {@code Labels of 10 images reached 59,980 of 60,000}.
   */
  static String text(PropagationResult result) {
    int reached = result.graph().vertices() - result.unreached();
    String text =
        String.format(
            Locale.ENGLISH,
            "Labels of %,d images reached %,d of %,d in %.1f s. Graph%s: %s.",
            result.sources(),
            reached,
            result.graph().vertices(),
            result.record().seconds().values().stream().mapToDouble(Double::doubleValue).sum(),
            result.graphReused() ? " (kept from before)" : "",
            result.graph().text());
    Evaluation validation = result.record().validationMetrics();
    if (validation.accuracyCount() == 0) {
      return text;
    }
    return text
        + String.format(
            Locale.ENGLISH,
            " Validation: accuracy %s (%,d), mean AUC %s.",
            RunOutcome.text(validation.accuracy()),
            validation.accuracyCount(),
            RunOutcome.text(validation.meanAuc()));
  }

  RunStrip strip() {
    return job.strip();
  }

  HistogramPanel histogram() {
    return histogram;
  }

  ParameterForm<PropagationParameters> form() {
    return form;
  }

  boolean running() {
    return job.running();
  }

  @Override
  public boolean setFocus() {
    return !isDisposed() && (job.strip().setFocus() || form.setFocus());
  }

  /** Follows the open project. */
  private final class Events implements OpenProjectListener {
    @Override
    public void projectChanged() {
      job.forget();
      showState();
    }

    @Override
    public void classesChanged() {
      showState();
    }

    @Override
    public void featuresChanged() {
      showState();
    }
  }
}
