// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.evaluation;

import java.util.List;
import java.util.stream.LongStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.cli.Invocation;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PatchworkException;
import org.patchwork.internal.cli.HeadChoice;
import org.patchwork.internal.cli.Projects;
import org.patchwork.project.LabelStages;
import org.patchwork.project.ProjectSession;
import org.patchwork.training.CurvePoint;
import org.patchwork.training.LabelCurve;
import org.patchwork.training.SimulationListener;
import org.patchwork.training.TrainingService;

/** Trains the learning curve of a project's labels. */
final class LabelCurves {
  private static final int HISTORY_WORK = 1;
  private static final int TRAIN_WORK = 9;
  private static final int FEWEST = 3;

  private LabelCurves() {}

  static List<CurvePoint> of(
      Invocation<?> invocation,
      ProjectSession session,
      int stages,
      int repeats,
      IProgressMonitor monitor)
      throws PatchworkException {
    SubMonitor progress = SubMonitor.convert(monitor, HISTORY_WORK + TRAIN_WORK);
    List<LabelTable> past = LabelStages.of(session, stages, progress.split(HISTORY_WORK));
    try (FeatureMatrix matrix = Projects.features(session).open()) {
      return new LabelCurve(new TrainingService(invocation.context().algorithms()))
          .run(
              HeadChoice.spec(invocation, session, "learning-curve"),
              Projects.data(session, matrix, null),
              past.size() < FEWEST ? List.of() : past,
              LongStream.range(0, repeats).boxed().toList(),
              SimulationListener.NONE,
              progress.split(TRAIN_WORK));
    }
  }
}
