// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.patchwork.core.PatchworkException;
import org.patchwork.learn.TrainingSpec;
import org.patchwork.project.ProjectSession;
import org.patchwork.training.TrainingService;
import org.patchwork.training.search.SearchParameters;
import org.patchwork.training.search.SettingsSearch;
import org.patchwork.training.search.Trial;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.ParameterForm;
import org.patchwork.ui.UiThread;

/**
 * The Settings Search view: what to try, how to judge, and the table of trials, of which one can be
 * taken over. Trials train on stored features, whatever Train does. With one trial it judges the
 * present settings by cross-validation.
 */
public final class SearchPanel extends Composite {
  private final OpenProject open;
  private final Trainer trainer;
  private final TrainingService service;
  private final UiThread thread;
  private final RunStrip strip;
  private final ParameterForm<SearchParameters> form;
  private final ScrolledComposite scroll;
  private final TrialTable table;
  private final Button use;
  private ViewJob<List<Trial>> running;
  private String lastText = "";

  /**
   * The panel.
   *
   * @param computeFeatures what the link beside the sentence about missing features does
   */
  public SearchPanel(
      Composite parent,
      OpenProject open,
      Trainer trainer,
      TrainingService service,
      Runnable computeFeatures) {
    super(parent, SWT.NONE);
    this.open = open;
    this.trainer = trainer;
    this.service = service;
    this.thread = UiThread.of(this);
    setLayout(new GridLayout());
    strip =
        new RunStrip(
            this,
            "&Search",
            "search",
            "Try settings for the design and labels of the moment",
            this::search,
            this::cancel,
            computeFeatures);
    strip.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    SashForm sash = new SashForm(this, SWT.HORIZONTAL);
    sash.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    scroll = new ScrolledComposite(sash, SWT.V_SCROLL);
    scroll.setExpandHorizontal(true);
    scroll.setExpandVertical(true);
    form = new ParameterForm<>(scroll, SearchParameters.class);
    form.addChangeListener(this::showState);
    scroll.setContent(form);
    scroll.addListener(SWT.Resize, event -> fit());
    Composite results = new Composite(sash, SWT.NONE);
    GridLayout layout = new GridLayout();
    layout.marginHeight = 0;
    results.setLayout(layout);
    table = new TrialTable(results, this::take);
    table.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    use = new Button(results, SWT.PUSH);
    use.setText("&Use these settings");
    use.setToolTipText(
        "Train with the settings of the selected trial, or of the best, from now on");
    use.addListener(SWT.Selection, event -> table.selectedOrBest().ifPresent(this::take));
    sash.setWeights(2, 3);
    TrainerListener listener =
        new TrainerListener() {
          @Override
          public void planChanged() {
            showState();
          }
        };
    trainer.addListener(listener);
    addDisposeListener(
        event -> {
          trainer.removeListener(listener);
          cancel();
        });
    showState();
  }

  private void fit() {
    scroll.setMinSize(form.computeSize(Math.max(1, scroll.getClientArea().width), SWT.DEFAULT));
  }

  private void showState() {
    fit();
    Optional<String> obstacle = trainer.obstacle().or(form::problem);
    strip.setStartEnabled(running == null && obstacle.isEmpty());
    use.setEnabled(running == null && table.selectedOrBest().isPresent());
    if (running != null) {
      return;
    }
    if (obstacle.isPresent() && trainer.lacksFeatures()) {
      strip.say(obstacle.get(), "Compute features…");
    } else {
      strip.say(obstacle.orElse(lastText));
    }
  }

  /** Begins a search; nothing happens while one is going on, or if none can be. */
  public void search() {
    if (running != null || trainer.obstacle().or(form::problem).isPresent()) {
      return;
    }
    ProjectSession session = open.session();
    SearchParameters parameters = form.value();
    TrainingSpec spec = trainer.storedSpec();
    table.clear();
    ViewJob<List<Trial>> job =
        new ViewJob<>(
            "Search settings for " + session.name(),
            thread,
            monitor -> search(session, spec, parameters, monitor),
            new Reports());
    running = job;
    strip.setRunning(true);
    strip.say("Reading features and labels …");
    showState();
    thread.deliver(open.settled(), done -> job.schedule(), error -> job.schedule());
  }

  private List<Trial> search(
      ProjectSession session,
      TrainingSpec spec,
      SearchParameters parameters,
      IProgressMonitor monitor)
      throws PatchworkException {
    SettingsSearch search = new SettingsSearch(service, Runtime.getRuntime().availableProcessors());
    return SessionData.use(
        session,
        (data, progress) ->
            search.run(
                spec,
                List.of(),
                parameters,
                data,
                trial -> thread.later(() -> tried(trial)),
                progress),
        monitor);
  }

  private void tried(Trial trial) {
    if (running != null && !isDisposed()) {
      table.add(trial);
    }
  }

  private void take(Trial trial) {
    trainer.setParameters(trial.spec().parameters());
    lastText =
        String.format(Locale.ENGLISH, "Train uses the settings of trial %d.", trial.number());
    showState();
  }

  private void cancel() {
    if (running != null && running.cancel()) { // it had not begun, so it will not report its end
      ended("Cancelled.");
    }
  }

  private void ended(String text) {
    running = null;
    lastText = text;
    if (!isDisposed()) {
      strip.setRunning(false);
      showState();
    }
  }

  /** What a finished search has to say. */
  static String text(List<Trial> trials) {
    Trial best = trials.get(0);
    Trial now = trials.stream().filter(trial -> trial.number() == 1).findFirst().orElseThrow();
    if (trials.size() == 1) {
      return String.format(
          Locale.ENGLISH, "Present settings: %.3f ± %.3f.", best.score(), best.deviation());
    }
    return String.format(
        Locale.ENGLISH,
        "Best of %,d: trial %d with %.3f ± %.3f; the present settings have %s%s.",
        trials.size(),
        best.number(),
        best.score(),
        best.deviation(),
        Tables.figure(now.score()),
        now.inFull() ? "" : " after " + now.epochs() + " epochs");
  }

  RunStrip strip() {
    return strip;
  }

  TrialTable table() {
    return table;
  }

  Button use() {
    return use;
  }

  ParameterForm<SearchParameters> form() {
    return form;
  }

  boolean running() {
    return running != null;
  }

  @Override
  public boolean setFocus() {
    return !strip.isDisposed() && (strip.setFocus() || form.setFocus());
  }

  /** Follows the job. */
  private final class Reports implements ViewJob.Listener<List<Trial>> {
    @Override
    public void progressed(double share, String text) {
      if (running != null) {
        strip.showProgress(share, text);
      }
    }

    @Override
    public void done(List<Trial> trials) {
      if (!isDisposed()) {
        table.show(trials);
      }
      ended(text(trials));
    }

    @Override
    public void cancelled() {
      ended("Cancelled; the trials so far are shown.");
    }

    @Override
    public void failed(String message) {
      ended("");
      if (!isDisposed()) {
        strip.sayFailed(message);
      }
    }
  }
}
