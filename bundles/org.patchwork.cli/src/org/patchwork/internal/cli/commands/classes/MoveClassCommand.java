// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.classes;

import java.util.List;
import org.patchwork.core.Param;
import org.patchwork.project.Edit;
import org.patchwork.project.ProjectSession;

/** {@code patchwork classes move}: another place in the order. */
public final class MoveClassCommand extends ClassEditCommand<MoveClassCommand.Parameters> {

  /** Options. */
  public record Parameters(
      @Param(label = "Project", help = PROJECT) String project,
      @Param(label = "Class", help = "Name of the class.") String name,
      @Param(label = "Place", help = "Its new place, from 1 on.") int place,
      @Param(label = "Dry run", help = DRY_RUN) boolean dryRun)
      implements ClassEditOptions {
    public Parameters() {
      this("", "", 1, false);
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public List<String> positionals() {
    return List.of("project", "name", "place");
  }

  @Override
  Edit edit(ProjectSession session, Parameters parameters) {
    return new Edit.MoveClass(id(session, parameters.name()), parameters.place() - 1);
  }
}
