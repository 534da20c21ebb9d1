// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.classes;

import java.util.List;
import org.patchwork.core.Param;
import org.patchwork.internal.cli.Projects;
import org.patchwork.project.Edit;
import org.patchwork.project.ProjectSession;

/** {@code patchwork classes split}: a new class of some images of a class. */
public final class SplitClassCommand extends ClassEditCommand<SplitClassCommand.Parameters> {

  /** Options. */
  public record Parameters(
      @Param(label = "Project", help = PROJECT) String project,
      @Param(label = "Class", help = "Name of the class to split.") String name,
      @Param(label = "Into", help = "Name of the new class.") String into,
      @Param(
              label = "Rows",
              help = "Images of the new class: 3, 0-9 or \"all\", several with commas.")
          String rows,
      @Param(
              label = "Paths",
              help = "Their paths as the project has them, with commas between them.")
          String paths,
      @Param(label = "Kind", help = "The new class is a kind of the other, which stays present.")
          boolean kind,
      @Param(
              label = "Rest absent",
              help =
                  "The new class is absent in all other images of the class; otherwise that is"
                      + " unknown.")
          boolean restAbsent,
      @Param(label = "Dry run", help = DRY_RUN) boolean dryRun)
      implements ClassEditOptions {
    public Parameters() {
      this("", "", "", "", "", false, false, false);
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public List<String> positionals() {
    return List.of("project", "name", "into");
  }

  @Override
  Edit edit(ProjectSession session, Parameters parameters) {
    return new Edit.SplitClass(
        id(session, parameters.name()),
        parameters.into(),
        Projects.rows(session.labels(), parameters.rows(), parameters.paths()),
        parameters.kind(),
        parameters.restAbsent() || Projects.exclusive(session));
  }
}
