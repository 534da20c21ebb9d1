// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.classes;

import java.util.Arrays;
import java.util.List;
import org.patchwork.cli.CommandResult;
import org.patchwork.core.LabelTable;
import org.patchwork.core.Param;
import org.patchwork.project.ConflictRule;
import org.patchwork.project.Edit;
import org.patchwork.project.ProjectSession;
import org.patchwork.project.classes.MergeConflicts;

/** {@code patchwork classes merge}: all labels of a class go to another. */
public final class MergeClassesCommand extends ClassEditCommand<MergeClassesCommand.Parameters> {

  private static final int SHOWN = 100;

  /** Options. */
  public record Parameters(
      @Param(label = "Project", help = PROJECT) String project,
      @Param(label = "From", help = "Name of the class that goes; it can be restored.") String from,
      @Param(label = "Into", help = "Name of the class that stays.") String into,
      @Param(
              label = "Conflicts",
              help =
                  "What an image becomes that is present in one and absent in the other: present;"
                      + " keep or take the label of the class that stays or goes; forget it; or"
                      + " union, for two kinds of one thing, where absent needs both.")
          ConflictRule conflicts,
      @Param(label = "Dry run", help = DRY_RUN) boolean dryRun)
      implements ClassEditOptions {
    public Parameters() {
      this("", "", "", ConflictRule.PRESENT, false);
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public List<String> positionals() {
    return List.of("project", "from", "into");
  }

  @Override
  Edit edit(ProjectSession session, Parameters parameters) {
    return new Edit.MergeClasses(
        id(session, parameters.from()), id(session, parameters.into()), parameters.conflicts());
  }

  @Override
  void tell(ProjectSession session, Parameters parameters, CommandResult.Builder result) {
    LabelTable labels = session.labels();
    MergeConflicts conflicts =
        MergeConflicts.of(labels, id(session, parameters.from()), id(session, parameters.into()));
    int[] shown = Arrays.copyOf(conflicts.rows(), Math.min(SHOWN, conflicts.rows().length));
    result
        .value("agreeing", conflicts.agreeing())
        .value("conflicts", conflicts.rows().length)
        .value("conflictingPaths", Arrays.stream(shown).mapToObj(labels::path).toList())
        .line(
            "%,d images agree, %,d are labelled for %s alone, %,d for %s alone, %,d conflict",
            conflicts.agreeing(),
            conflicts.onlyGoes(),
            parameters.from(),
            conflicts.onlyStays(),
            parameters.into(),
            conflicts.rows().length);
    for (int row : shown) {
      result.line("  %s", labels.path(row));
    }
    if (shown.length < conflicts.rows().length) {
      result.line("  and %,d more", conflicts.rows().length - shown.length);
    }
  }
}
