// SPDX-License-Identifier: MIT
package org.patchwork.training.distillation;

import java.util.List;

/**
 * How a student does after an epoch.
 *
 * @param epoch number, from 1
 * @param steps optimiser steps so far
 * @param seconds time since the start, checks included
 * @param loss mean loss of the epoch, without weight decay
 * @param l2 ½ Σ kernel², before its factor
 * @param checkLoss the loss on the images that are checked, not augmented; null if the teacher says
 *     nothing of them
 * @param checked number of these images
 * @param agreement part in which student and teacher decide alike: of the images by the likeliest
 *     class where classes are exclusive, else of the cells at .5; null if the teacher says nothing
 *     of them
 * @param accuracy of the student by the labels of the images that are checked; null without labels
 * @param meanAuc mean over the classes that have one; null without
 * @param classes figures of each class, in order
 */
public record StudentEpoch(
    int epoch,
    long steps,
    double seconds,
    double loss,
    double l2,
    Double checkLoss,
    int checked,
    Double agreement,
    Double accuracy,
    Double meanAuc,
    List<ClassFigures> classes) {

  /**
   * Figures of a class, by labels.
   *
   * @param name name of the class
   * @param positives labelled images with the class
   * @param negatives labelled images without it
   * @param auc null without positives or negatives
   * @param accuracy at .5; null without positives or negatives
   */
  public record ClassFigures(
      String name, int positives, int negatives, Double auc, Double accuracy) {}

  public StudentEpoch {
    classes = List.copyOf(classes);
  }
}
