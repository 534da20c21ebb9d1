// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.safety;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.cli.CommandContext;
import org.patchwork.cli.CommandResult;
import org.patchwork.cli.Invocation;
import org.patchwork.core.Param;
import org.patchwork.core.PatchworkException;
import org.patchwork.internal.cli.ProjectCommand;
import org.patchwork.internal.cli.Projects;
import org.patchwork.project.FolderMove;
import org.patchwork.project.MissingFolder;
import org.patchwork.project.MovedImages;
import org.patchwork.project.ProjectSession;

/** {@code patchwork relocate}: says where the images of a project are now. */
public final class RelocateCommand implements ProjectCommand<RelocateCommand.Parameters> {

  /** Options. */
  public record Parameters(
      @Param(label = "Project", help = PROJECT) String project,
      @Param(label = "To", help = "The folder that takes the place of --from.") String to,
      @Param(
              label = "From",
              help =
                  "Beginning of the paths of the images that were moved; left out, all relative"
                      + " paths.")
          String from,
      @Param(label = "Search", help = "Look below this folder for what is missing.") String search,
      @Param(label = "Dry run", help = "Only say what would be found.") boolean dryRun) {
    public Parameters() {
      this("", "", "", "", false);
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public List<String> positionals() {
    return List.of("project", "to");
  }

  @Override
  public List<String> required() {
    return List.of("project");
  }

  @Override
  public CommandResult run(Invocation<Parameters> invocation, IProgressMonitor monitor)
      throws PatchworkException {
    Parameters p = invocation.parameters();
    boolean asked = !p.to().isEmpty() || !p.search().isEmpty();
    SubMonitor progress = SubMonitor.convert(monitor, 40);
    try (ProjectSession session =
        Projects.open(
            invocation.context(), p.project(), asked && !p.dryRun(), progress.split(10))) {
      MovedImages images = new MovedImages(session);
      List<MissingFolder> missing = images.missing(progress.split(10));
      List<FolderMove> moves = moves(p, invocation.context(), images, progress.split(10));
      int before = missing.stream().mapToInt(MissingFolder::missing).sum();
      int after = moves.isEmpty() ? before : images.missingAfter(moves, progress.split(10));
      if (!p.dryRun() && !moves.isEmpty()) {
        images.apply(moves);
      }
      return result(missing, moves, before, after, p.dryRun() || moves.isEmpty());
    }
  }

  private static List<FolderMove> moves(
      Parameters p, CommandContext context, MovedImages images, SubMonitor progress)
      throws PatchworkException {
    List<FolderMove> moves = new ArrayList<>();
    if (!p.to().isEmpty()) {
      Path to = context.path(p.to());
      if (!Files.isDirectory(to)) {
        throw new IllegalArgumentException("There is no folder " + to + ".");
      }
      String from = p.from().replace('\\', '/').replaceAll("/+$", "");
      moves.add(new FolderMove(from, to));
    }
    if (!p.search().isEmpty()) {
      moves.addAll(images.search(context.path(p.search()), progress));
    }
    return moves;
  }

  private static CommandResult result(
      List<MissingFolder> missing, List<FolderMove> moves, int before, int after, boolean dry) {
    CommandResult.Builder result =
        CommandResult.builder()
            .value("missing", before)
            .value("missingAfter", after)
            .value("folders", missing.stream().map(RelocateCommand::values).toList())
            .value("moves", moves.stream().map(RelocateCommand::values).toList());
    for (MissingFolder each : missing) {
      result.line(
          "Missing: %,d of %,d files of \"%s\" in %s",
          each.missing(), each.files(), each.name(), each.place());
    }
    for (FolderMove move : moves) {
      String from = move.from().isEmpty() ? "relative paths" : move.from();
      result.line("%s %s -> %s", dry ? "Would move:" : "Moved:", from, move.to());
    }
    if (before == 0) {
      return result.line("All image files are where they should be.").build();
    } else if (moves.isEmpty()) {
      return result.line("To look for them: patchwork relocate PROJECT --search FOLDER").build();
    }
    return result.line("%,d files were missing, %,d are still.", before, after).build();
  }

  private static Map<String, Object> values(MissingFolder folder) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("name", folder.name());
    values.put("place", folder.place().toString());
    values.put("files", folder.files());
    values.put("missing", folder.missing());
    values.put("example", folder.example());
    return values;
  }

  private static Map<String, Object> values(FolderMove move) {
    return Map.of("from", move.from(), "to", move.to().toString());
  }
}
