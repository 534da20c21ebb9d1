// SPDX-License-Identifier: MIT
package org.patchwork.ui;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Widget;
import org.patchwork.core.Catalog;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.core.Voice;
import org.patchwork.image.ImageReader;
import org.patchwork.image.display.DisplaySettings;
import org.patchwork.project.Edit;
import org.patchwork.project.EditOrigin;
import org.patchwork.project.EditResult;
import org.patchwork.project.LabelsChanged;
import org.patchwork.project.ProjectListener;
import org.patchwork.project.ProjectSession;
import org.patchwork.project.backup.AutomaticBackups;
import org.patchwork.project.backup.Backup;
import org.patchwork.project.backup.BackupPolicy;
import org.patchwork.project.labeling.Activity;

/**
 * The project that is open in the workbench, or none. Views listen here and not at the session:
 * what they hear comes on the display thread and only from the project that is open. All edits of
 * the workbench go through {@link #submit}.
 *
 * <p>Used on the display thread only.
 */
public final class OpenProject {
  private final UiThread thread;
  private final Catalog<ImageReader> readers;
  private final Activity activity;
  private final CopyOnWriteArrayList<OpenProjectListener> listeners = new CopyOnWriteArrayList<>();
  private Current current;
  private String annotator; // null for the one the project names
  private Current present; // while current is the past
  private CompletableFuture<?> lastEdit = CompletableFuture.completedFuture(null);

  /** No project yet; nobody tells when the user is at work. */
  public OpenProject(Display display, Catalog<ImageReader> readers) {
    this(display, readers, new Activity(System::nanoTime));
  }

  /**
   * No project yet.
   *
   * @param activity the time the user works; what it takes to an edit is recorded with it
   */
  public OpenProject(Display display, Catalog<ImageReader> readers, Activity activity) {
    this.thread = UiThread.of(display);
    this.readers = Objects.requireNonNull(readers);
    this.activity = Objects.requireNonNull(activity);
  }

  /** The installed readers of images. */
  public Catalog<ImageReader> readers() {
    return readers;
  }

  /** The time the user works on the open project. */
  public Activity activity() {
    return activity;
  }

  public void addListener(OpenProjectListener listener) {
    listeners.addIfAbsent(listener);
  }

  /** Tells the listener as long as the widget lives. */
  public void addListener(Widget owner, OpenProjectListener listener) {
    addListener(listener);
    owner.addDisposeListener(event -> removeListener(listener));
  }

  public void removeListener(OpenProjectListener listener) {
    listeners.remove(listener);
  }

  /** The open project, or null. */
  public ProjectSession session() {
    return current == null ? null : current.session;
  }

  /** Pictures of the open project's images, or null if no project is open. */
  public ProjectPictures pictures() {
    return current == null ? null : current.pictures;
  }

  /**
   * Shows the thumbnails of the open project otherwise in all views; what is trained on is not
   * touched.
   */
  public void showThumbnails(DisplaySettings settings) {
    if (current != null && !current.pictures.display().equals(settings)) {
      current.pictures.setDisplay(settings);
      tell(OpenProjectListener::displayChanged);
    }
  }

  /**
   * Opens a project in the place of the one that is open; from now on it is closed by this object.
   */
  public void open(ProjectSession session) {
    Objects.requireNonNull(session);
    close();
    activity.reset();
    current = new Current(session);
    session.annotators().signAs(annotator());
    tell(OpenProjectListener::projectChanged);
  }

  /**
   * Shows the open project as it was at an earlier moment, read-only, until {@link
   * #returnToPresent()}. The project stays open meanwhile.
   *
   * @param past see {@link org.patchwork.project.EventHistory#lookBack}; closed by this object
   */
  public void look(ProjectSession past) {
    require();
    Current before = current;
    current = new Current(past);
    if (present == null) {
      present = before;
    } else {
      release(before);
    }
    tell(OpenProjectListener::projectChanged);
  }

  /** Shows the open project as it is; does nothing if that is what is shown. */
  public void returnToPresent() {
    if (present != null) {
      Current past = current;
      current = present;
      present = null;
      release(past);
      tell(OpenProjectListener::projectChanged);
    }
  }

  private void release(Current past) {
    thread.deliver(CompletableFuture.runAsync(past::close), done -> {}, this::refused);
  }

  /** The session that is open for work, whether it or its past is shown; null if there is none. */
  public ProjectSession presentSession() {
    return present == null ? session() : present.session;
  }

  /**
   * Closes the project, if one is open. The views let go of it at once; if its last edits cannot be
   * written, it is open again and the views say why.
   *
   * @return completes when everything is written and the project's files are free
   */
  public CompletableFuture<Void> close() {
    if (current == null) {
      return CompletableFuture.completedFuture(null);
    }
    returnToPresent();
    Current closing = current;
    current = null;
    tell(OpenProjectListener::projectChanged);
    CompletableFuture<Void> closed = CompletableFuture.runAsync(closing::close);
    thread.deliver(closed, done -> {}, error -> keepOpen(closing, error));
    return closed;
  }

