// SPDX-License-Identifier: MIT
package org.patchwork.learn.evaluation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;

/**
 * What an audit set says about all images: shares weighted by one over the probability with which
 * each image was drawn (the ratio form of the Horvitz–Thompson estimator, Hájek 1971). Images of
 * the set without a label are left out, as if it were by chance that they have none.
 *
 * @param classes one entry per class that is both in the table and predicted
 * @param mostProbable share of images whose most probable class is right, where exactly one is
 *     present; null otherwise or without labels
 * @param members number of images of the set that are there and not excluded
 * @param labeled number of those with at least one label
 * @param notHeldOut number of those that are not held out, so that the next model will be trained
 *     on them
 * @param trainedOn number of those that this model was trained on, for example because they were
 *     drawn later; the figures are too good by what it learnt from them. 0 if that is not known
 */
public record AuditReport(
    List<ClassAudit> classes,
    Estimate mostProbable,
    int members,
    int labeled,
    int notHeldOut,
    int trainedOn) {
  public AuditReport {
    classes = List.copyOf(classes);
  }

  /**
   * One class; estimates are null where no image says anything about them.
   *
   * @param classId stable id of the class
   * @param labeled number of images of the set that are labelled for it
   * @param prevalence share of images that have it
   * @param accuracy share of right answers
   * @param precision share of the images said to have it that do
   * @param recall share of the images that have it that are said to
   */
  public record ClassAudit(
      String classId,
      int labeled,
      Estimate prevalence,
      Estimate accuracy,
      Estimate precision,
      Estimate recall) {}

  /**
   * Estimates from the labels the set has so far.
   *
   * @param trained rows the model was trained on, if that is known
   */
  public static AuditReport of(
      AuditSet set,
      LabelTable labels,
      PredictionTable predictions,
      Thresholds thresholds,
      Optional<BitSet> trained) {
    int[] all = set.rows(labels);
    List<Weighted> rows = new ArrayList<>();
    for (int i = 0; i < all.length; i++) {
      if (all[i] >= 0 && !labels.excluded(all[i])) {
        rows.add(new Weighted(all[i], 1 / set.members().get(i).probability()));
      }
    }
    List<ClassAudit> classes = new ArrayList<>();
    for (String id : labels.classIds()) {
      if (predictions.classIndex(id) >= 0) {
        classes.add(audit(rows, labels, predictions, id, thresholds.of(id)));
      }
    }
    return new AuditReport(
        classes,
        predictions.exclusive() ? mostProbable(rows, labels, predictions) : null,
        rows.size(),
        (int) rows.stream().filter(each -> labeled(labels, each.row())).count(),
        (int) rows.stream().filter(each -> !labels.validation(each.row())).count(),
        (int)
            rows.stream()
                .filter(each -> trained.isPresent() && trained.get().get(each.row()))
                .count());
  }

  private record Weighted(int row, double weight) {}

  private static boolean labeled(LabelTable labels, int row) {
    return labels.status(row) != LabelTable.Status.UNLABELED;
  }

  private static ClassAudit audit(
      List<Weighted> rows,
      LabelTable labels,
      PredictionTable predictions,
      String id,
      double threshold) {
    int column = labels.classIndex(id);
    int predicted = predictions.classIndex(id);
    Estimate.Sum prevalence = new Estimate.Sum();
    Estimate.Sum accuracy = new Estimate.Sum();
    Estimate.Sum precision = new Estimate.Sum();
    Estimate.Sum recall = new Estimate.Sum();
    int labeled = 0;
    for (Weighted each : rows) {
      float p = predictions.probability(each.row(), predicted);
      byte label = labels.label(each.row(), column);
      if (label != LabelTable.UNKNOWN && !Float.isNaN(p)) {
        boolean present = label == LabelTable.PRESENT;
        boolean said = p >= threshold;
        labeled++;
        prevalence.add(present, each.weight());
        accuracy.add(said == present, each.weight());
        if (said) {
          precision.add(present, each.weight());
        }
        if (present) {
          recall.add(said, each.weight());
        }
      }
    }
    return new ClassAudit(
        id,
        labeled,
        prevalence.estimate(),
        accuracy.estimate(),
        precision.estimate(),
        recall.estimate());
  }

  private static Estimate mostProbable(
      List<Weighted> rows, LabelTable labels, PredictionTable predictions) {
    ExclusiveRows exclusive = new ExclusiveRows(labels, predictions);
    Estimate.Sum right = new Estimate.Sum();
    for (Weighted each : rows) {
      int truth = exclusive.truth(each.row());
      int said = exclusive.mostProbable(each.row());
      if (truth >= 0 && said >= 0) {
        right.add(truth == said, each.weight());
      }
    }
    return right.estimate();
  }
}
