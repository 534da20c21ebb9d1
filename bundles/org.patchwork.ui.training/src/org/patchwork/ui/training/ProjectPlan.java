// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.util.LinkedHashMap;
import java.util.Map;
import org.patchwork.core.ParameterSchema;
import org.patchwork.core.StoredDesign;
import org.patchwork.learn.Algorithms;
import org.patchwork.learn.ModelDesignSpec;
import org.patchwork.learn.TrainingParameters;
import org.patchwork.learn.design.DesignText;
import org.patchwork.model.Project;
import org.patchwork.project.designs.Designs;

/**
 * Model design and training settings as they stand in a project: ids, and parameters as text by
 * name.
 */
final class ProjectPlan {
  private static final String DESIGN_NAME = "Design";

  private ProjectPlan() {}

  /**
   * The design that is trained next; the default one if the project has none.
   *
   * @throws IllegalArgumentException if what stands in the project does not fit this version; says
   *     what
   */
  static ModelDesignSpec design(Project project, Algorithms algorithms) {
    return new Designs(project)
        .active()
        .map(DesignText::read)
        .orElseGet(() -> ModelDesignSpec.defaults(algorithms, project.getSchema().isExclusive()));
  }

  /** Name of the design that is trained next; empty if the project has none of its own. */
  static String designName(Project project) {
    return new Designs(project).active().map(StoredDesign::name).orElse("");
  }

  /** Writes a design into a copy of the project's model, in place of the one in use. */
  static void setDesign(Project project, ModelDesignSpec spec) {
    Designs designs = new Designs(project);
    String name = designs.active().map(StoredDesign::name).orElse(DESIGN_NAME);
    designs.put(DesignText.write(name, spec));
    designs.use(name);
  }

  /**
   * The settings of the next run.
   *
   * @throws IllegalArgumentException if what stands in the project does not fit this version; says
   *     what
   */
  static TrainingParameters parameters(Project project) {
    return ParameterSchema.of(TrainingParameters.class)
        .create(values(project.getPlan().getParameters().map()));
  }

  /** Writes settings into a copy of the project's model. */
  static void setParameters(Project project, TrainingParameters parameters) {
    Map<String, String> texts = project.getPlan().getParameters().map();
    texts.clear();
    texts.putAll(parameters.texts());
  }

  private static Map<String, Object> values(Map<String, String> texts) {
    return new LinkedHashMap<>(texts);
  }
}
