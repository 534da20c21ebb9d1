// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.classes;

import java.util.List;
import org.patchwork.core.Param;
import org.patchwork.project.Edit;
import org.patchwork.project.ProjectSession;

/** {@code patchwork classes goal}: how many images of a class are wanted. */
public final class GoalCommand extends ClassEditCommand<GoalCommand.Parameters> {

  /** Options. */
  public record Parameters(
      @Param(label = "Project", help = PROJECT) String project,
      @Param(label = "Class", help = "Name of the class.") String name,
      @Param(label = "Goal", help = "Number of images in which it is to be present; 0 for no goal.")
          int goal,
      @Param(label = "Dry run", help = DRY_RUN) boolean dryRun)
      implements ClassEditOptions {
    public Parameters() {
      this("", "", 0, false);
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public List<String> positionals() {
    return List.of("project", "name", "goal");
  }

  @Override
  Edit edit(ProjectSession session, Parameters parameters) {
    return new Edit.SetGoal(id(session, parameters.name()), parameters.goal());
  }
}
