// SPDX-License-Identifier: MIT
package org.patchwork.workflow;

import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.PredictionTable;
import org.patchwork.image.ImageLoader;
import org.patchwork.learn.RunPredictions;
import org.patchwork.model.LabelClass;
import org.patchwork.project.ProjectSession;
import org.patchwork.project.RunSummary;
import org.patchwork.training.distillation.DistillationData;
import org.patchwork.training.distillation.DistillationListener;
import org.patchwork.training.distillation.DistillationResult;
import org.patchwork.training.distillation.DistillationService;
import org.patchwork.training.distillation.DistillationSpec;

/** Distils what the runs of a project predicted. Reads and writes the disk. */
public final class ProjectDistillation {
  private final ProjectSession session;
  private final ImageLoader loader;
  private final DistillationService service;

  /**
   * Distillation in a project.
   *
   * @param session open for writing
   * @param loader the way from files to pixels
   */
  public ProjectDistillation(
      ProjectSession session, ImageLoader loader, DistillationService service) {
    this.session = session;
    this.loader = loader;
    this.service = service;
  }

  /** The runs that can teach, those with predictions, oldest first. */
  public static List<RunSummary> teachers(ProjectSession session) {
    return session.runs().stream().filter(RunSummary::predictions).toList();
  }

  /**
   * Trains a student, and shows its predictions in the project.
   *
   * @param teacher id or name of a run, of which the newest is taken; empty for the predictions
   *     that the project shows
   * @throws PatchworkException if there is no such teacher, or as {@link DistillationService#run}
   */
  public DistillationResult distil(
      String teacher,
      DistillationSpec spec,
      DistillationListener listener,
      IProgressMonitor monitor)
      throws PatchworkException {
    DistillationData data =
        new DistillationData(
            session.labels(),
            session.classes().stream().map(LabelClass::getName).toList(),
            session.images(loader),
            session.model().getImages().getNorm(),
            teacher.isEmpty() ? shown() : predictions(teacher));
    DistillationResult result =
        service.run(spec, data, session.newRunFolder(spec.name()), listener, monitor);
    session.setPredictions(result.predictions());
    session.runsChanged();
    return result;
  }

  private PredictionTable shown() throws PatchworkException {
    PredictionTable shown = session.predictions();
    if (shown == null) {
      throw new PatchworkException(
          "The project "
              + session.name()
              + " shows no predictions that could be taught. Train a model or propagate the labels"
              + " first.");
    }
    return shown;
  }

  private PredictionTable predictions(String run) throws PatchworkException {
    List<RunSummary> teachers = teachers(session);
    for (RunSummary teacher : teachers.reversed()) {
      if (teacher.id().equals(run) || run.equals(teacher.name())) {
        return RunPredictions.read(teacher.folder()).orElseThrow();
      }
    }
    throw new PatchworkException(
        "The project has no run \""
            + run
            + "\" with predictions. Runs that have some: "
            + teachers.stream().map(RunSummary::id).toList());
  }
}
