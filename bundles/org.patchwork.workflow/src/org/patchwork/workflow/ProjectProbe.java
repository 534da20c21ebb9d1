// SPDX-License-Identifier: MIT
package org.patchwork.workflow;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PatchworkException;
import org.patchwork.project.FeatureSet;
import org.patchwork.training.probe.ProbeParameters;
import org.patchwork.training.probe.ProbePoint;
import org.patchwork.training.probe.ProbeService;
import org.patchwork.training.probe.ProbedFeatures;

/** Compares feature sets of a project by how well a class is told apart on them. */
public final class ProjectProbe {
  private final ProbeService service;

  /** A probe by this service. */
  public ProjectProbe(ProbeService service) {
    this.service = service;
  }

  /**
   * Runs the experiments; the features are open only as long as that takes.
   *
   * @param classId stable id of the class to tell apart
   * @throws PatchworkException if features cannot be read, or as {@link ProbeService#run}
   */
  public List<ProbePoint> run(
      List<FeatureSet> sets,
      LabelTable labels,
      String classId,
      ProbeParameters parameters,
      IProgressMonitor monitor)
      throws PatchworkException {
    List<FeatureMatrix> open = new ArrayList<>();
    try {
      List<ProbedFeatures> features = new ArrayList<>();
      for (FeatureSet set : sets) {
        FeatureMatrix matrix = set.open();
        open.add(matrix);
        features.add(new ProbedFeatures(set.id(), matrix));
      }
      return service.run(features, labels, classId, parameters, monitor);
    } finally {
      open.forEach(FeatureMatrix::close);
    }
  }
}
