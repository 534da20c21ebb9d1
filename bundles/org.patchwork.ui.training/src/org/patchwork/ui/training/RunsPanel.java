// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.learn.ModelDesignSpec;
import org.patchwork.learn.RunPredictions;
import org.patchwork.project.ProjectSession;
import org.patchwork.project.RunSummary;
import org.patchwork.training.runs.MlflowRun;
import org.patchwork.training.runs.MlflowTracking;
import org.patchwork.training.runs.RunComparison;
import org.patchwork.training.runs.RunRestoration;
import org.patchwork.training.runs.SideChanges;
import org.patchwork.training.runs.TrainedRun;
import org.patchwork.ui.Buttons;
import org.patchwork.ui.EmptyStack;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.OpenProjectListener;
import org.patchwork.ui.Page;
import org.patchwork.ui.PageModel;
import org.patchwork.ui.UiThread;

/**
 * The Runs view: all training runs, and beneath them those that are selected beside each other. A
 * click on a number of changed images shows them in the grid; a run can be restored, with its
 * design, settings and predictions, and runs can be written as an MLflow file store.
 */
public final class RunsPanel extends Composite {
  /** Id under which labels are recorded that were given to images that changed sides. */
  public static final String SOURCE = "runs";

  private static final int MOST_IMAGES = 400;

  private static final Path HOME = Path.of(System.getProperty("user.home"));

  private final OpenProject open;
  private final PageModel page;
  private final Trainer trainer;
  private final UiThread thread;
  private final DesignShelf designs;
  private final EmptyStack stack;
  private final Composite full;
  private final RunList list;
  private final RunDetails details;
  private final Button restore;
  private final Label message;

