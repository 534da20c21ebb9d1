// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.designs;

import java.util.List;
import org.patchwork.cli.Invocation;
import org.patchwork.core.Param;
import org.patchwork.project.ProjectSession;
import org.patchwork.project.designs.Designs;

/** {@code patchwork designs use}: trains this design from now on. */
public final class UseDesignCommand extends DesignEditCommand<UseDesignCommand.Parameters> {

  /** Options. */
  public record Parameters(
      @Param(label = "Project", help = DesignsCommand.PROJECT) String project,
      @Param(label = "Design", help = "Name of the design.") String name) {
    public Parameters() {
      this("", "");
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
  String project(Parameters parameters) {
    return parameters.project();
  }

  @Override
  void change(Designs designs, Invocation<Parameters> invocation, ProjectSession session) {
    Parameters parameters = invocation.parameters();
    designs.use(parameters.name());
  }
}
