// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.patchwork.core.StoredDesign;
import org.patchwork.internal.cli.NameList;
import org.patchwork.learn.ModelDesignSpec;
import org.patchwork.learn.TrainingParameters;
import org.patchwork.learn.design.DesignText;
import org.patchwork.model.Project;
import org.patchwork.project.ProjectSession;
import org.patchwork.project.designs.Designs;

/** The designs that {@code train} can train, and how to make it train something else. */
final class PlannedTraining {
  private PlannedTraining() {}

  /** The designs of these names, with commas between them. */
  static List<ModelDesignSpec> designs(ProjectSession session, String names) {
    Designs stored = new Designs(session.model());
    List<ModelDesignSpec> designs = new ArrayList<>();
    for (String name : NameList.of(names)) {
      designs.add(DesignText.read(stored.require(name)));
    }
    return designs;
  }

  /**
   * Trains this from now on.
   *
   * @param name of the design, if the project has no design like it yet
   */
  static void store(
      ProjectSession session, String name, ModelDesignSpec design, TrainingParameters parameters) {
    session.updateSettings(project -> store(project, name, design, parameters)).join();
  }

  private static void store(
      Project project, String name, ModelDesignSpec design, TrainingParameters parameters) {
    Designs designs = new Designs(project);
    Optional<StoredDesign> same =
        designs.all().stream().filter(each -> DesignText.read(each).equals(design)).findFirst();
    if (same.isEmpty()) {
      String free = designs.freeName(name);
      designs.add(DesignText.write(free, design));
      designs.use(free);
    } else {
      designs.use(same.get().name());
    }
    Map<String, String> texts = project.getPlan().getParameters().map();
    texts.clear();
    texts.putAll(parameters.texts());
  }
}
