// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import org.patchwork.core.EnsemblePredictions;
import org.patchwork.core.LabelTable;

/**
 * What the members of an ensemble say of rows. With exclusive classes a row is one question; with
 * independent classes each class is one.
 *
 * @param classes label columns that the ensemble knows
 * @param columns their columns in the ensemble
 */
record Committee(EnsemblePredictions ensemble, LabelTable labels, int[] classes, int[] columns) {

  /** Disagreement of distributions over the same few answers. */
  interface Disagreement {
    /**
     * Measures it.
     *
     * @param members one distribution per member, each over the same answers
     */
    double of(double[][] members);
  }

  boolean knows(int row) {
    for (int column : columns) {
      if (Float.isNaN(ensemble.probability(0, row, column))) {
        return false;
      }
    }
    return columns.length > 0;
  }

  float score(int row, Disagreement disagreement) {
    if (ensemble.exclusive() && classes.length > 1) {
      return (float) disagreement.of(distributions(row));
    }
    double all = 0;
    double open = 0;
    boolean anyOpen = false;
    for (int i = 0; i < classes.length; i++) {
      double of = disagreement.of(presence(row, columns[i]));
      all += of;
      if (labels.label(row, classes[i]) == LabelTable.UNKNOWN) {
        open += of;
        anyOpen = true;
      }
    }
    return (float) (anyOpen ? open : all);
  }

  /** The class the members disagree about most, as a column of the labels. */
  int mainClass(int row, Disagreement disagreement) {
    int best = 0;
    double most = -1;
    for (int i = 0; i < classes.length; i++) {
      double of = disagreement.of(presence(row, columns[i]));
      if (of > most) {
        most = of;
        best = i;
      }
    }
    return classes[best];
  }

  private double[][] distributions(int row) {
    double[][] members = new double[ensemble.members()][classes.length];
    for (int m = 0; m < members.length; m++) {
      for (int i = 0; i < classes.length; i++) {
        members[m][i] = ensemble.probability(m, row, columns[i]);
      }
    }
    return members;
  }

  private double[][] presence(int row, int column) {
    double[][] members = new double[ensemble.members()][];
    for (int m = 0; m < members.length; m++) {
      double p = ensemble.probability(m, row, column);
      members[m] = new double[] {1 - p, p};
    }
    return members;
  }
}
