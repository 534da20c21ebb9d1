// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.commands.operations.IOperationHistory;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.model.ModelFactory;
import org.patchwork.model.Project;
import org.patchwork.project.Access;
import org.patchwork.project.NewProject;

/** Makes and opens project folders, repairing what can be repaired. */
public final class ProjectOpener {
  private final Path folder;
  private final IOperationHistory history;
  private final InstantSource clock;
  private final ProjectFile file;

  /**
   * An opener of one project.
   *
   * @param folderOrFile the project folder, or the project file in it
   */
  public ProjectOpener(Path folderOrFile, IOperationHistory history, InstantSource clock) {
    Path given = folderOrFile.toAbsolutePath().normalize();
    this.folder = Files.isRegularFile(given) ? given.getParent() : given;
    this.history = history;
    this.clock = clock;
    this.file = new ProjectFile(folder);
  }

  /** Writes an empty project into a folder. */
  public static void create(Path folder, NewProject draft) throws ProjectFormatException {
    if (Files.exists(folder.resolve(ProjectFile.FILE_NAME))) {
      throw new ProjectFormatException(
          "The folder " + folder + " holds a project already. Open it, or choose another folder.");
    }
    if (Files.exists(folder.resolve(LabelDatabase.FILE_NAME))) {
      throw new ProjectFormatException(
          "The folder "
              + folder
              + " holds the labels of a project, but not its project.patchwork. Put that back from"
              + " a backup, or choose another folder.");
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new ProjectFormatException(
          "The project folder "
              + folder
              + " cannot be made ("
              + e.getMessage()
              + "). Choose another place.",
          e);
    }
    // The project file comes last: a folder without it is no project yet, should the program die
    // now.
    try {
      StoreOpener.create(folder).close();
      new ProjectFile(folder).write(model(folder, draft));
    } catch (ProjectFormatException e) {
      removeEmptyStore(folder, e);
      throw e;
    }
  }

  private static void removeEmptyStore(Path folder, ProjectFormatException cause) {
    try {
      for (String suffix : new String[] {"", "-wal", "-shm"}) {
        Files.deleteIfExists(folder.resolve(LabelDatabase.FILE_NAME + suffix));
      }
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }

  private static Project model(Path folder, NewProject draft) {
    Project model = ModelDefaults.complete(ModelFactory.eINSTANCE.createProject());
    model.setName(draft.name());
    model.setAnnotator(draft.annotator());
    model.getSchema().setExclusive(draft.exclusive());
    model.setImageRoot(ImageRoot.toText(folder, draft.imageRoot()));
    return model;
  }

  /** Opens the project. */
  public OpenedProject open(Access access, IProgressMonitor monitor) throws ProjectFormatException {
    ProjectFile.Content content =
        file.read(); // before anything is made in a folder that may be no project
    if (access == Access.READ_ONLY) {
      return openReadOnly(new ModelStore(file, content.model()), monitor);
    }
    ProjectLock lock = ProjectLock.acquire(folder);
    try {
      return openWriting(lock, monitor);
    } catch (ProjectFormatException | RuntimeException e) {
      try {
        lock.close();
      } catch (IOException failed) {
        e.addSuppressed(failed);
      }
      throw e;
    }
  }

  private OpenedProject openReadOnly(ModelStore models, IProgressMonitor monitor)
      throws ProjectFormatException {
    boolean writing = writerActive();
    OpenedProject project = load(writing, models, monitor);
    if (!writing && writerActive()) { // began while we were reading
      return load(true, models, monitor);
    }
    return project;
  }

  private boolean writerActive() throws ProjectFormatException {
    try {
      return ProjectLock.held(folder);
    } catch (IOException e) {
      throw new ProjectFormatException(
          "The project folder " + folder + " cannot be read: " + e.getMessage(), e);
    }
  }

  private OpenedProject load(boolean writing, ModelStore models, IProgressMonitor monitor)
      throws ProjectFormatException {
    try (LabelDatabase database = StoreOpener.openReadOnly(folder, writing)) {
      ProjectState state = database.load(monitor);
      models.showClasses(state.classes());
      OpenedProject project =
          new OpenedProject(folder, null, null, models, database.moment(state), history, clock);
      project.loadActive(database, new ArrayList<>());
      project.loadForReading(database);
      return project;
    }
  }

  private OpenedProject openWriting(ProjectLock lock, IProgressMonitor monitor)
      throws ProjectFormatException {
    List<String> report = new ArrayList<>();
    ProjectFile.Content content = file.read();
    if (file.outdated(content)) {
      file.upgrade(content);
      report.add(
          "The project file was lifted to the present format; the old one was kept beside it.");
    }
    boolean died = lock.diedHolder() != null;
    if (died) {
      report.add(
          "The project was not closed properly by "
              + lock.diedHolder()
              + "; no saved label was lost.");
    }
    ModelStore models = new ModelStore(file, content.model());
    try {
      return openWriting(lock, died, models, report, monitor);
    } catch (DamagedStoreException e) {
      StoreSalvage.repair(folder.resolve(LabelDatabase.FILE_NAME), report);
      return openWriting(lock, true, models, report, monitor);
    }
  }

  private OpenedProject openWriting(
      ProjectLock lock,
      boolean suspicious,
      ModelStore models,
      List<String> report,
      IProgressMonitor monitor)
      throws ProjectFormatException {
    LabelDatabase database = StoreOpener.open(folder, suspicious);
    try {
      ProjectState state = database.load(monitor);
      if (!models.shows(state.classes())) {
        models.setClasses(state.classes());
        report.add(
            "The list of classes in project.patchwork was brought up to date from the label"
                + " store.");
      }
      OpenedProject project =
          new OpenedProject(folder, lock, database, models, database.moment(state), history, clock);
      project.restoreHistory();
      project.loadActive(database, report);
      return project;
    } catch (ProjectFormatException | RuntimeException e) {
      database.close();
      throw e;
    }
  }
}
