// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.core.commands.operations.IOperationHistory;
import org.eclipse.core.commands.operations.IUndoContext;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.LabelTable;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.core.VoteTable;
import org.patchwork.model.Project;
import org.patchwork.project.Edit;
import org.patchwork.project.EditOrigin;
import org.patchwork.project.EditPreview;
import org.patchwork.project.EditResult;
import org.patchwork.project.LabelsChanged;
import org.patchwork.project.ProjectEvent;
import org.patchwork.project.ProjectListener;
import org.patchwork.project.VotePolicy;
import org.patchwork.project.classes.RemovedClass;

/** The parts of an open project, put together. */
public final class OpenedProject {
  private final Path folder;
  private final ProjectLock lock; // null if read-only
  private final LabelDatabase database; // null if read-only: all was read at the start
  private final ModelStore models;
  private final EditQueue queue;
  private final EditExecutor executor;
  private final SessionListeners listeners;
  private final IOperationHistory history;
  private final IUndoContext context;
  private List<String> report = List.of();
  private final DerivedData derived;
  private final ImageRelocation relocation;
  private Map<Integer, String> viewPaths = Map.of(); // of a read-only project
  private List<TrashedClass> trash = List.of(); // of a read-only project
  private final InstantSource clock;
  private ProjectEvent lookingAt; // null unless this is the past
  private volatile boolean closed;

  OpenedProject(
      Path folder,
      ProjectLock lock,
      LabelDatabase database,
      ModelStore models,
      Moment moment,
      IOperationHistory history,
      InstantSource clock) {
    this.folder = folder;
    this.lock = lock;
    this.database = database;
    this.models = models;
    this.history = history;
    this.clock = clock;
    this.listeners = new SessionListeners();
    this.context = new ProjectUndoContext(models);
    this.queue =
        new EditQueue(
            "Patchwork writer of " + folder.getFileName(), new WriterEvents(listeners, database));
    this.executor =
        new EditExecutor(database, models, queue, listeners, clock, history, context, moment);
    this.derived = new DerivedData(this, clock);
    this.relocation = new ImageRelocation(this);
  }

  /** Puts the edits of earlier sessions into the history. */
  void restoreHistory() throws ProjectFormatException {
    executor.restoreHistory();
  }

  void loadForReading(LabelDatabase store) throws ProjectFormatException {
    viewPaths = store.viewPaths(labels().rows());
    trash = store.entries();
  }

  /** Loads what can be made or found again, so that nothing wrong with it keeps one out. */
  void loadActive(LabelDatabase store, List<String> problems) throws ProjectFormatException {
    derived.load(store, problems);
    relocation.load(store, problems); // last: it may write
    report = List.copyOf(problems);
  }

  public Path folder() {
    return folder;
  }

  java.sql.Connection connection() {
    return database.connection();
  }

  /** This project, read-only, with the state behind an event. */
  OpenedProject asOf(ProjectEvent event, ProjectState past) {
    ModelStore pastModels = models.withClasses(past.classes());
    Moment then = new Moment(past, event.batch());
    OpenedProject opened = new OpenedProject(folder, null, null, pastModels, then, history, clock);
    opened.lookingAt = event;
    return opened;
  }

  /** The event behind which this project is looked at, or null if it is the present. */
  public ProjectEvent lookingAt() {
    return lookingAt;
  }

  /**
   * Reads the store over a connection of its own, on the caller's thread and beside the writer; all
   * that is asked at once is of one moment.
   */
  public <T> T readStore(StoreQuery<T> query) throws ProjectFormatException {
    return query.ask(folder, !readOnly());
  }

  /**
   * Reads the store behind all writing that was begun before, so that nobody misses what he has
   * just written. Not for listeners, which are called while something is written.
   */
  public <T> T readWritten(StoreQuery<T> query) throws ProjectFormatException {
    if (readOnly() || closed) {
      return readStore(query);
    }
    return await(() -> queue.read(() -> readStore(query)));
  }

  public boolean readOnly() {
    return database == null;
  }

  public List<String> report() {
    return report;
  }

  public ModelStore models() {
    return models;
  }

  /** The state and the event it stands behind. */
  Moment moment() {
    return executor.moment();
  }

  /** Number of the newest event. */
  public long lastEvent() {
    return executor.moment().batch();
  }

  public LabelTable labels() {
    return executor.state().labels();
  }

  public SessionListeners listeners() {
    return listeners;
  }

  public IOperationHistory history() {
    return history;
  }

  public IUndoContext undoContext() {
    return context;
  }

  /** Features, runs and predictions. */
  public DerivedData derived() {
    return derived;
  }

  /** Where the images are. */
  public ImageRelocation relocation() {
    return relocation;
  }

  public CompletableFuture<EditResult> submit(Edit edit, EditOrigin origin) {
    return write(() -> executor.apply(edit, origin), true);
  }