  public RunsPanel(Composite parent, OpenProject open, PageModel page, Trainer trainer) {
    super(parent, SWT.NONE);
    this.open = open;
    this.page = page;
    this.trainer = trainer;
    this.thread = UiThread.of(this);
    this.designs = new DesignShelf(open, thread, this::say);
    stack = new EmptyStack(this);
    full = new Composite(this, SWT.NONE);
    full.setLayout(new GridLayout(3, false));
    restore =
        Buttons.push(
            full,
            "&Restore",
            "Train the design and settings of the selected run from now on, and show its predictions",
            this::restore);
    Buttons.push(
        full,
        "MLflow…",
        "Add the selected runs to a store or server of MLflow",
        this::exportChosen);
    message = new Label(full, SWT.NONE);
    message.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    SashForm sash = new SashForm(full, SWT.VERTICAL);
    sash.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 3, 1));
    list = new RunList(sash, this::compare);
    details = new RunDetails(sash, this::showImages);
    open.addListener(this, new Events());
    refresh();
  }

  private void refresh() {
    ProjectSession session = open.session();
    if (session == null) {
      stack.empty().say("Open a project to see its training runs.");
      stack.showEmpty();
      return;
    }
    thread.deliver(
        CompletableFuture.supplyAsync(() -> read(session)),
        runs -> take(session, runs),
        error -> ILog.of(RunsPanel.class).warn("The runs could not be read", error));
  }

  /** All runs whose record can be read; the Explorer tells of the others. */
  private static List<TrainedRun> read(ProjectSession session) {
    List<TrainedRun> runs = new ArrayList<>();
    for (RunSummary summary : session.runs()) {
      try {
        runs.add(TrainedRun.read(summary.folder()));
      } catch (ProjectFormatException e) {
        ILog.of(RunsPanel.class).info("Passed over a run: " + e.getMessage());
      }
    }
    return runs;
  }

  private void take(ProjectSession session, List<TrainedRun> runs) {
    if (open.session() != session) {
      return;
    }
    if (runs.isEmpty()) {
      stack
          .empty()
          .say("Every training run is kept and can be compared here.", "Train", trainer::train);
      stack.showEmpty();
      return;
    }
    PredictionTable shown = session.predictions();
    list.show(runs, shown == null ? "" : shown.source());
    stack.show(full);
    compare();
  }

  private void compare() {
    List<TrainedRun> runs = list.selection();
    restore.setEnabled(runs.size() == 1 && trainer.design() != null && !trainer.running());
    if (runs.isEmpty()) {
      return;
    }
    details.show(RunComparison.of(runs));
    if (runs.size() < 2) {
      details.explainSides("Select two runs to see which images they judge differently.");
      return;
    }
    LabelTable labels = open.session().labels();
    thread.deliver(
        CompletableFuture.supplyAsync(() -> sides(labels, runs.getFirst(), runs.getLast())),
        changes -> {
          if (list.selection().equals(runs)) {
            showSides(changes);
          }
        },
        error -> details.explainSides(error.getMessage()));
  }

  private static Optional<List<SideChanges>> sides(
      LabelTable labels, TrainedRun first, TrainedRun last) {
    try {
      Optional<PredictionTable> before = RunPredictions.read(first.folder());
      Optional<PredictionTable> after = RunPredictions.read(last.folder());
      return before.isEmpty() || after.isEmpty()
          ? Optional.empty()
          : Optional.of(SideChanges.of(labels, before.get(), after.get()));
    } catch (ProjectFormatException e) {
      throw new CompletionException(e);
    }
  }

  private void showSides(Optional<List<SideChanges>> changes) {
    if (changes.isPresent()) {
      details.showSides(changes.get());
    } else {
      details.explainSides("One of the runs left no predictions.");
    }
  }

  private void showImages(SideChanges changes, BitSet rows, String text) {
    int[] all = rows.stream().toArray();
    if (all.length == 0) {
      return;
    }
    int[] first = Arrays.copyOf(all, Math.min(MOST_IMAGES, all.length));
    String more =
        first.length < all.length
            ? String.format(Locale.ENGLISH, "; the first %,d are shown", first.length)
            : "";
    page.setFocusClass(changes.classId());
    page.show(Page.of(first, SOURCE, text + more));
  }

  private void restore() {
    TrainedRun run = list.selection().getFirst();
    ProjectSession session = open.session();
    thread.deliver(
        CompletableFuture.supplyAsync(() -> restoration(run)),
        restoration -> {
          if (open.session() == session) {
            restoration.design().ifPresent(design -> train(run, design, restoration));
            restoration.predictions().ifPresent(session::setPredictions);
            say(run.id() + " is in use again.");
          }
        },
        error -> say(error.getMessage()));
  }

  private void train(TrainedRun run, ModelDesignSpec design, RunRestoration restoration) {
    designs.adopt(run.id(), design);
    trainer.setParameters(restoration.parameters());
  }

  private static RunRestoration restoration(TrainedRun run) {
    try {
      return RunRestoration.read(run);
    } catch (ProjectFormatException e) {
      throw new CompletionException(e);
    }
  }

  private void exportChosen() {
    InputDialog dialog =
        new InputDialog(
            getShell(),
            "Add to MLflow",
            "Folder of a file store, for mlflow ui --backend-store-uri, or the address of a server,"
                + " as in http://localhost:5000.",
            trainer.tracking().place(),
            RunsPanel::problem);
    if (dialog.open() == Window.OK) {
      export(dialog.getValue());
    }
  }

  /** What is wrong with a place, or null; an empty one is not said to be wrong, but refused. */
  private static String problem(String place) {
    try {
      MlflowTracking.at(place, HOME);
      return place.isBlank() ? "" : null;
    } catch (IllegalArgumentException e) {
      return e.getMessage();
    }
  }

  /** Adds the selected runs to a store or server. */
  void export(String place) {
    List<MlflowRun> runs = list.selection().stream().map(MlflowRun::of).toList();
    String project = open.session().name();
    say("Adding runs to " + place + " …");
    new ViewJob<>(
            "Add runs to MLflow",
            thread,
            monitor -> MlflowTracking.at(place, HOME).add(project, runs, monitor),
            new Added(place))
        .schedule();
  }

  /** Tells what came of it. */
  private final class Added implements ViewJob.Listener<Integer> {
    private final String place;

    Added(String place) {
      this.place = place;
    }

    @Override
    public void progressed(double share, String text) {
      // a run takes a moment
    }

    @Override
    public void done(Integer added) {
      say(String.format(Locale.ENGLISH, "%,d runs were added to %s.", added, place));
    }

    @Override
    public void cancelled() {
      say("Cancelled; the runs added until then stay.");
    }

    @Override
    public void failed(String text) {
      say(text);
    }
  }

  private void say(String text) {
    if (message.isDisposed()) {
      return; // the view was closed meanwhile
    }
    message.setText(text.replace("&", "&&"));
    message.requestLayout();
  }

  RunList list() {
    return list;
  }

  RunDetails details() {
    return details;
  }

  Button restoreButton() {
    return restore;
  }

  String messageText() {
    return message.getText();
  }

  @Override
  public boolean setFocus() {
    return stack.setFocus(() -> list.table().setFocus());
  }

  /** Follows the open project. */
  private final class Events implements OpenProjectListener {
    @Override
    public void projectChanged() {
      refresh();
    }

    @Override
    public void predictionsChanged() {
      refresh();
    }

    @Override
    public void runsChanged() {
      refresh();
    }
  }
}
