// SPDX-License-Identifier: MIT
package org.patchwork.project;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.eclipse.core.commands.operations.IOperationHistory;
import org.eclipse.core.commands.operations.IUndoContext;
import org.eclipse.core.commands.operations.IUndoableOperation;
import org.eclipse.core.commands.operations.OperationHistoryFactory;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.image.BuiltInReaders;
import org.patchwork.image.ImageLoader;
import org.patchwork.image.ImageReference;
import org.patchwork.image.ImageSource;
import org.patchwork.image.ReferenceImages;
import org.patchwork.internal.project.ImagePlaces;
import org.patchwork.internal.project.OpenedProject;
import org.patchwork.internal.project.ProjectOpener;
import org.patchwork.model.LabelClass;
import org.patchwork.model.Project;
import org.patchwork.project.classes.Implications;
import org.patchwork.project.classes.RemovedClass;

/**
 * An open project: the only writer of its labels, classes and settings.
 *
 * <p>What it hands out are immutable snapshots, to be read on any thread without waiting. Edits go
 * to one writer thread, and are acknowledged when they are on disk. Nothing here touches the disk
 * on the caller's thread unless it says so.
 */
public final class ProjectSession implements AutoCloseable {
  final OpenedProject project; // also for what this package takes out of this class
  private final SamplingMemory sampling;

  ProjectSession(OpenedProject project) {
    this.project = project;
    this.sampling = new SamplingMemory(project);
  }

  /**
   * Makes a project in a folder that does not hold one yet, and opens it for writing. Reads and
   * writes the disk.
   *
   * @param folder is made if it does not exist
   * @throws ProjectFormatException if it holds a project or cannot be written; says what to do
   */
  public static ProjectSession create(Path folder, NewProject draft, IProgressMonitor monitor)
      throws ProjectFormatException {
    ProjectOpener.create(folder, draft);
    return open(folder, Access.READ_WRITE, monitor);
  }

  /**
   * Opens a project, with the history of the workbench for undo. Reads the disk: seconds for
   * millions of images.
   *
   * @param folder the project folder, or its {@code project.patchwork}
   * @throws ProjectLockedException if someone else has it open for writing; reading is still
   *     possible
   * @throws ProjectFormatException if it is no project, damaged, or made by a newer version; says
   *     what to do
   */
  public static ProjectSession open(Path folder, Access access, IProgressMonitor monitor)
      throws ProjectFormatException {
    return open(
        folder,
        access,
        OperationHistoryFactory.getOperationHistory(),
        InstantSource.system(),
        monitor);
  }

  /** As the other method, with a history and a clock of the caller. */
  public static ProjectSession open(
      Path folder,
      Access access,
      IOperationHistory history,
      InstantSource clock,
      IProgressMonitor monitor)
      throws ProjectFormatException {
    return new ProjectSession(new ProjectOpener(folder, history, clock).open(access, monitor));
  }

  /** The project folder. */
  public Path folder() {
    return project.folder();
  }

  /** Name shown to people. */
  public String name() {
    return model().getName();
  }

  public boolean readOnly() {
    return project.readOnly();
  }

  /** What was repaired or found when the project was opened, one sentence each; mostly empty. */
  public List<String> openingReport() {
    return project.report();
  }

  /**
   * The settings. A new object after every change; must not be changed, see {@link
   * #updateSettings}.
   */
  public Project model() {
    return project.models().model();
  }

  /**
   * Changes settings other than the classes: applies the change to a copy, saves and shows it. Not
   * undoable.
   *
   * @param change called on the writer thread with a copy of the model; what it does to the classes
   *     is ignored
   * @return completes when it is saved
   */
  public CompletableFuture<Void> updateSettings(Consumer<Project> change) {
    return project.updateSettings(change);
  }

  /** The classes in order; must not be changed, but by edits. */
  public List<LabelClass> classes() {
    return model().getSchema().getClasses();
  }

  /** The class with this stable id, or null. */
  public LabelClass classById(String id) {
    return classes().stream().filter(c -> c.getId().equals(id)).findFirst().orElse(null);
  }

