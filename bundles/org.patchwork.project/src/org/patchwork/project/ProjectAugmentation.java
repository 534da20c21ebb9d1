// SPDX-License-Identifier: MIT
package org.patchwork.project;

import java.util.LinkedHashMap;
import java.util.Map;
import org.patchwork.image.augmentation.AugmentationSpec;
import org.patchwork.model.Augmentation;
import org.patchwork.model.AugmentationOperation;
import org.patchwork.model.ModelFactory;
import org.patchwork.model.Project;

/** The augmentation of training images as it stands in a project. */
public final class ProjectAugmentation {
  private ProjectAugmentation() {}

  /** What is switched on, and how strong. */
  public static AugmentationSpec of(Project project) {
    Map<String, Double> strengths = new LinkedHashMap<>();
    for (AugmentationOperation operation : project.getAugmentation().getOperations()) {
      strengths.put(operation.getName(), operation.getValue());
    }
    return new AugmentationSpec(strengths);
  }

  /** Writes an augmentation into a copy of the project's model. */
  public static void set(Project project, AugmentationSpec spec) {
    set(project.getAugmentation(), spec);
  }

  /** Writes an augmentation. */
  public static void set(Augmentation augmentation, AugmentationSpec spec) {
    augmentation.getOperations().clear();
    spec.strengths()
        .forEach(
            (name, strength) -> {
              AugmentationOperation operation =
                  ModelFactory.eINSTANCE.createAugmentationOperation();
              operation.setName(name);
              operation.setValue(strength);
              augmentation.getOperations().add(operation);
            });
  }
}
