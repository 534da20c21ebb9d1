// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.classes;

import org.patchwork.core.Param;
import org.patchwork.internal.cli.NameList;
import org.patchwork.internal.cli.Projects;
import org.patchwork.project.Edit;
import org.patchwork.project.ProjectSession;

/** {@code patchwork classes imply}: sets unknown labels that follow from known ones. */
public final class ImplyCommand extends ClassEditCommand<ImplyCommand.Parameters> {

  /** Options. */
  public record Parameters(
      @Param(label = "Project", help = PROJECT) String project,
      @Param(label = "Rows", help = "Images: 3, 0-9 or \"all\", several with commas.") String rows,
      @Param(label = "Dry run", help = DRY_RUN) boolean dryRun)
      implements ClassEditOptions {
    public Parameters() {
      this("", "all", false);
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  Edit edit(ProjectSession session, Parameters parameters) {
    int[] rows =
        parameters.rows().equals("all")
            ? null
            : NameList.rows(parameters.rows(), session.labels().rows());
    return new Edit.SetImplied(rows, Projects.exclusive(session));
  }
}
