// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.classes;

import java.util.List;
import org.patchwork.core.Param;
import org.patchwork.project.Edit;
import org.patchwork.project.ProjectSession;

/** {@code patchwork classes parent}: a class that is a kind of another. */
public final class ParentClassCommand extends ClassEditCommand<ParentClassCommand.Parameters> {

  /** Options. */
  public record Parameters(
      @Param(label = "Project", help = PROJECT) String project,
      @Param(label = "Class", help = "Name of the kind.") String name,
      @Param(
              label = "Parent",
              help = "Name of the class it is a kind of; left out, it is a kind of none.")
          String parent,
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
    return List.of("project", "name", "parent");
  }

  @Override
  public List<String> required() {
    return List.of("project", "name");
  }

  @Override
  Edit edit(ProjectSession session, Parameters parameters) {
    String parent = parameters.parent();
    return new Edit.SetParent(
        id(session, parameters.name()), parent.isEmpty() ? "" : id(session, parent));
  }
}
