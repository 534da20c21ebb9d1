// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.util.LinkedHashMap;
import java.util.Map;
import org.patchwork.core.Parameter;
import org.patchwork.core.ParameterSchema;
import org.patchwork.learn.Algorithms;
import org.patchwork.learn.ModelDesignSpec;
import org.patchwork.learn.TrainingParameters;
import org.patchwork.model.ModelDesign;
import org.patchwork.model.ModelFactory;
import org.patchwork.model.Project;

/**
 * Model design and training settings as they stand in a project: ids, and parameters as text by
 * name.
 */
final class ProjectPlan {
  private static final String DESIGN_NAME = "Design";

  private ProjectPlan() {}

  /** The design that is trained next; the default one if the project has none. */
  static ModelDesignSpec design(Project project, Algorithms algorithms) {
    ModelDesign design = project.getActiveDesign();
    if (design == null || design.getFineTuningId() == null || design.getOutputId() == null) {
      return ModelDesignSpec.defaults(algorithms, project.getSchema().isExclusive());
    }
    return new ModelDesignSpec(
        design.getFineTuningId(),
        values(design.getFineTuning().map()),
        design.getOutputId(),
        values(design.getOutput().map()));
  }

  /** Writes a design into a copy of the project's model. */
  static void setDesign(Project project, ModelDesignSpec spec) {
    ModelDesign design = project.getActiveDesign();
    if (design == null) {
      design = ModelFactory.eINSTANCE.createModelDesign();
      design.setName(DESIGN_NAME);
      project.getDesigns().add(design);
      project.setActiveDesign(design);
    }
    design.setFineTuningId(spec.fineTuningId());
    replace(design.getFineTuning().map(), spec.fineTuning());
    design.setOutputId(spec.outputId());
    replace(design.getOutput().map(), spec.output());
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
    replace(
        project.getPlan().getParameters().map(),
        ParameterSchema.of(TrainingParameters.class).values(parameters));
  }

  private static Map<String, Object> values(Map<String, String> texts) {
    return new LinkedHashMap<>(texts);
  }

  private static void replace(Map<String, String> texts, Map<String, Object> values) {
    texts.clear();
    values.forEach(
        (name, value) ->
            texts.put(
                name,
                value instanceof Enum<?> ? Parameter.choiceName(value) : String.valueOf(value)));
  }
}
