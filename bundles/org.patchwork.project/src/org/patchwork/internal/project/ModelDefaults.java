// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import org.patchwork.image.augmentation.AugmentationPreset;
import org.patchwork.model.ModelFactory;
import org.patchwork.model.Project;
import org.patchwork.project.ProjectAugmentation;

/** Gives a project model all its parts. */
final class ModelDefaults {
  private ModelDefaults() {}

  /** Adds the parts that are missing, with their defaults, and returns the same object. */
  static Project complete(Project project) {
    ModelFactory factory = ModelFactory.eINSTANCE;
    if (project.getSchema() == null) {
      project.setSchema(factory.createLabelSchema());
    }
    if (project.getImages() == null) {
      project.setImages(factory.createImageSettings());
    }
    if (project.getAugmentation() == null) {
      project.setAugmentation(factory.createAugmentation());
      ProjectAugmentation.set(project, AugmentationPreset.DEFAULT.spec());
    }
    if (project.getPlan() == null) {
      project.setPlan(factory.createTrainingPlan());
    }
    if (project.getAnnotator() == null) {
      project.setAnnotator("");
    }
    return project;
  }
}
