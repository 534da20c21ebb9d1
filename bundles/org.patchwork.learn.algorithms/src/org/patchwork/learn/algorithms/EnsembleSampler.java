// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.EnsemblePredictions;
import org.patchwork.core.LabelTable;
import org.patchwork.learn.PickReasons;
import org.patchwork.learn.RowBlocks;
import org.patchwork.learn.SampleRequest;
import org.patchwork.learn.Sampler;
import org.patchwork.learn.Selection;

/**
 * A sampler that ranks images by how far the members of an ensemble disagree. With exclusive
 * classes an image is one question; with independent classes each class without a label is one, and
 * the image counts with their sum, or with that of all classes where all have a label.
 */
abstract class EnsembleSampler<P extends Record> implements Sampler<P> {
  private static final int BLOCK = 1024;

  @Override
  public final Set<Need> needs() {
    return EnumSet.of(Need.ENSEMBLE);
  }

  @Override
  public final Selection sample(SampleRequest request, P parameters, IProgressMonitor monitor) {
    if (request.candidates().length == 0) {
      return Selection.empty("There are no images to choose from.");
    } else if (request.ensemble().isEmpty()) {
      return Selection.empty(
          "The model is a single one, which cannot disagree with itself; train with an ensemble of"
              + " 5.");
    }
    EnsemblePredictions ensemble = request.ensemble().get();
    int[] classes =
        IntStream.range(0, request.labels().classes())
            .filter(c -> ensemble.classIndex(request.labels().classIds().get(c)) >= 0)
            .toArray();
    int[] columns =
        Arrays.stream(classes)
            .map(c -> ensemble.classIndex(request.labels().classIds().get(c)))
            .toArray();
    Committee committee = new Committee(ensemble, request.labels(), classes, columns);
    int[] rows = Arrays.stream(request.candidates()).filter(committee::knows).toArray();
    if (rows.length == 0) {
      return Selection.empty(
          "None of the "
              + request.candidates().length
              + " matching images has predictions; compute their features and train again.");
    }
    Disagreement disagreement = disagreement(parameters);
    float[] scores = new float[rows.length];
    RowBlocks.forEach(
        rows.length,
        BLOCK,
        monitor,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            scores[i] = committee.score(rows[i], disagreement);
          }
        });
    int wanted = Math.min(request.count(), rows.length);
    String reason =
        wanted
            + " of "
            + rows.length
            + " images on which "
            + ensemble.members()
            + " models disagree most";
    Selection selection = Ranking.largest(rows, scores, wanted, reason);
    int[] about =
        Arrays.stream(selection.rows())
            .map(row -> committee.mainClass(row, disagreement))
            .toArray();
    return selection.because(
        PickReasons.ofClasses(
            about, c -> "the models disagree most about " + request.className(c)));
  }

  /** How disagreement is measured. */
  abstract Disagreement disagreement(P parameters);

  /** Disagreement of distributions over the same few answers. */
  interface Disagreement {
    /**
     * Measures it.
     *
     * @param members one distribution per member, each over the same answers
     */
    double of(double[][] members);
  }

  /**
   * What the members say of rows.
   *
   * @param classes label columns that the ensemble knows
   * @param columns their columns in the ensemble
   */
  private record Committee(
      EnsemblePredictions ensemble, LabelTable labels, int[] classes, int[] columns) {

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

  /** Shannon entropy in bits. */
  static double entropy(double[] distribution) {
    double sum = 0;
    for (double p : distribution) {
      sum -= p > 0 ? p * Math.log(p) : 0;
    }
    return sum / Math.log(2);
  }

  /** The mean of the distributions. */
  static double[] mean(double[][] members) {
    double[] mean = new double[members[0].length];
    for (double[] member : members) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += member[i] / members.length;
      }
    }
    return mean;
  }
}
