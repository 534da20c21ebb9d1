// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.learn.Part;
import org.patchwork.learn.evaluation.CalibratedModel;
import org.patchwork.learn.evaluation.ModelReport;
import org.patchwork.learn.evaluation.ReviewList;
import org.patchwork.learn.evaluation.ScoredCells;
import org.patchwork.model.LabelClass;
import org.patchwork.project.ProjectSession;
import org.patchwork.project.classes.ExclusionGroups;

/**
 * What the Evaluation view shows: the report on one part of a project's images, and what it was
 * made from.
 *
 * @param labels labels it was made from
 * @param raw the predictions as the model gave them
 * @param model calibrated if that is wanted and the run has a calibration
 * @param part images the model is judged by
 * @param cells observed cells on the part, by class id
 * @param reviews for a calibrated model, the images without a label that count as present, by class
 *     id
 * @param report the figures
 * @param classes classes of the project at the time
 * @param runFolder folder of the run that the predictions come from; need not exist
 */
record Judgement(
    LabelTable labels,
    PredictionTable raw,
    CalibratedModel model,
    Part part,
    Map<String, ScoredCells> cells,
    Map<String, ReviewList> reviews,
    ModelReport report,
    List<LabelClass> classes,
    Path runFolder) {

  /**
   * Judges the predictions shown in a project. Reads the disk and whole columns: not for the
   * display thread.
   *
   * @param predictions those of the project
   * @param calibrated true to apply the calibration of the run, if it has one
   */
  static Judgement of(
      ProjectSession session, PredictionTable predictions, Part part, boolean calibrated)
      throws ProjectFormatException {
    LabelTable labels = session.labels();
    CalibratedModel model =
        calibrated
            ? CalibratedModel.of(predictions, session.folder())
            : CalibratedModel.raw(predictions);
    int[] rows = part.rows(labels);
    ModelReport report =
        ModelReport.of(
            labels,
            model.predictions(),
            model.thresholds(),
            ExclusionGroups.of(session.model().getSchema()),
            rows);
    Map<String, ScoredCells> cells = new HashMap<>();
    Map<String, ReviewList> reviews = new HashMap<>();
    for (String id : model.predictions().classIds()) {
      double from = model.thresholds().of(id);
      cells.put(id, ScoredCells.of(labels, model.predictions(), id, rows));
      if (model.record().isPresent()) {
        reviews.put(id, ReviewList.of(labels, model.predictions(), id, from));
      }
    }
    return new Judgement(
        labels,
        predictions,
        model,
        part,
        cells,
        reviews,
        report,
        List.copyOf(session.classes()),
        CalibratedModel.runFolder(session.folder(), predictions));
  }

  /** Name of a class, or its id if it was removed. */
  String name(String classId) {
    return classes.stream()
        .filter(each -> each.getId().equals(classId))
        .map(LabelClass::getName)
        .findFirst()
        .orElse(classId);
  }

  /** Observed cells of a class on the part. */
  ScoredCells cells(String classId) {
    return cells.get(classId);
  }

  /** What the images are called in a sentence. */
  String partText() {
    return part == Part.VALIDATION ? "held-out" : "training";
  }
}