  /**
   * Edits the open project. The change is seen when the event comes back, not before. If the
   * project says so, labels that follow from those of the edit are set along with them, as one
   * step.
   *
   * @param source what made the user do it: id of the sampler that brought the images up, or {@code
   *     "keyboard"}; recorded
   * @return completes when the edit is durable; failures are told to the listeners as well
   * @throws IllegalStateException if no project is open
   */
  public CompletableFuture<EditResult> submit(Edit edit, String source) {
    ProjectSession session = require();
    return follow(
        session.submit(
            completed(session, edit), new EditOrigin(annotator(), source, activity.takeMillis())));
  }

  private static Edit completed(ProjectSession session, Edit edit) {
    return session.model().getSchema().isWithImplied()
        ? session.implications().complete(edit)
        : edit;
  }

  /**
   * Who labels: as set, else as the project says. Empty if neither says anything, or no project is
   * open.
   */
  public String annotator() {
    if (annotator != null) {
      return annotator;
    }
    String named = current == null ? null : current.session.model().getAnnotator();
    return named == null ? "" : named;
  }

  /**
   * Says who labels from now on, until the program ends, in whatever project.
   *
   * @param name null for the one that each project names
   * @throws IllegalArgumentException if the name cannot be one, see {@link Voice}
   */
  public void setAnnotator(String name) {
    annotator = name == null ? null : Voice.of(name.strip()).annotator();
    if (current != null) {
      current.session.annotators().signAs(annotator());
    }
    tell(OpenProjectListener::annotatorChanged);
  }

  /** Undoes the last edit. */
  public CompletableFuture<EditResult> undo() {
    return follow(require().undo());
  }

  /** Does again what was undone last. */
  public CompletableFuture<EditResult> redo() {
    return follow(require().redo());
  }

  /**
   * Completes when every edit made so far is durable or has failed, so that a draw sees all labels
   * given before it.
   */
  public CompletableFuture<Void> settled() {
    return lastEdit.handle((result, error) -> null);
  }

  private ProjectSession require() {
    if (current == null) {
      throw new IllegalStateException("No project is open.");
    }
    return current.session;
  }

  private CompletableFuture<EditResult> follow(CompletableFuture<EditResult> edit) {
    lastEdit = CompletableFuture.allOf(settled(), edit.handle((result, error) -> null));
    thread.deliver(edit, result -> {}, this::refused);
    return edit;
  }

  private void refused(Throwable error) {
    if (!(error instanceof PatchworkException)) {
      ILog.of(OpenProject.class).error("The project could not be changed", error);
    }
    String message = error.getMessage() == null ? error.toString() : error.getMessage();
    tell(listener -> listener.editRefused(message));
  }

  private void keepOpen(Current unclosed, Throwable error) {
    if (current == null) {
      unclosed.startBackups();
      current = unclosed;
      tell(OpenProjectListener::projectChanged);
    }
    refused(error);
  }

  private void tell(Consumer<OpenProjectListener> event) {
    listeners.forEach(event);
  }

  /** The session that is open, its pictures, and the way from its events to the display thread. */
  private final class Current implements ProjectListener {
    private final ProjectSession session;
    private final ProjectPictures pictures;
    private AutomaticBackups backups; // null if the project is read-only

    Current(ProjectSession session) {
      this.session = session;
      this.pictures =
          new ProjectPictures(
              session, readers, remark -> forward(listener -> listener.picturesRemarked(remark)));
      session.addListener(this);
      startBackups();
    }

    void startBackups() {
      if (!session.readOnly()) {
        backups = AutomaticBackups.start(session, BackupPolicy.DEFAULT, new BackupEvents(this));
      }
    }

    void close() {
      if (backups != null) {
        backups.close();
      }
      try {
        session.close();
      } catch (ProjectFormatException e) {
        throw new CompletionException(e);
      }
      session.removeListener(this);
      pictures.close();
    }

    private void forward(Consumer<OpenProjectListener> event) {
      thread.later(
          () -> {
            if (current == this) {
              tell(event);
            }
          });
    }

    @Override
    public void labelsChanged(LabelsChanged event) {
      forward(listener -> listener.labelsChanged(event));
    }

    @Override
    public void votesChanged() {
      forward(OpenProjectListener::votesChanged);
    }

    @Override
    public void classesChanged() {
      forward(OpenProjectListener::classesChanged);
    }

    @Override
    public void settingsChanged() {
      forward(OpenProjectListener::settingsChanged);
    }

    @Override
    public void predictionsChanged() {
      forward(OpenProjectListener::predictionsChanged);
    }

    @Override
    public void featuresChanged() {
      forward(OpenProjectListener::featuresChanged);
    }

    @Override
    public void runsChanged() {
      forward(OpenProjectListener::runsChanged);
    }

    @Override
    public void writeFailed(String message) {
      forward(listener -> listener.writeFailed(message));
    }

    @Override
    public void writeRecovered() {
      forward(OpenProjectListener::writeRecovered);
    }
  }

  private record BackupEvents(Current project) implements AutomaticBackups.Listener {
    @Override
    public void made(Backup backup) {
      project.forward(listener -> listener.backupMade(backup));
    }

    @Override
    public void failed(String message) {
      project.forward(listener -> listener.backupFailed(message));
    }
  }
}