  /** The class with this name, or null. */
  public LabelClass classByName(String name) {
    return classes().stream().filter(c -> c.getName().equals(name)).findFirst().orElse(null);
  }

  /** The classes in the trash, oldest first; {@link Edit.RestoreClass} brings one back. */
  public List<RemovedClass> removedClasses() {
    return project.removedClasses();
  }

  /** The rules between the classes as they are now. */
  public Implications implications() {
    return Implications.of(model().getSchema());
  }

  /** The labels as they are now; never waits. */
  public LabelTable labels() {
    return project.labels();
  }

  /**
   * Does an edit soon.
   *
   * @return completes on the writer thread when the edit is durable and visible; exceptionally with
   *     {@link ProjectFormatException} if it cannot be done. If the disk refused it, it is kept and
   *     tried again before the next edit and by {@link #retryFailed()}.
   */
  public CompletableFuture<EditResult> submit(Edit edit, EditOrigin origin) {
    return project.submit(edit, origin);
  }

  /**
   * What an edit would do to the labels as they are now; changes nothing. Works on the caller's
   * thread, reads the disk only where the answers of annotators matter, but takes time proportional
   * to the rows it looks at: not for the display thread. Of a class that comes back from the trash
   * the labels are not counted, see {@link #removedClasses()}. Open projects that may only be read
   * can be asked, too.
   *
   * @throws ProjectFormatException if the edit cannot be done; says why and what to do
   */
  public EditPreview preview(Edit edit) throws ProjectFormatException {
    return project.preview(edit);
  }

  /** Does an edit and waits until it is durable; never on the display thread. */
  public EditResult apply(Edit edit, EditOrigin origin) throws ProjectFormatException {
    return project.await(() -> submit(edit, origin));
  }

  /** Takes the newest edit back, also one of an earlier session; then durable and visible. */
  public CompletableFuture<EditResult> undo() {
    return project.step(LabelsChanged.Kind.UNDO);
  }

  /** Does again what was undone last. */
  public CompletableFuture<EditResult> redo() {
    return project.step(LabelsChanged.Kind.REDO);
  }

  public boolean canUndo() {
    return history().canUndo(undoContext());
  }

  public boolean canRedo() {
    return history().canRedo(undoContext());
  }

  /** What {@link #undo()} would take back, in words, or null. */
  public String undoLabel() {
    return label(history().getUndoOperation(undoContext()));
  }

  /** What {@link #redo()} would do again, in words, or null. */
  public String redoLabel() {
    return label(history().getRedoOperation(undoContext()));
  }

  private static String label(IUndoableOperation operation) {
    return operation == null ? null : operation.getLabel();
  }

  /** The context of this session's edits in the {@link #history()}. */
  public IUndoContext undoContext() {
    return project.undoContext();
  }

  /**
   * The history that holds the last of this session's edits. Undo and redo through the session,
   * which fetches more from the log when those here are used up.
   */
  public IOperationHistory history() {
    return project.history();
  }

  /** Everything that was ever done in the project. */
  public EventHistory events() {
    return new EventHistory(project);
  }

  /** The event behind which this session shows the project, or null if it shows the present. */
  public ProjectEvent lookingAt() {
    return project.lookingAt();
  }

  /** What was drawn before, and the filters that were saved. */
  public SamplingMemory sampling() {
    return sampling;
  }

  /** Who labels here, and what each of them said. */
  public Annotators annotators() {
    return new Annotators(project);
  }

  /** Number of edits that were refused by the disk and wait to be tried again. */
  public int failedEdits() {
    return project.failedEdits();
  }

  /** Tries edits again that could not be written; true if all are durable now. */
  public CompletableFuture<Boolean> retryFailed() {
    return project.retryFailed();
  }

  public void addListener(ProjectListener listener) {
    project.listeners().add(listener);
  }

  public void removeListener(ProjectListener listener) {
    project.listeners().remove(listener);
  }

