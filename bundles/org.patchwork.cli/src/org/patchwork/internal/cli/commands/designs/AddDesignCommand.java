// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.designs;

import java.util.List;
import org.patchwork.cli.AlgorithmOption;
import org.patchwork.cli.Invocation;
import org.patchwork.core.Param;
import org.patchwork.core.StoredDesign;
import org.patchwork.core.TrainingException;
import org.patchwork.internal.cli.HeadChoice;
import org.patchwork.internal.cli.HeadParameters;
import org.patchwork.learn.Algorithms;
import org.patchwork.learn.ModelDesignSpec;
import org.patchwork.learn.design.DesignOutline;
import org.patchwork.learn.design.DesignText;
import org.patchwork.project.ProjectSession;
import org.patchwork.project.designs.Designs;

/**
 * {@code patchwork designs add}: stores a design, made of the options that {@code patchwork train}
 * takes, and uses it.
 */
public final class AddDesignCommand extends DesignEditCommand<AddDesignCommand.Parameters> {

  /** Options. */
  public record Parameters(
      @Param(label = "Project", help = PROJECT) String project,
      @Param(label = "Name", help = "Name of the new design.") String name,
      @Param(label = "Use", help = "Trains this design from now on.") boolean use,
      @Param(label = "Replace", help = "Takes the place of a design of this name.")
          boolean replace) {
    public Parameters() {
      this("", "", true, false);
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
  public List<Record> furtherParameters() {
    return List.of(new HeadParameters());
  }

  @Override
  public List<AlgorithmOption> algorithms() {
    return HeadChoice.options();
  }

  @Override
  String project(Parameters parameters) {
    return parameters.project();
  }

  @Override
  void change(Designs designs, Invocation<Parameters> invocation, ProjectSession session) {
    Parameters parameters = invocation.parameters();
    ModelDesignSpec design = HeadChoice.design(invocation, session);
    check(design, session, invocation.context().algorithms());
    StoredDesign stored = DesignText.write(parameters.name(), design);
    if (parameters.replace()) {
      designs.put(stored);
    } else {
      designs.add(stored);
    }
    if (parameters.use()) {
      designs.use(parameters.name());
    }
  }

  /** A design that could never be trained is not stored. */
  private static void check(ModelDesignSpec design, ProjectSession session, Algorithms algorithms) {
    int[] features = new DesignReport(session, algorithms).features();
    if (features == null || session.classes().isEmpty()) {
      return;
    }
    try {
      DesignOutline.of(design, features, session.classes().size(), algorithms);
    } catch (TrainingException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }
}
