// SPDX-License-Identifier: MIT
package org.patchwork.workflow;

import java.nio.file.Files;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.FeatureSetInfo;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PatchworkException;
import org.patchwork.learn.FeatureExtractor;
import org.patchwork.model.LabelClass;
import org.patchwork.project.FeatureSet;
import org.patchwork.project.ProjectSession;
import org.patchwork.training.TrainingData;

/** What there is to learn from in a project. */
public final class ProjectData {
  private ProjectData() {}

  /**
   * The labels as they are now, on these features.
   *
   * @param matrix the features, open; images that came later get rows without any
   * @param extractor how the features were made, or null
   */
  public static TrainingData of(
      ProjectSession session, FeatureSet features, FeatureMatrix matrix, FeatureExtractor extractor)
      throws PatchworkException {
    LabelTable labels = session.labels();
    boolean described = Files.exists(features.folder().resolve(FeatureSetInfo.FILE_NAME));
    String hash = described ? FeatureSetInfo.read(features.folder()).hash() : "";
    return new TrainingData(
        labels,
        matrix.withRows(labels.rows()),
        features.id(),
        hash == null ? "" : hash,
        session.classes().stream().map(LabelClass::getName).toList(),
        session.model().getSchema().isExclusive(),
        extractor);
  }
}