  /** What an edit would do now; on any thread. */
  public EditPreview preview(Edit edit) throws ProjectFormatException {
    if (edit instanceof Edit.RestoreTo restore) {
      return LookBack.preview(this, restore.batch());
    }
    ProjectState state = executor.state();
    if (state.policy() == VotePolicy.MAJORITY || edit instanceof Edit.SetVotePolicy) {
      return readStore(store -> preview(edit, state, store.votes()));
    }
    return preview(edit, state, VoteReader.NONE); // the last answer needs no others
  }

  private EditPreview preview(Edit edit, ProjectState state, VoteReader votes)
      throws ProjectFormatException {
    boolean exclusive = models.model().getSchema().isExclusive();
    Electorate electorate = new Electorate(models.model().getAnnotator(), exclusive, votes);
    RemovedClasses removed = RemovedClasses.named(trash());
    return Previews.of(EditPlanner.plan(edit, state, removed, electorate), state);
  }

  /** Classes that were removed, oldest class first. */
  public List<RemovedClass> removedClasses() {
    return trash().stream().map(TrashedClass::toPublic).toList();
  }

  private List<TrashedClass> trash() {
    return readOnly() ? trash : database.entries();
  }

  public CompletableFuture<EditResult> step(LabelsChanged.Kind kind) {
    return write(() -> executor.step(kind), false);
  }

  public void signAs(String annotator) {
    executor.signAs(annotator);
  }

  public VotePolicy votePolicy() {
    return executor.state().policy();
  }

  /** The votes on disk, read through a connection of its own. */
  public VoteTable votes(IProgressMonitor monitor) throws ProjectFormatException {
    return readStore(store -> store.votes().load(executor.state(), monitor));
  }

  /** Changes the settings, see the session. */
  public CompletableFuture<Void> updateSettings(Consumer<Project> change) {
    return write(
        () -> {
          models.update(change);
          relocation.settingsChanged();
          listeners.tell(ProjectListener::settingsChanged);
          return null;
        },
        false);
  }

  /** Remembers a setting that is no edit, behind all edits so far. */
  CompletableFuture<Void> remember(String key, String value) {
    return writeStore(
        store -> {
          store.putSetting(key, value);
          return null;
        });
  }

  private <T> CompletableFuture<T> write(EditQueue.Work<T> work, boolean keep) {
    if (readOnly() || closed) {
      String state =
          closed
              ? " is closed."
              : lookingAt != null
                  ? " is shown as it was; go back to the present to change it."
                  : " is open read-only; close it and open it for writing to change it.";
      return CompletableFuture.failedFuture(
          new ProjectFormatException("The project " + folder + state));
    }
    return queue.submit(work, keep);
  }

  /** Writes what is no edit; tried again until the disk takes it. */
  public <T> CompletableFuture<T> writeStore(StoreQuery<T> work) {
    return write(() -> database.write(work), true);
  }

  void requireWritable() throws ProjectFormatException {
    if (readOnly() || closed) {
      throw new ProjectFormatException("The project " + folder + " is not open for writing.");
    }
  }

  /**
   * Begins something and waits for its result; exceptions come out as they were.
   *
   * @throws IllegalStateException if the caller is the writer itself, as listeners are; then
   *     nothing is begun
   */
  public <T> T await(Supplier<CompletableFuture<T>> begun) throws ProjectFormatException {
    if (queue.onWriterThread()) {
      throw new IllegalStateException("A listener must not wait for an edit; submit it instead");
    }
    return EditQueue.await(begun.get());
  }

  public int failedEdits() {
    return queue.keptCount();
  }

  /** Tries again what could not be written. */
  public CompletableFuture<Boolean> retryFailed() {
    CompletableFuture<Boolean> saved =
        write(
            () -> {
              models.save();
              return true;
            },
            false);
    return saved.exceptionally(e -> false);
  }

  public Map<Integer, String> viewPaths() throws ProjectFormatException {
    if (readOnly()) {
      return viewPaths;
    } else if (closed) {
      throw new ProjectFormatException("The project " + folder + " is closed.");
    }
    return await(() -> queue.read(() -> database.viewPaths(labels().rows())));
  }

  /**
   * Closes; with edits that cannot be written only if they may be lost. Who closes while another
   * thread does waits for that one.
   */
  public synchronized void close(boolean loseEdits) throws ProjectFormatException {
    if (closed) {
      return;
    }
    if (!readOnly()) {
      boolean saved = await(this::retryFailed);
      if (!saved && !loseEdits) {
        throw new ProjectFormatException(
            queue.keptCount()
                + " edits of the project "
                + folder
                + " could not be saved. Make the disk writable and try again, or discard them.");
      }
    }
    closed = true;
    queue.close();
    history.dispose(context, true, true, false);
    if (!readOnly()) {
      release();
    }
  }

  private void release() throws ProjectFormatException {
    try (lock) { // given back even if the database cannot be closed
      database.close();
    } catch (IOException e) {
      throw new ProjectFormatException(
          "The lock of " + folder + " could not be given back: " + e.getMessage(), e);
    }
  }
}
