// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Widget;
import org.patchwork.core.Catalog;
import org.patchwork.image.ImageLoader;
import org.patchwork.image.augmentation.Augmentation;
import org.patchwork.learn.Algorithms;
import org.patchwork.learn.encoder.EncoderNetwork;
import org.patchwork.learn.encoder.Trainer;
import org.patchwork.pretraining.PretrainingListener;
import org.patchwork.pretraining.PretrainingRun;
import org.patchwork.pretraining.PretrainingSpec;
import org.patchwork.pretraining.networks.BuiltInNetworks;
import org.patchwork.project.LabelsChanged;
import org.patchwork.project.ProjectSession;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.OpenProjectListener;
import org.patchwork.ui.UiThread;
import org.patchwork.workflow.ProjectPretraining;

/**
 * What extractor is trained next on the images of the open project, the run that is going on, and
 * the runs there were. One piece of work at a time: a run, or features made with one.
 *
 * <p>Used on the display thread only; listeners are called there.
 */
public final class FeatureTrainer {
  private final OpenProject open;
  private final Algorithms algorithms;
  private final InstantSource clock;
  private final UiThread thread;
  private final PretrainingWatch watch;
  private final PretrainingShelf shelf;
  private final PretrainingPlan plan;
  private final CopyOnWriteArrayList<FeatureTrainerListener> listeners =
      new CopyOnWriteArrayList<>();
  private final SingleTask task;

  /**
   * A trainer for whatever project is open, as long as the display lives.
   *
   * @param clock for records and logs
   */
  public FeatureTrainer(
      Display display, OpenProject open, Algorithms algorithms, InstantSource clock) {
    this.open = open;
    this.algorithms = algorithms;
    this.clock = clock;
    this.thread = UiThread.of(display);
    this.watch = new PretrainingWatch(thread, () -> tell(FeatureTrainerListener::measured));
    this.task = new SingleTask(thread, new TaskEvents());
    this.shelf = new PretrainingShelf(thread, () -> tell(FeatureTrainerListener::runsChanged));
    this.plan = new PretrainingPlan(trainers(), networks(), thread);
    open.addListener(new Events());
    takeStored();
    shelf.read(open.session());
  }

  private void takeStored() {
    try {
      plan.read(open.session());
    } catch (IllegalArgumentException e) {
      task.refuse("The settings in the project are left aside: " + e.getMessage());
    }
  }

  public void addListener(FeatureTrainerListener listener) {
    listeners.addIfAbsent(listener);
  }

  /** Tells the listener as long as the widget lives. */
  public void addListener(Widget owner, FeatureTrainerListener listener) {
    addListener(listener);
    owner.addDisposeListener(event -> removeListener(listener));
  }

  public void removeListener(FeatureTrainerListener listener) {
    listeners.remove(listener);
  }

  /** The installed methods. */
  public Catalog<Trainer<?>> trainers() {
    return algorithms.trainers();
  }

  /** The networks that can become an extractor. */
  public Catalog<EncoderNetwork<?>> networks() {
    return BuiltInNetworks.forPretraining();
  }

  /** The installed augmentations. */
  public Catalog<Augmentation<?>> augmentations() {
    return algorithms.augmentations();
  }

  /** What is trained next. */
  public PretrainingSpec spec() {
    return plan.spec();
  }

  /** Trains this from now on; the project keeps it. */
  public void setSpec(PretrainingSpec newSpec) {
    plan.set(newSpec, open.session());
    tell(FeatureTrainerListener::planChanged);
  }

  /** Takes method, network and settings of a run over, if this product has them. */
  public void useSettings(PretrainingRun run) {
    try {
      PretrainingSpec taken = run.record().spec();
      trainers().require(taken.trainer());
      networks().require(taken.network());
      setSpec(taken);
    } catch (IllegalArgumentException e) {
      task.refuse(e.getMessage());
    }
  }

  /** Gives the next run a name; empty for one after its method. */
  public void setName(String newName) {
    plan.setName(newName);
    tell(FeatureTrainerListener::planChanged);
  }

  /** Name of the next run; empty for one after its method. */
  public String name() {
    return plan.name();
  }

  /** Says why the settings in the form cannot be used. */
  void refuse(String why) {
    plan.refuse(why);
    tell(FeatureTrainerListener::planChanged);
  }

  /** Why no run can begin at the moment, in a sentence that says what to do; empty if one can. */
  public Optional<String> obstacle() {
    Optional<String> project = projectObstacle();
    if (project.isPresent()) {
      return project;
    } else if (open.session().labels().rows() == 0) {
      return Optional.of("The project has no images to learn from; add some first.");
    }
    return plan.obstacle();
  }

  private Optional<String> projectObstacle() {
    ProjectSession session = open.session();
    if (session == null) {
      return Optional.of("Open a project to train a feature extractor on its images.");
    } else if (session.readOnly()) {
      return Optional.of(
          "The project is open read-only; close it elsewhere and open it again to train.");
    }
    return Optional.empty();
  }

  /** True while a run is going on or features are being made. */
  public boolean busy() {
    return task.busy();
  }

