// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.classes;

import java.util.List;
import org.patchwork.core.Param;
import org.patchwork.internal.cli.NameList;
import org.patchwork.project.Edit;
import org.patchwork.project.ProjectSession;

/** {@code patchwork classes group}: classes that exclude each other. */
public final class GroupClassesCommand extends ClassEditCommand<GroupClassesCommand.Parameters> {

  /** Options. */
  public record Parameters(
      @Param(label = "Project", help = PROJECT) String project,
      @Param(label = "Classes", help = "Names of classes, with commas between them.")
          String classes,
      @Param(
              label = "Group",
              help =
                  "Name of the group, of which at most one class is present in an image; left out,"
                      + " the classes leave theirs.")
          String group,
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
    return List.of("project", "classes", "group");
  }

  @Override
  public List<String> required() {
    return List.of("project", "classes");
  }

  @Override
  Edit edit(ProjectSession session, Parameters parameters) {
    List<String> ids =
        NameList.of(parameters.classes()).stream().map(name -> id(session, name)).toList();
    return new Edit.SetExclusionGroup(ids, parameters.group());
  }
}
