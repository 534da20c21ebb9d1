// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.patchwork.core.PredictionTable;
import org.patchwork.image.ImageLoader;
import org.patchwork.learn.encoder.EncoderNetwork;
import org.patchwork.model.LabelClass;
import org.patchwork.project.ProjectSession;
import org.patchwork.project.RunSummary;
import org.patchwork.training.distillation.DistillationListener;
import org.patchwork.training.distillation.DistillationParameters;
import org.patchwork.training.distillation.DistillationResult;
import org.patchwork.training.distillation.DistillationService;
import org.patchwork.training.distillation.DistillationSpec;
import org.patchwork.training.distillation.StudentEpoch;
import org.patchwork.training.distillation.WorstPrediction;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.OpenProjectListener;
import org.patchwork.ui.PageModel;
import org.patchwork.ui.ParameterForm;
import org.patchwork.ui.UiThread;
import org.patchwork.workflow.ProjectDistillation;

/**
 * The Distillation view: who teaches, what the student is, and how it does while it learns. When it
 * is done the predictions of the project are those of the student, everywhere in the workbench.
 */
public final class DistillationPanel extends Composite {
  /** Id under which labels are recorded that were given to what the student is most wrong about. */
  public static final String SOURCE = "distillation";

  /** Below this agreement a student is hardly meant to replace its teacher. */
  private static final double CLOSE = 0.9;

  private static final String TOO_FAR =
      " Is that enough? Train longer, or restore the teacher in Runs.";
  private static final String RUN_NAME = "distil";
  private static final String FIRST_NETWORK = "small";

  private final OpenProject open;
  private final DistillationService service;
  private final ImageLoader loader;
  private final GridImages images;
  private final UiThread thread;
  private final StripJob job;
  private final SettingsPane scroll;
  private final Composite settings;
  private final TeacherChoice teacher;
  private final AlgorithmSection<EncoderNetwork<?>> network;
  private final ParameterForm<DistillationParameters> form;
  private final StudentProgress progress;

  /**
   * The panel.
   *
   * @param loader reads images with the installed readers
   */
  public DistillationPanel(
      Composite parent,
      OpenProject open,
      PageModel page,
      DistillationService service,
      ImageLoader loader) {
    super(parent, SWT.NONE);
    this.open = open;
    this.service = service;
    this.loader = loader;
    this.images = new GridImages(page, SOURCE);
    this.thread = UiThread.of(this);
    setLayout(new GridLayout());
    job =
        new StripJob(
            this,
            "&Distil",
            "distil",
            "Train a network on images to say what the teacher says",
            this::distil,
            () -> {},
            this::showState);
    SashForm sash = new SashForm(this, SWT.HORIZONTAL);
    sash.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    scroll = new SettingsPane(sash);
    settings = new Composite(scroll, SWT.NONE);
    settings.setLayout(new GridLayout());
    teacher = new TeacherChoice(settings, this::showState);
    teacher.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    network = new AlgorithmSection<>(settings, "Student", service.networks(), this::showState);
    form = new ParameterForm<>(settings, DistillationParameters.class);
    form.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    form.addChangeListener(this::showState);
    scroll.setContent(settings);
    progress = new StudentProgress(sash, this::showWorst);
    sash.setWeights(2, 3);
    network.show(service.networks().require(FIRST_NETWORK).id(), null);
    open.addListener(this, new Events());
    readTeachers();
  }

  /** Reads the runs of the project in the background. */
  private void readTeachers() {
    ProjectSession session = open.session();
    if (session == null) {
      teacher.show(List.of(), "");
      return;
    }
    thread.deliver(
        CompletableFuture.supplyAsync(() -> ProjectDistillation.teachers(session)),
        runs -> {
          if (open.session() == session && !isDisposed()) {
            PredictionTable shown = session.predictions();
            teacher.show(runs, shown == null ? "" : shown.source());
          }
        },
        error -> ILog.of(DistillationPanel.class).warn("The runs could not be read", error));
  }

  /** Why nothing can be distilled at the moment, in a sentence; empty if it can. */
  private Optional<String> obstacle() {
    ProjectSession session = open.session();
    if (session == null) {
      return Optional.of("Open a project to distil what one of its models knows.");
    } else if (session.readOnly()) {
      return Optional.of("The project is open read-only, so nothing can be trained in it.");
    } else if (teacher.chosen().isEmpty()) {
      return Optional.of(
          "The student learns what a run says of the images: train a model or propagate labels"
              + " first.");
    }
    return network.problem().or(form::problem);
  }

  private void showState() {
    if (form == null || isDisposed()) {
      return; // under construction
    }
    scroll.fit();
    job.show(obstacle());
  }

  /** Begins to train a student; nothing happens while one learns, or if none can. */
  public void distil() {
    if (job.running() || obstacle().isPresent()) {
      return;
    }
    ProjectSession session = open.session();
    RunSummary chosen = teacher.chosen().orElseThrow();
    DistillationSpec spec =
        new DistillationSpec(RUN_NAME, network.id(), network.values(), form.value());
    progress.clear();
    job.startAfter(
        open.settled(),
        new StripJob.Task<>(
            "Distil " + chosen.id(),
            "Reading what the teacher says …",
            monitor ->
                new ProjectDistillation(session, loader, service)
                    .distil(chosen.id(), spec, new Epochs(), monitor),
            DistillationPanel::text,
            "Stopped; the predictions are as before. Distil with the same settings goes on from here."));
  }

  private void showWorst(WorstPrediction worst) {
    LabelClass found =
        open.session() == null ? null : open.session().classByName(worst.className());
    images.show(
        StudentProgress.rows(worst),
        found == null ? null : found.getId(),
        "Where the student is most wrong about " + worst.className());
  }

  /** What a finished student has to say. */
  static String text(DistillationResult result) {
    StudentEpoch last = result.distillation().epochs().getLast();
    String agreement =
        last.agreement() == null
            ? ""
            : String.format(
                Locale.ENGLISH,
                " It decides like %s in %.1f %%, by %,d images.%s",
                result.distillation().teacher(),
                100 * last.agreement(),
                last.checked(),
                last.agreement() < CLOSE ? TOO_FAR : "");
    String accuracy =
        last.accuracy() == null
            ? ""
            : String.format(Locale.ENGLISH, " Accuracy by labels: %.3f.", last.accuracy());
    return String.format(
        Locale.ENGLISH,
        "The student of %,d parameters is in use.%s%s",
        result.record().parameterCount(),
        agreement,
        accuracy);
  }

  RunStrip strip() {
    return job.strip();
  }

  TeacherChoice teacher() {
    return teacher;
  }

  AlgorithmSection<EncoderNetwork<?>> network() {
    return network;
  }

  ParameterForm<DistillationParameters> form() {
    return form;
  }

  StudentProgress progress() {
    return progress;
  }

  boolean running() {
    return job.running();
  }

  @Override
  public boolean setFocus() {
    return !isDisposed() && (job.strip().setFocus() || form.setFocus());
  }

  /** Brings what the run tells of each epoch to the display thread. */
  private final class Epochs implements DistillationListener {
    @Override
    public void epoch(StudentEpoch epoch, List<WorstPrediction> worst) {
      thread.later(
          () -> {
            if (job.running() && !isDisposed()) {
              progress.add(epoch, worst);
            }
          });
    }
  }

  /** Follows the open project. */
  private final class Events implements OpenProjectListener {
    @Override
    public void projectChanged() {
      job.forget();
      progress.clear();
      readTeachers();
    }

    @Override
    public void runsChanged() {
      readTeachers();
    }

    @Override
    public void predictionsChanged() {
      readTeachers();
    }
  }
}
