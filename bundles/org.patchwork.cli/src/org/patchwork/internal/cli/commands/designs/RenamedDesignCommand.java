// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.designs;

import java.util.List;
import org.patchwork.cli.Invocation;
import org.patchwork.core.Param;
import org.patchwork.project.ProjectSession;
import org.patchwork.project.designs.Designs;

/** A command that changes the designs and is told the name of one and a new name. */
abstract class RenamedDesignCommand extends DesignEditCommand<RenamedDesignCommand.Parameters> {

  /** Options. */
  public record Parameters(
      @Param(label = "Project", help = PROJECT) String project,
      @Param(label = "Design", help = "Name of the design.") String name,
      @Param(label = "New name", help = "The new name.") String newName) {
    public Parameters() {
      this("", "", "");
    }
  }

  /** Changes the designs; what does not fit is an {@link IllegalArgumentException}. */
  abstract void change(Designs designs, String name, String newName);

  @Override
  public final Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public final List<String> positionals() {
    return List.of("project", "name", "newName");
  }

  @Override
  final String project(Parameters parameters) {
    return parameters.project();
  }

  @Override
  final void change(Designs designs, Invocation<Parameters> invocation, ProjectSession session) {
    change(designs, invocation.parameters().name(), invocation.parameters().newName());
  }
}
