// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.cli.CommandContext;
import org.patchwork.cli.CommandResult;
import org.patchwork.cli.Invocation;
import org.patchwork.core.Param;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.internal.cli.EditingCommand;
import org.patchwork.internal.cli.Projects;
import org.patchwork.internal.cli.SourceImages;
import org.patchwork.project.Edit;
import org.patchwork.project.EditResult;
import org.patchwork.project.ImportResult;
import org.patchwork.project.NewProject;
import org.patchwork.project.ProjectImport;
import org.patchwork.project.ProjectSession;
import org.patchwork.project.Tiling;

/** Brings images, classes and labels into a project. */
public final class ImportCommand implements EditingCommand<ImportCommand.Parameters> {
  private static final int READ_WORK = 80;
  private static final int WRITE_WORK = 20;

  /** Where labels come from. */
  public enum Labels {
    NONE,
    FOLDERS
  }

  /** Options. */
  public record Parameters(
      @Param(label = "Project", help = "Folder of the project; made if there is none.")
          String project,
      @Param(
              label = "Images",
              help = "Folder of the images. A new project reads its relative paths from here.")
          String images,
      @Param(
              label = "Labels",
              help = "\"folders\" to take the first folder below the images as the class.")
          Labels labels,
      @Param(
              label = "CSV",
              help =
                  "A label file as pandas writes it: filepath, exclude, validation, subset,"
                      + " classes.")
          String csv,
      @Param(label = "List", help = "A text file with one path a line.") String list,
      @Param(
              label = "Tile",
              help = "Cut images into windows of so many pixels; 0 takes them whole.",
              min = 0,
              max = 65536)
          int tile,
      @Param(
              label = "Stride",
              help = "Pixels from one window to the next; 0 for the size of a window.",
              min = 0,
              max = 65536)
          int stride,
      @Param(label = "Name", help = "Name of a new project; else the name of its folder.")
          String name,
      @Param(
              label = "Implied",
              help = "Sets unknown labels that follow by groups and parents, in the same step.")
          boolean implied) {
    public Parameters() {
      this("", "", Labels.NONE, "", "", 0, 0, "", false);
    }

    Tiling tiling() {
      return tile == 0 ? null : new Tiling(tile, tile, stride == 0 ? tile : stride);
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public CommandResult run(Invocation<Parameters> invocation, IProgressMonitor monitor)
      throws PatchworkException {
    Parameters parameters = invocation.parameters();
    CommandContext context = invocation.context();
    Path folder = context.path(parameters.project());
    SubMonitor progress = SubMonitor.convert(monitor, READ_WORK + WRITE_WORK);
    if (Projects.exists(folder)) {
      try (ProjectSession session = Projects.open(context, parameters.project(), null)) {
        Path root = session.imageRoot();
        ImportResult found = find(parameters, context, root, progress.split(READ_WORK));
        return bringIn(session, found, parameters.implied(), context, progress.split(WRITE_WORK));
      }
    }
    Path root = imageRoot(parameters, context);
    ImportResult found = find(parameters, context, root, progress.split(READ_WORK));
    String name = parameters.name().isBlank() ? folder.getFileName().toString() : parameters.name();
    NewProject draft = new NewProject(name, root, context.annotator(), found.exclusive());
    try (ProjectSession session = ProjectSession.create(folder, draft, null)) {
      return bringIn(session, found, parameters.implied(), context, progress.split(WRITE_WORK));
    }
  }

  private static Path imageRoot(Parameters parameters, CommandContext context)
      throws ProjectFormatException {
    if (!parameters.images().isEmpty()) {
      return existing(context.path(parameters.images()));
    }
    String file = parameters.csv().isEmpty() ? parameters.list() : parameters.csv();
    if (file.isEmpty()) {
      throw new IllegalArgumentException(
          "Say where the images are with --images, --csv or --list.");
    }
    return context.path(file).getParent();
  }

  private static Path existing(Path folder) throws ProjectFormatException {
    if (!Files.isDirectory(folder)) {
      throw new ProjectFormatException(
          "There is no folder " + folder + "; name the folder of the images.");
    }
    return folder;
  }

  private static ImportResult find(
      Parameters parameters, CommandContext context, Path root, IProgressMonitor monitor)
      throws ProjectFormatException {
    if (!parameters.csv().isEmpty()) {
      return ProjectImport.csv(context.path(parameters.csv()), root, context.images(), monitor);
    } else if (!parameters.list().isEmpty()) {
      Path list = context.path(parameters.list());
      return ProjectImport.pathList(list, root, parameters.tiling(), context.images(), monitor);
    }
    Path images =
        existing(parameters.images().isEmpty() ? root : context.path(parameters.images()));
    boolean classes = parameters.labels() == Labels.FOLDERS;
    return ProjectImport.folder(
        images, root, classes, parameters.tiling(), context.images(), monitor);
  }

  private static CommandResult bringIn(
      ProjectSession session,
      ImportResult found,
      boolean implied,
      CommandContext context,
      SubMonitor monitor)
      throws ProjectFormatException {
    monitor.setTaskName("Writing to the project");
    Edit edit = found.edit("Import");
    Edit follows = new Edit.SetImplied(null, Projects.exclusive(session));
    EditResult result =
        session.apply(
            implied ? new Edit.Composite("Import", List.of(edit, follows)) : edit,
            Projects.origin(context, "import"));
    int following = session.preview(follows).cells();
    CommandResult.Builder said =
        CommandResult.builder()
            .value("project", session.folder().toString())
            .value("found", found.images().size())
            .value("added", result.addedRows())
            .value("images", session.labels().rows())
            .value("classes", Projects.classNames(session))
            .line(
                "%,d images found, %,d added; %s now has %,d images and %,d classes.",
                found.images().size(),
                result.addedRows(),
                session.name(),
                session.labels().rows(),
                session.classes().size())
            .problems(SourceImages.problems(found.problems()));
    if (following > 0) {
      said.line(
          "%,d unknown labels follow by groups and parents. Set them: patchwork classes imply %s",
          following, session.folder());
    }
    return said.value("implied", following).build();
  }
}
