// SPDX-License-Identifier: MIT
package org.patchwork.internal.training.distillation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;
import org.patchwork.core.TrainingException;
import org.patchwork.internal.training.ImagePredictor;
import org.patchwork.learn.ClassMetrics;
import org.patchwork.learn.Evaluation;
import org.patchwork.learn.RandomRows;
import org.patchwork.training.distillation.StudentEpoch.ClassFigures;
import org.patchwork.training.distillation.WorstPrediction;

/**
 * Tries a student on the same images after each epoch: held-out ones with labels, or where there
 * are none any that are not excluded.
 */
final class StudentChecker {
  private final TeacherTargets targets;
  private final ImagePredictor predictor;
  private final int[] rows;

  /**
   * What a student is worth at a moment.
   *
   * @param loss against the teacher; empty if it says nothing of these images
   * @param agreement part in which student and teacher decide alike; empty likewise
   * @param evaluation by labels
   * @param worst what it is most wrong about
   */
  record Check(
      OptionalDouble loss,
      OptionalDouble agreement,
      Evaluation evaluation,
      List<WorstPrediction> worst) {}

  StudentChecker(
      TeacherTargets targets, ImagePredictor predictor, int count, RandomGenerator random) {
    this.targets = targets;
    this.predictor = predictor;
    LabelTable labels = targets.data().labels();
    int[] held =
        IntStream.range(0, labels.rows())
            .filter(row -> labels.validation(row) && !labels.excluded(row))
            .filter(targets::labelled)
            .toArray();
    int[] pool =
        held.length > 0
            ? held
            : IntStream.range(0, labels.rows()).filter(row -> !labels.excluded(row)).toArray();
    this.rows = some(pool, count, random);
  }

  private static int[] some(int[] pool, int count, RandomGenerator random) {
    int[] some = RandomRows.withoutReplacement(pool, count, random);
    Arrays.sort(some);
    return some;
  }

  /** The images that are checked, ascending. */
  int[] rows() {
    return rows;
  }

  Check check(IProgressMonitor monitor) throws TrainingException {
    LabelTable labels = targets.data().labels();
    float[][] columns = predictor.predict(rows, labels.rows(), monitor).columns();
    PredictionTable student =
        new PredictionTable(targets.classIds(), columns, "", targets.teacher().exclusive());
    OptionalDouble loss = predictor.loss(rows, targets::copy, monitor);
    boolean[] checked = new boolean[labels.rows()];
    for (int row : rows) {
      checked[row] = true;
    }
    return new Check(
        loss,
        agreement(student),
        Evaluation.of(labels, student, row -> checked[row]),
        worst(student));
  }

  private OptionalDouble agreement(PredictionTable student) {
    int alike = 0;
    int all = 0;
    for (int row : rows) {
      if (!targets.complete(row) || !student.has(row)) {
        continue;
      }
      if (student.exclusive()) {
        all++;
        alike += likeliest(student, row) == likeliestTaught(row) ? 1 : 0;
      } else {
        for (int c = 0; c < targets.classes(); c++) {
          all++;
          boolean says = student.probability(row, c) >= 0.5f;
          alike += says == (targets.taught(row, c) >= 0.5f) ? 1 : 0;
        }
      }
    }
    return all == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) alike / all);
  }

  private int likeliest(PredictionTable student, int row) {
    int best = 0;
    for (int c = 1; c < targets.classes(); c++) {
      best = student.probability(row, c) > student.probability(row, best) ? c : best;
    }
    return best;
  }

  private int likeliestTaught(int row) {
    int best = 0;
    for (int c = 1; c < targets.classes(); c++) {
      best = targets.taught(row, c) > targets.taught(row, best) ? c : best;
    }
    return best;
  }

  private List<WorstPrediction> worst(PredictionTable student) {
    List<WorstPrediction> worst = new ArrayList<>();
    for (int c = 0; c < targets.classes(); c++) {
      worst.add(
          new WorstPrediction(
              targets.classNames().get(c),
              extreme(student, c, LabelTable.ABSENT, 1),
              extreme(student, c, LabelTable.PRESENT, -1)));
    }
    return worst;
  }

  /** The image with this label that scores highest, or lowest where the sign is negative. */
  private WorstPrediction.Image extreme(PredictionTable student, int c, byte label, int sign) {
    LabelTable labels = targets.data().labels();
    int found = -1;
    for (int row : rows) {
      float p = student.probability(row, c);
      boolean counts = labels.label(row, targets.labelColumns()[c]) == label && !Float.isNaN(p);
      if (counts && (found < 0 || sign * p > sign * student.probability(found, c))) {
        found = row;
      }
    }
    return found < 0
        ? null
        : new WorstPrediction.Image(found, labels.path(found), student.probability(found, c));
  }

  /** Figures of each class by labels, in order. */
  List<ClassFigures> figures(Evaluation evaluation) {
    List<ClassFigures> figures = new ArrayList<>();
    for (int c = 0; c < targets.classes(); c++) {
      ClassMetrics metrics = evaluation.of(targets.classIds().get(c));
      figures.add(
          new ClassFigures(
              targets.classNames().get(c),
              metrics.positives(),
              metrics.negatives(),
              boxed(metrics.auc()),
              boxed(metrics.accuracy())));
    }
    return figures;
  }

  static Double boxed(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }
}
