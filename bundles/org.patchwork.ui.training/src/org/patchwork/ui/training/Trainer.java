// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Widget;
import org.patchwork.core.Catalog;
import org.patchwork.image.ImageLoader;
import org.patchwork.learn.Algorithms;
import org.patchwork.learn.EnsembleKind;
import org.patchwork.learn.ModelDesignSpec;
import org.patchwork.learn.SemiSupervised;
import org.patchwork.learn.TrainingParameters;
import org.patchwork.learn.TrainingSpec;
import org.patchwork.learn.design.DesignText;
import org.patchwork.model.Project;
import org.patchwork.project.ProjectAugmentation;
import org.patchwork.project.ProjectSession;
import org.patchwork.training.EpochReport;
import org.patchwork.training.FeatureService;
import org.patchwork.training.StepReport;
import org.patchwork.training.TrainingService;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.OpenProjectListener;
import org.patchwork.ui.UiThread;

/**
 * What is trained next in the open project, and the run that is going on. The views change design
 * and settings here; they are stored in the project. One run at a time.
 *
 * <p>Used on the display thread only; listeners are called there.
 */
public final class Trainer {
  private static final String RUN_NAME = "train";

  private final OpenProject open;
  private final Algorithms algorithms;
  private final TrainingService service;
  private final RunTracking tracking;
  private final UiThread thread;
  private final CopyOnWriteArrayList<TrainerListener> listeners = new CopyOnWriteArrayList<>();
  private ModelDesignSpec design;
  private TrainingParameters parameters = new TrainingParameters();
  private LivePlan livePlan = new LivePlan();
  private String designProblem;
  private String parameterProblem;
  private String liveProblem;
  private int stores;
  private TrainJob running;
  private RunOutcome lastOutcome;

  /** A trainer for whatever project is open, as long as the display lives. */
  public Trainer(
      Display display, OpenProject open, Algorithms algorithms, TrainingService service) {
    this(display, open, algorithms, service, new RunTracking("", place -> {}));
  }

  /**
   * The same.
   *
   * @param tracking where else runs are tracked
   */
  public Trainer(
      Display display,
      OpenProject open,
      Algorithms algorithms,
      TrainingService service,
      RunTracking tracking) {
    this.tracking = tracking;
    this.open = open;
    this.algorithms = algorithms;
    this.service = service;
    this.thread = UiThread.of(display);
    open.addListener(new Events());
    load();
  }

  public void addListener(TrainerListener listener) {
    listeners.addIfAbsent(listener);
  }

  /** Tells the listener as long as the widget lives. */
  public void addListener(Widget owner, TrainerListener listener) {
    addListener(listener);
    owner.addDisposeListener(event -> removeListener(listener));
  }

  public void removeListener(TrainerListener listener) {
    listeners.remove(listener);
  }

  /** The design that is trained next; null if no project is open. */
  public ModelDesignSpec design() {
    return design;
  }

  /** The settings of the next run. */
  public TrainingParameters parameters() {
    return parameters;
  }

  /** Where else runs are tracked. */
  public RunTracking tracking() {
    return tracking;
  }

  /** What the next run does with images and with unlabelled ones. */
  public LivePlan livePlan() {
    return livePlan;
  }

  /** Trains with this plan from now on, and stores it in the project. */
  public void setLivePlan(LivePlan newPlan) {
    liveProblem = null;
    boolean differs = !newPlan.equals(livePlan);
    livePlan = newPlan;
    if (differs) {
      store(newPlan::store);
    }
    tell(TrainerListener::planChanged);
  }

  /** Says why the plan in the form cannot be used. */
  void refuseLivePlan(String problem) {
    liveProblem = problem;
    tell(TrainerListener::planChanged);
  }

  /** The installed losses on unlabelled images. */
  Catalog<SemiSupervised<?>> semiSupervised() {
    return algorithms.semiSupervised();
  }

  /**
   * What would be trained now on stored features and labels alone; only if there is no {@link
   * #obstacle}.
   */
  public TrainingSpec storedSpec() {
    return new TrainingSpec(RUN_NAME, design, parameters);
  }

  /** Trains this design from now on, and stores it in the project. */
  public void setDesign(ModelDesignSpec newDesign) {
    designProblem = null;
    boolean differs = !newDesign.equals(design);
    design = newDesign;
    if (differs) {
      store(project -> ProjectPlan.setDesign(project, newDesign));
    }
    tell(TrainerListener::planChanged);
  }

  /** Trains with these settings from now on, and stores them in the project. */
  public void setParameters(TrainingParameters newParameters) {
    parameterProblem = null;
    boolean differs = !newParameters.equals(parameters);
    parameters = newParameters;
    if (differs) {
      store(project -> ProjectPlan.setParameters(project, newParameters));
    }
    tell(TrainerListener::planChanged);
  }

  /** Trains an ensemble of so many from now on, unless the settings ask for one already. */
  public void useEnsemble(int members) {
    if (parameters.ensemble() == EnsembleKind.NONE) {
      setParameters(parameters.with("ensemble", EnsembleKind.SEEDS).with("members", members));
    }
  }

  /**
   * Says why the design in the designer cannot be trained; the last good one is kept but not
   * trained.
   */
  public void refuseDesign(String problem) {
    designProblem = problem;
    tell(TrainerListener::planChanged);
  }

  /** Says why the settings in the form cannot be used. */
  public void refuseParameters(String problem) {
    parameterProblem = problem;
    tell(TrainerListener::planChanged);
  }

