// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.FeatureSetInfo;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.model.LabelClass;
import org.patchwork.project.FeatureSet;
import org.patchwork.project.ProjectSession;
import org.patchwork.training.TrainingData;

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
    LabelTable labels = session.labels();
    List<String> names = session.classes().stream().map(LabelClass::getName).toList();
    String hash = FeatureSetInfo.read(features.folder()).hash();
    try (FeatureMatrix matrix = features.open().withRows(labels.rows())) {
      boolean exclusive = session.model().getSchema().isExclusive();
      TrainingData data =
          new TrainingData(
              labels, matrix, features.id(), hash == null ? "" : hash, names, exclusive, null);
      return use.with(data, monitor);
    }
  }
}
