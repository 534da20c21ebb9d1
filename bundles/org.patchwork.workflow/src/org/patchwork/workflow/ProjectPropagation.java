// SPDX-License-Identifier: MIT
package org.patchwork.workflow;

import java.nio.file.Path;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.PatchworkException;
import org.patchwork.project.FeatureSet;
import org.patchwork.project.ProjectSession;
import org.patchwork.training.graph.NeighbourGraphs;
import org.patchwork.training.propagation.PropagationParameters;
import org.patchwork.training.propagation.PropagationResult;
import org.patchwork.training.propagation.PropagationService;

/** Spreads the labels of a project along its similar images. Reads and writes the disk. */
public final class ProjectPropagation {
  private static final String RUN_NAME = "propagate";

  private final ProjectSession session;
  private final PropagationService service;

  /**
   * Propagation in a project.
   *
   * @param session open for writing
   */
  public ProjectPropagation(ProjectSession session, PropagationService service) {
    this.session = session;
    this.service = service;
  }

  /**
   * Spreads the labels given so far, keeps that as a run, and shows its predictions in the project.
   *
   * @param features by which images are similar
   * @throws PatchworkException as {@link PropagationService#run}; the predictions are as before
   */
  public PropagationResult run(
      FeatureSet features, PropagationParameters parameters, IProgressMonitor monitor)
      throws PatchworkException {
    Path folder = session.newRunFolder(RUN_NAME);
    try (FeatureMatrix matrix = features.open()) {
      PropagationResult result =
          service.run(
              ProjectData.of(session, features, matrix, null),
              parameters,
              NeighbourGraphs.folder(session.folder(), features.id()),
              folder,
              monitor);
      session.setPredictions(result.predictions());
      session.runsChanged();
      return result;
    }
  }
}
