// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.EnsemblePredictions;
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
    Committee.Disagreement disagreement = disagreement(parameters);
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
  abstract Committee.Disagreement disagreement(P parameters);

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
