// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.classes;

import java.util.List;
import org.patchwork.core.Param;
import org.patchwork.project.Edit;
import org.patchwork.project.ProjectSession;

/** {@code patchwork classes copy}: a new class with the labels of another. */
public final class CopyClassCommand extends ClassEditCommand<CopyClassCommand.Parameters> {

  /** Options. */
  public record Parameters(
      @Param(label = "Project", help = PROJECT) String project,
      @Param(label = "Class", help = "Name of the class to copy.") String name,
      @Param(label = "Copy", help = "Name of the new class.") String copy,
      @Param(label = "Dry run", help = DRY_RUN) boolean dryRun)
      implements ClassEditOptions {
    public Parameters() {
      this("", "", "", false);
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public List<String> positionals() {
    return List.of("project", "name", "copy");
  }

  @Override
  Edit edit(ProjectSession session, Parameters parameters) {
    return new Edit.CopyClass(id(session, parameters.name()), parameters.copy());
  }
}
