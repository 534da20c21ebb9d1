// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli;

import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.cli.CommandContext;
import org.patchwork.core.FeatureSetInfo;
import org.patchwork.core.PatchworkException;
import org.patchwork.learn.FeatureExtractor;
import org.patchwork.learn.TrainingSpec;
import org.patchwork.project.FeatureSet;
import org.patchwork.project.ProjectSession;
import org.patchwork.training.FeatureService;
import org.patchwork.training.TrainingListener;
import org.patchwork.training.TrainingResult;
import org.patchwork.training.TrainingService;
import org.patchwork.workflow.ProjectTraining;

/** Training runs of a project. */
public final class TrainingRuns {
  private TrainingRuns() {}

  /** Trains, and shows the new predictions in the project. */
  public static TrainingResult train(
      CommandContext context,
      ProjectSession session,
      TrainingSpec spec,
      TrainingListener listener,
      IProgressMonitor monitor)
      throws PatchworkException {
    FeatureSet features = Projects.features(session);
    try (FeatureExtractor extractor = extractor(context, features)) {
      return new ProjectTraining(session, new TrainingService(context.algorithms()))
          .run(spec, features, session.images(context.images()), extractor, listener, monitor);
    }
  }

  private static FeatureExtractor extractor(CommandContext context, FeatureSet features)
      throws PatchworkException {
    if (features.typeId().equals(FeatureSetInfo.NPY)) {
      return null;
    }
    return new FeatureService(context.algorithms())
        .open(FeatureSetInfo.read(features.folder()), features.folder());
  }
}