  /**
   * Why training is not possible at the moment, in a sentence that says what to do; empty if it is.
   */
  public Optional<String> obstacle() {
    ProjectSession session = open.session();
    if (session == null) {
      return Optional.of("Open a project to train its model.");
    } else if (session.readOnly()) {
      return Optional.of(
          "The project is open read-only; close it elsewhere and open it again to train.");
    } else if (session.classes().isEmpty()) {
      return Optional.of("Add a class, and label a few images with and without it.");
    } else if (lacksFeatures()) {
      return Optional.of("Training needs features of the images; compute them first.");
    } else if (designProblem != null) {
      return Optional.of("Model Designer: " + designProblem);
    }
    return Optional.ofNullable(parameterProblem == null ? liveProblem : parameterProblem);
  }

  /** True if a project is open that has no features to train on. */
  public boolean lacksFeatures() {
    return open.session() != null && open.session().activeFeatures() == null;
  }

  /** True while a run is going on. */
  public boolean running() {
    return running != null;
  }

  /** How the last run since the project was opened ended; null before the first. */
  public RunOutcome lastOutcome() {
    return lastOutcome;
  }

  /**
   * Trains the design on the labels given so far. If that is not possible the listeners hear of a
   * failed run with the reason; while a run is going on nothing happens.
   */
  public void train() {
    if (running != null) {
      return;
    }
    Optional<String> obstacle = obstacle();
    if (obstacle.isPresent()) {
      tell(listener -> listener.runEnded(RunOutcome.failed(obstacle.get())));
      return;
    }
    TrainingSpec spec = livePlan.with(storedSpec(), ProjectAugmentation.of(open.session().model()));
    TrainJob job = new TrainJob(open.session(), service, source(), spec, tracking, new Reports());
    running = job;
    tell(TrainerListener::runStarted);
    thread.deliver(open.settled(), done -> schedule(job), error -> schedule(job));
  }

  private LiveSource source() {
    return new LiveSource(new FeatureService(algorithms), new ImageLoader(open.readers()));
  }

  private void schedule(TrainJob job) {
    if (running == job) { // not cancelled while the last labels were written
      job.schedule();
    }
  }

  /** Stops the run that is going on, between two steps; the old model stays. */
  public void cancel() {
    if (running != null
        && running.cancel()) { // it had not begun, so it will not report its end itself
      end(RunOutcome.cancelled());
    }
  }

  private void end(RunOutcome outcome) {
    running = null;
    lastOutcome = outcome;
    tell(listener -> listener.runEnded(outcome));
  }

  private void load() {
    ProjectSession session = open.session();
    design = null;
    designProblem = null;
    parameterProblem = null;
    liveProblem = null;
    livePlan = new LivePlan();
    parameters = new TrainingParameters();
    if (session != null) {
      load(session.model());
    }
    tell(TrainerListener::planChanged);
  }

  private void load(Project project) {
    try {
      design = ProjectPlan.design(project, algorithms);
    } catch (IllegalArgumentException e) {
      designProblem = e.getMessage();
    }
    try {
      parameters = ProjectPlan.parameters(project);
    } catch (IllegalArgumentException e) {
      parameterProblem = e.getMessage();
    }
    try {
      livePlan = LivePlan.of(project);
    } catch (IllegalArgumentException e) {
      liveProblem = e.getMessage();
    }
  }

  private void store(Consumer<Project> change) {
    ProjectSession session = open.session();
    if (session != null && !session.readOnly()) {
      stores++;
      thread.deliver(
          session.updateSettings(change),
          done -> stored(),
          error -> {
            stored();
            ILog.of(Trainer.class)
                .warn("The settings could not be stored: " + error.getMessage(), error);
          });
    }
  }

  private void stored() {
    stores--;
    followDesign();
  }

  /**
   * Takes over the design that is in use now. While changes made here are being stored, what the
   * project says is older than what is shown.
   */
  private void followDesign() {
    if (stores > 0 || open.session() == null) {
      return;
    }
    try {
      ModelDesignSpec stored = ProjectPlan.design(open.session().model(), algorithms);
      if (design == null || !DesignText.write("", stored).equals(DesignText.write("", design))) {
        design = stored;
        designProblem = null;
        tell(TrainerListener::planChanged);
      }
    } catch (IllegalArgumentException e) {
      designProblem = e.getMessage();
      tell(TrainerListener::planChanged);
    }
  }

  private void tell(Consumer<TrainerListener> event) {
    listeners.forEach(event);
  }

  /** Follows the open project. */
  private final class Events implements OpenProjectListener {
    @Override
    public void projectChanged() {
      cancel();
      lastOutcome = null;
      load();
    }

    @Override
    public void classesChanged() {
      tell(TrainerListener::planChanged);
    }

    @Override
    public void featuresChanged() {
      tell(TrainerListener::planChanged);
    }

    @Override
    public void settingsChanged() {
      followDesign();
    }
  }

  /** Brings what the job says to the display thread. */
  private final class Reports implements TrainJob.Listener {
    @Override
    public void step(StepReport report) {
      thread.later(() -> tell(listener -> listener.stepped(report)));
    }

    @Override
    public void epoch(EpochReport report) {
      thread.later(() -> tell(listener -> listener.epochEnded(report)));
    }

    @Override
    public void ended(RunOutcome outcome) {
      thread.later(() -> end(outcome));
    }
  }
}
