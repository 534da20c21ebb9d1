// SPDX-License-Identifier: MIT
package org.patchwork.workflow;

import java.nio.file.Path;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.PatchworkException;
import org.patchwork.image.ImageSource;
import org.patchwork.learn.FeatureExtractor;
import org.patchwork.learn.TrainingSpec;
import org.patchwork.project.FeatureSet;
import org.patchwork.project.ProjectSession;
import org.patchwork.training.TrainingListener;
import org.patchwork.training.TrainingResult;
import org.patchwork.training.TrainingService;

/** Trains heads on the labels of a project. Reads and writes the disk. */
public final class ProjectTraining {
  private final ProjectSession session;
  private final TrainingService service;

  /**
   * Training in a project.
   *
   * @param session open for writing
   */
  public ProjectTraining(ProjectSession session, TrainingService service) {
    this.session = session;
    this.service = service;
  }

  /**
   * Trains on the labels as they are now, and shows the new predictions in the project.
   *
   * @param features to train on
   * @param images those of the project, or null where they are not needed
   * @param extractor how the features were made, or null; not closed
   * @throws PatchworkException as {@link TrainingService#run}; the predictions are as before
   */
  public TrainingResult run(
      TrainingSpec spec,
      FeatureSet features,
      ImageSource images,
      FeatureExtractor extractor,
      TrainingListener listener,
      IProgressMonitor monitor)
      throws PatchworkException {
    Path folder = session.newRunFolder(spec.name());
    try (FeatureMatrix matrix = features.open()) {
      TrainingResult result =
          service.run(
              spec,
              ProjectData.of(session, features, matrix, extractor).withImages(images, extractor),
              folder,
              listener,
              monitor);
      if (result.predictions() != null) {
        session.setPredictions(result.predictions());
      }
      session.runsChanged();
      return result;
    }
  }
}