  /** The image of a row: its file, resolved against the image root, and its window. */
  public ImageReference image(int row) {
    return project.relocation().places().reference(labels().path(row));
  }

  /** The folder against which relative image paths are resolved. */
  public Path imageRoot() {
    return project.relocation().places().root();
  }

  /** All images there are now, read with the readers that come with Patchwork. */
  public ImageSource images() {
    return images(new ImageLoader(BuiltInReaders.catalog()));
  }

  /** All images there are now. */
  public ImageSource images(ImageLoader loader) {
    LabelTable table = labels();
    ImagePlaces places = project.relocation().places();
    return new ReferenceImages(loader, table.rows(), row -> places.reference(table.path(row)));
  }

  /** Paths of other renderings of the images by row, for those that have one. Reads the disk. */
  public Map<Integer, String> viewPaths() throws ProjectFormatException {
    return project.viewPaths();
  }

  /** The predictions shown now, or null. */
  public PredictionTable predictions() {
    return project.derived().predictions();
  }

  /**
   * Shows these predictions from now on; if they are those of a run, they come back when the
   * project is opened.
   */
  public void setPredictions(PredictionTable predictions) {
    project.derived().setPredictions(predictions);
  }

  /** The features that are trained on, or null. */
  public FeatureSet activeFeatures() {
    return project.derived().features().active();
  }

  /** All finished feature sets, by name. */
  public List<FeatureSet> featureSets() {
    return project.derived().features().all();
  }

  /** Makes the feature set the one that is trained on; reads the features folder again. */
  public void activateFeatures(String id) throws ProjectFormatException {
    project.derived().activateFeatures(id);
  }

  /**
   * Takes over features computed elsewhere: copies the array into a new feature set.
   *
   * @param file a {@code .npy} file with one row per image, in table order
   * @throws ProjectFormatException if the number of rows is wrong or a value is not finite; names
   *     the row
   */
  public FeatureSet importFeatures(Path file, String id, IProgressMonitor monitor)
      throws ProjectFormatException {
    return project.derived().importFeatures(file, id, monitor);
  }

  /**
   * The training runs, oldest first; reads the runs folder. A run whose record is damaged is listed
   * with its problem.
   *
   * @throws java.io.UncheckedIOException if the folder is there but cannot be listed
   */
  public List<RunSummary> runs() {
    return project.derived().runs().list();
  }

  /**
   * Removes a run from the disk, for good: record, model, predictions and logs. If its predictions
   * are shown, there are none afterwards. Labels are never touched. Writes the disk.
   *
   * @throws ProjectFormatException if there is no such run, or the project is open read-only
   */
  public void deleteRun(String id) throws ProjectFormatException {
    project.derived().deleteRun(id);
  }

  /**
   * Removes a feature set from the disk, for good; it can be computed again. Writes the disk.
   *
   * @throws ProjectFormatException if there is no such set, it is the active one, or the project is
   *     open read-only
   */
  public void deleteFeatures(String id) throws ProjectFormatException {
    project.derived().deleteFeatures(id);
  }

  /** Tells listeners to look at {@link #runs()} again. */
  public void runsChanged() {
    project.listeners().tell(ProjectListener::runsChanged);
  }

  /** A folder for a new run, {@code runs/<time>-<name>}; does not exist yet, its parent does. */
  public Path newRunFolder(String name) throws ProjectFormatException {
    return project.derived().runs().newFolder(name);
  }

  /** The folder of a feature set, {@code features/<id>}; made if it does not exist. */
  public Path newFeatureFolder(String id) throws ProjectFormatException {
    return project.derived().features().newFolder(id);
  }

  /**
   * Writes what is still to be written and gives the lock back. Waits for the disk.
   *
   * @throws ProjectFormatException if edits could not be written; the session stays open, see
   *     {@link #retryFailed()} and {@link #discard()}
   */
  @Override
  public void close() throws ProjectFormatException {
    project.close(false);
  }

  /** Closes even if edits could not be written; they are lost. */
  public void discard() throws ProjectFormatException {
    project.close(true);
  }
}