  /** Name of the run that is going on; null if none is. */
  public String training() {
    return watch.running();
  }

  /** What the run that is looked at measured in its steps, as far as it went on here. */
  MeasuredCourse course() {
    return watch.course(shown());
  }

  /** How the last work ended, or an empty string. */
  public String message() {
    return task.message();
  }

  /** True if the last work failed. */
  public boolean failed() {
    return task.failed();
  }

  /** The runs of the project, as far as they were read. */
  public List<PretrainingRun> runs() {
    return shelf.runs();
  }

  /** The run that is looked at; null if there is none. */
  public PretrainingRun shown() {
    return shelf.shown();
  }

  /** Looks at a run. */
  public void show(String run) {
    shelf.show(run);
  }

  /** Begins a run. If that is not possible, or something is under way, nothing happens. */
  public void train() {
    if (busy() || obstacle().isPresent()) {
      return;
    }
    String base = plan.title();
    ProjectSession session = open.session();
    begin(plan.spec(), base, () -> ProjectPretraining.runs(session).freeName(base));
  }

  /** Why the run that is looked at cannot go on; empty if it can. */
  public Optional<String> resumeObstacle() {
    PretrainingRun run = shown();
    return projectObstacle()
        .or(
            () ->
                run != null && run.unfinished()
                    ? Optional.empty()
                    : Optional.of("There is no run that was stopped."));
  }

  /** Goes on with the run that is looked at. */
  public void resume() {
    if (busy() || resumeObstacle().isPresent()) {
      return;
    }
    PretrainingRun run = shown();
    try {
      begin(run.record().spec(), run.name(), run::name);
    } catch (IllegalArgumentException e) {
      task.refuse(e.getMessage());
    }
  }

  /** The name is looked up on the disk, so in the background. */
  private void begin(PretrainingSpec wanted, String title, Supplier<String> run) {
    ProjectSession session = open.session();
    PretrainingListener reports = watch.begin(session);
    task.start(
        "Pre-train " + title,
        monitor -> {
          String found = run.get();
          thread.later(() -> trains(session, found));
          return pretraining(session).train(wanted, found, reports, monitor);
        },
        PretrainingOutcome::text,
        "Stopped. Resume goes on from there.");
  }

  private void trains(ProjectSession session, String run) {
    if (busy() && open.session() == session) {
      watch.runs(run);
      shelf.show(run);
      tell(FeatureTrainerListener::stateChanged);
    }
  }

  private ProjectPretraining pretraining(ProjectSession session) {
    return new ProjectPretraining(session, new ImageLoader(open.readers()), algorithms, clock);
  }

  /** Why no features can be made with the run that is looked at; empty if they can. */
  public Optional<String> featureObstacle() {
    PretrainingRun run = shown();
    return projectObstacle()
        .or(
            () ->
                run != null && run.trained()
                    ? Optional.empty()
                    : Optional.of("Features need a run that has finished an epoch."));
  }

  /** Makes features of all images with the run that is looked at, and uses them. */
  public void useFeatures() {
    if (busy() || featureObstacle().isPresent()) {
      return;
    }
    ProjectSession session = open.session();
    String run = shown().name();
    task.start(
        "Make features with " + run,
        monitor ->
            pretraining(session)
                .useFeatures(run, report -> monitor.subTask(report.text()), monitor),
        info ->
            String.format(
                Locale.ENGLISH,
                "The features \"%s\" of %,d images are in use now. Train the model on them (F9).",
                info.id(),
                info.rows()),
        "Stopped. What is done is kept; the same button goes on.");
  }

  /** Removes a run from the disk; nothing happens while it is going on. */
  public void delete(String run) {
    ProjectSession session = open.session();
    if (busy() || session == null) {
      return;
    }
    task.start(
        "Delete " + run,
        monitor -> {
          ProjectPretraining.runs(session).delete(run);
          session.runsChanged();
          return run;
        },
        deleted -> {
          shelf.forget(deleted);
          return deleted + " was deleted.";
        },
        "");
  }

  /** Stops what is under way; a run can go on from there. */
  public void stop() {
    task.stop();
  }

  private void tell(Consumer<FeatureTrainerListener> event) {
    listeners.forEach(event);
  }

  /** Follows the work. */
  private final class TaskEvents implements SingleTask.Listener {
    @Override
    public void progressed(double share, String text) {
      tell(listener -> listener.progressed(share, text));
    }

    @Override
    public void changed() {
      if (!task.busy()) {
        watch.ended();
        shelf.read(open.session());
      }
      tell(FeatureTrainerListener::stateChanged);
    }
  }

  /** Follows the open project. */
  private final class Events implements OpenProjectListener {
    @Override
    public void projectChanged() {
      stop();
      task.forget();
      takeStored();
      shelf.read(open.session());
      tell(FeatureTrainerListener::planChanged);
    }

    @Override
    public void labelsChanged(LabelsChanged event) {
      if (event.all()) {
        tell(FeatureTrainerListener::planChanged);
      }
    }

    @Override
    public void runsChanged() {
      shelf.read(open.session());
    }
  }
}
