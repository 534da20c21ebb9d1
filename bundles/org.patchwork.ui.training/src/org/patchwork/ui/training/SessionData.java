// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.project.FeatureSet;
import org.patchwork.project.ProjectSession;
import org.patchwork.training.TrainingData;
import org.patchwork.workflow.ProjectData;

/** What there is to learn from in a project at a moment. Reads the disk. */
final class SessionData {
  private SessionData() {}

  /** Something done with the data; the features are closed afterwards. */
  @FunctionalInterface
  interface Use<T> {
    T with(TrainingData data, IProgressMonitor monitor) throws PatchworkException;
  }

  /**
   * Uses labels and features as they are now.
   *
   * @throws ProjectFormatException if the project has no features, or they are damaged
   */
  static <T> T use(ProjectSession session, Use<T> use, IProgressMonitor monitor)
      throws PatchworkException {
    FeatureSet features = session.activeFeatures();
    if (features == null) {
      throw new ProjectFormatException(
          "Training needs features of the images; compute them first.");
    }
    try (FeatureMatrix matrix = features.open()) {
      return use.with(ProjectData.of(session, features, matrix, null), monitor);
    }
  }
}
