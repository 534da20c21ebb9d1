// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.classes;

import java.util.ArrayList;
import java.util.List;
import org.patchwork.core.Param;
import org.patchwork.internal.cli.NameList;
import org.patchwork.project.Edit;
import org.patchwork.project.ProjectSession;

/** {@code patchwork classes describe}: what a class means, and how it looks. */
public final class DescribeClassCommand extends ClassEditCommand<DescribeClassCommand.Parameters> {

  /** Options. */
  public record Parameters(
      @Param(label = "Project", help = PROJECT) String project,
      @Param(label = "Class", help = "Name of the class.") String name,
      @Param(label = "Text", help = "What it means.") String text,
      @Param(label = "Colour", help = "Its colour, as #0072b2.") String color,
      @Param(label = "Key", help = "The key that labels it: a digit or a letter.") String key,
      @Param(
              label = "Examples",
              help = "Rows of images that show what it means, the best first; \"none\" for none.")
          String examples,
      @Param(label = "Dry run", help = DRY_RUN) boolean dryRun)
      implements ClassEditOptions {
    public Parameters() {
      this("", "", "", "", "", "", false);
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public List<String> positionals() {
    return List.of("project", "name");
  }

  @Override
  Edit edit(ProjectSession session, Parameters parameters) {
    String id = id(session, parameters.name());
    List<Edit> edits = new ArrayList<>();
    edits.add(
        new Edit.UpdateClass(
            id,
            null,
            orNull(parameters.text()),
            orNull(parameters.color()),
            orNull(parameters.key())));
    if (!parameters.examples().isEmpty()) {
      boolean none = parameters.examples().equals("none");
      int[] rows = NameList.rows(none ? "" : parameters.examples(), session.labels().rows());
      edits.add(new Edit.SetExamples(id, rows));
    }
    return new Edit.Composite("describe class " + parameters.name(), edits);
  }

  private static String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
