// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.annotators;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.cli.CommandContext;
import org.patchwork.cli.CommandResult;
import org.patchwork.cli.Invocation;
import org.patchwork.core.Param;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.internal.cli.EditingCommand;
import org.patchwork.internal.cli.NameList;
import org.patchwork.internal.cli.Projects;
import org.patchwork.project.Edit;
import org.patchwork.project.ProjectSession;
import org.patchwork.project.merge.Choice;
import org.patchwork.project.merge.ImageMatch;
import org.patchwork.project.merge.LabelMerge;
import org.patchwork.project.merge.LabelSource;
import org.patchwork.project.merge.Resolution;

/** {@code patchwork merge}: brings in labels of another project or label file. */
public final class MergeCommand implements EditingCommand<MergeCommand.Parameters> {

  /** Options. */
  public record Parameters(
      @Param(label = "Project", help = PROJECT) String project,
      @Param(label = "Other", help = "Folder of another project, or a label file (CSV).")
          String other,
      @Param(label = "On conflict", help = "What becomes of labels that differ.") Choice onConflict,
      @Param(
              label = "Classes",
              help =
                  "CLASS=keep-mine, take-theirs or leave-out for single classes, several with"
                      + " commas.")
          String classes,
      @Param(
              label = "Match",
              help = "\"name\" to recognise images by their file name alone, in any folder.")
          ImageMatch match,
      @Param(label = "Add images", help = "Also adds the images that the project does not have.")
          boolean addImages,
      @Param(
              label = "From",
              help =
                  "Annotator of labels in OTHER that nobody is known to have given. Default: the"
                      + " one the project names, or the name of the file.")
          String from,
      @Param(label = "List", help = "How many conflicts to list.", min = 0) int list,
      @Param(label = "Dry run", help = "Only says what would change.") boolean dryRun) {
    public Parameters() {
      this("", "", Choice.KEEP_MINE, "", ImageMatch.PATH, false, "", 20, false);
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public List<String> positionals() {
    return List.of("project", "other");
  }

  @Override
  public CommandResult run(Invocation<Parameters> invocation, IProgressMonitor monitor)
      throws PatchworkException {
    Parameters parameters = invocation.parameters();
    CommandContext context = invocation.context();
    SubMonitor progress = SubMonitor.convert(monitor, 10);
    try (ProjectSession session =
        Projects.open(context, parameters.project(), !parameters.dryRun(), progress.split(2))) {
      LabelSource source = source(parameters, context, session, progress.split(3));
      LabelMerge merge = LabelMerge.compare(session, source, parameters.match(), progress.split(3));
      Resolution resolution = resolution(parameters, merge);
      Edit edit = merge.edit(resolution);
      CommandResult.Builder result = CommandResult.builder();
      new MergeReport(session, merge, resolution)
          .tell(session.preview(edit), parameters.list(), result);
      result.value("dryRun", parameters.dryRun());
      if (parameters.dryRun()) {
        result.line("Nothing was changed.");
      } else {
        session.apply(edit, Projects.origin(context, "merge"));
      }
      return result.build();
    }
  }

  private static LabelSource source(
      Parameters parameters, CommandContext context, ProjectSession session, SubMonitor monitor)
      throws ProjectFormatException {
    Path other = context.path(parameters.other());
    if (Projects.exists(other)) {
      return LabelSource.project(other, parameters.from(), monitor);
    } else if (Files.isRegularFile(other)) {
      return LabelSource.csv(other, parameters.from(), session.imageRoot(), monitor);
    }
    throw new ProjectFormatException(
        other + " is neither the folder of a project nor a label file. Check the path.");
  }

  private static Resolution resolution(Parameters parameters, LabelMerge merge) {
    Resolution resolution =
        Resolution.of(parameters.onConflict()).withImages(parameters.addImages());
    for (Map.Entry<String, String> entry : NameList.pairs(parameters.classes()).entrySet()) {
      if (!merge.source().classNames().contains(entry.getKey())) {
        throw new IllegalArgumentException(
            "%s has no class \"%s\"; it has %s."
                .formatted(merge.source().name(), entry.getKey(), merge.source().classNames()));
      }
      resolution = resolution.with(entry.getKey(), choice(entry.getValue()));
    }
    return resolution;
  }

  private static Choice choice(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "keep-mine" -> Choice.KEEP_MINE;
      case "take-theirs" -> Choice.TAKE_THEIRS;
      case "leave-out" -> Choice.LEAVE_OUT;
      default ->
          throw new IllegalArgumentException(
              "\"" + text + "\" is no choice; write keep-mine, take-theirs or leave-out.");
    };
  }
}
