// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.learn.TrainingSpec;
import org.patchwork.model.LabelClass;
import org.patchwork.project.ProjectSession;
import org.patchwork.training.TrainingService;
import org.patchwork.training.search.SearchFolder;
import org.patchwork.training.search.SearchParameters;
import org.patchwork.training.search.SearchRecord;
import org.patchwork.training.search.SettingsSearch;
import org.patchwork.training.search.Trial;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.OpenProjectListener;
import org.patchwork.ui.ParameterForm;
import org.patchwork.ui.UiThread;

/**
 * The Settings Search view: what to try, how to judge, and the table of trials, of which one can be
 * taken over. Trials train on stored features, whatever Train does. A button of its own judges the
 * present settings by cross-validation. Searches are kept in the project and shown again.
 */
public final class SearchPanel extends Composite {
  private static final String DESIGN = "search";

  private final OpenProject open;
  private final Trainer trainer;
  private final TrainingService service;
  private final UiThread thread;
  private final StripJob job;
  private final ParameterForm<SearchParameters> form;
  private final SettingsPane scroll;
  private final SearchResults results;
  private final Button crossValidate;
  private final DesignShelf designs;

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
    job =
        new StripJob(
            this,
            "&Search",
            "search",
            "Try settings for the design and labels of the moment",
            this::search,
            computeFeatures,
            this::showState);
    crossValidate =
        job.strip()
            .add(
                "Cross-&validate",
                "Judge the present settings alone, in the folds chosen here",
                this::crossValidate);
    this.designs = new DesignShelf(open, thread, job.strip()::sayFailed);
    SashForm sash = new SashForm(this, SWT.HORIZONTAL);
    sash.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    scroll = new SettingsPane(sash);
    form = new ParameterForm<>(scroll, SearchParameters.class);
    form.addChangeListener(this::showState);
    scroll.setContent(form);
    results = new SearchResults(sash, this::tell, this::take, this::className);
    sash.setWeights(2, 3);
    Events events = new Events();
    open.addListener(this, events);
    trainer.addListener(this, events);
    showKept();
    showState();
  }

  /** Reads the searches of the open project in the background, and shows the newest. */
  private void showKept() {
    ProjectSession session = open.session();
    results.showKept(List.of());
    if (session != null) {
      thread.deliver(
          CompletableFuture.supplyAsync(() -> read(session)),
          searches -> takeKept(session, searches),
          error -> ILog.of(SearchPanel.class).warn("The searches could not be read", error));
    }
  }

  private static List<SearchRecord> read(ProjectSession session) {
    List<SearchRecord> searches = new ArrayList<>();
    try {
      for (Path file : new SearchFolder(session.folder()).files()) {
        readInto(searches, file);
      }
    } catch (ProjectFormatException e) {
      throw new CompletionException(e);
    }
    return searches;
  }

  /** One that is damaged does not hide the others. */
  private static void readInto(List<SearchRecord> searches, Path file) {
    try {
      searches.add(SearchFolder.read(file));
    } catch (ProjectFormatException e) {
      ILog.of(SearchPanel.class).warn("Passed over a search: " + e.getMessage(), e);
    }
  }

  private void takeKept(ProjectSession session, List<SearchRecord> searches) {
    if (open.session() == session && !job.running() && !isDisposed()) {
      results.showKept(searches);
      showState();
    }
  }

  private String className(String classId) {
    LabelClass found = open.session() == null ? null : open.session().classById(classId);
    return found == null ? "(a class that is gone)" : found.getName();
  }

  /** Says what came of the search that is shown. */
  private void tell(SearchRecord search) {
    job.say(SearchTexts.text(search));
  }

  private void showState() {
    scroll.fit();
    Optional<String> obstacle = trainer.obstacle().or(form::problem);
    job.show(obstacle, trainer.lacksFeatures() ? "Compute features…" : "");
    crossValidate.setEnabled(!job.running() && obstacle.isEmpty());
    results.setUsable(!job.running() && open.session() != null && !open.session().readOnly());
  }

  /** Begins a search; nothing happens while one is going on, or if none can be. */
  public void search() {
    if (!job.running() && trainer.obstacle().or(form::problem).isEmpty()) {
      begin("Search settings for ", form.value());
    }
  }

  /** Judges the present settings by cross-validation, and nothing else. */
  public void crossValidate() {
    if (!job.running() && trainer.obstacle().or(form::problem).isEmpty()) {
      begin("Cross-validate the settings of ", form.value().presentSettings());
    }
  }

  private void begin(String name, SearchParameters parameters) {
    ProjectSession session = open.session();
    TrainingSpec spec = trainer.storedSpec();
    results.clear();
    job.startAfter(
        open.settled(),
        new StripJob.Task<>(
            name + session.name(),
            "Reading features and labels …",
            monitor -> search(session, spec, parameters, monitor),
            search -> add(session, search),
            "Cancelled; the trials so far are shown."));
  }

  private SearchRecord search(
      ProjectSession session,
      TrainingSpec spec,
      SearchParameters parameters,
      IProgressMonitor monitor)
      throws PatchworkException {
    SettingsSearch search = new SettingsSearch(service, Runtime.getRuntime().availableProcessors());
    SearchRecord record =
        SessionData.use(
            session,
            (data, progress) ->
                search.record(
                    spec,
                    List.of(),
                    parameters,
                    data,
                    trial -> thread.later(() -> tried(trial)),
                    progress),
            monitor);
    new SearchFolder(session.folder()).write(record);
    return record;
  }

  private void tried(Trial trial) {
    if (job.running() && !isDisposed()) {
      results.add(trial);
    }
  }

  private String add(ProjectSession session, SearchRecord search) {
    if (open.session() != session) {
      return "";
    }
    results.add(search);
    return SearchTexts.text(search);
  }

  private void take(Trial trial) {
    if (!trial.spec().design().equals(trainer.design())) {
      designs.adopt(DESIGN, trial.spec().design());
    }
    trainer.setParameters(trial.spec().parameters());
    job.say(String.format(Locale.ENGLISH, "Train uses the settings of trial %d.", trial.number()));
  }

  RunStrip strip() {
    return job.strip();
  }

  SearchResults results() {
    return results;
  }

  Button crossValidateButton() {
    return crossValidate;
  }

  ParameterForm<SearchParameters> form() {
    return form;
  }

  boolean running() {
    return job.running();
  }

  @Override
  public boolean setFocus() {
    return !isDisposed() && (job.strip().setFocus() || form.setFocus());
  }

  /** Follows the open project and what is trained next. */
  private final class Events implements OpenProjectListener, TrainerListener {
    @Override
    public void projectChanged() {
      job.forget();
      showKept();
      showState();
    }

    @Override
    public void planChanged() {
      showState();
    }
  }
}
