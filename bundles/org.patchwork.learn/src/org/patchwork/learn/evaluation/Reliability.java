// SPDX-License-Identifier: MIT
package org.patchwork.learn.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;

/**
 * Whether probabilities mean what they say: of the cells given about p, a share of about p should
 * be present.
 *
 * @param bins equal widths over [0, 1], from 0 up
 * @param calibrationError expected calibration error: Σ nᵦ/n · |observed share − mean probability|
 *     over the bins (Naeini, Cooper and Hauskrecht 2015; Guo and others 2017); empty without cells
 * @param byChance calibration error to expect of a model that is calibrated perfectly, from the
 *     number of cells alone; empty without cells
 * @param brier mean squared difference between probability and label; empty without cells
 */
public record Reliability(
    List<Bin> bins,
    OptionalDouble calibrationError,
    OptionalDouble byChance,
    OptionalDouble brier) {
  /** Number of bins, as in Guo and others (2017). */
  public static final int BINS = 15;

  public Reliability {
    bins = List.copyOf(bins);
  }

  /**
   * One bin; the last one includes its upper end.
   *
   * @param low least probability
   * @param high where the next bin begins
   * @param rows rows of the cells in it; not copied
   * @param meanProbability mean of their probabilities, NaN for an empty bin
   * @param observed share of them that is as predicted, NaN for an empty bin
   */
  public record Bin(double low, double high, int[] rows, double meanProbability, double observed) {
    /** Number of cells. */
    public int count() {
      return rows.length;
    }
  }

  /** Of one class: probability of being present against labels. */
  public static Reliability of(ScoredCells cells) {
    return ofAll(List.of(cells));
  }

  /** Of the cells of several classes together; a row stands in a bin once for each of its cells. */
  public static Reliability ofAll(List<ScoredCells> classes) {
    Tally tally = new Tally();
    for (ScoredCells cells : classes) {
      for (int i = 0; i < cells.size(); i++) {
        tally.add(cells.row(i), cells.probability(i), cells.present(i));
      }
    }
    return tally.reliability();
  }

  /**
   * Of the most probable class where exactly one is present: its probability against whether it is
   * right. A row counts if exactly one class is known to be present and every class is predicted.
   *
   * @param rows rows to look at
   */
  public static Reliability ofMostProbable(
      LabelTable labels, PredictionTable predictions, int[] rows) {
    Tally tally = new Tally();
    ExclusiveRows exclusive = new ExclusiveRows(labels, predictions);
    for (int row : rows) {
      int truth = exclusive.truth(row);
      int said = exclusive.mostProbable(row);
      if (truth >= 0 && said >= 0) {
        tally.add(row, exclusive.probability(row, said), said == truth);
      }
    }
    return tally.reliability();
  }

  /** Cells by bin. */
  private static final class Tally {
    private final List<List<Integer>> rows = new ArrayList<>();
    private final double[] probabilities = new double[BINS];
    private final int[] hits = new int[BINS];
    private final double[] variances = new double[BINS];
    private double squares;
    private int total;

    Tally() {
      for (int bin = 0; bin < BINS; bin++) {
        rows.add(new ArrayList<>());
      }
    }

    void add(int row, double probability, boolean hit) {
      int bin = Math.clamp((long) (probability * BINS), 0, BINS - 1);
      rows.get(bin).add(row);
      probabilities[bin] += probability;
      variances[bin] += probability * (1 - probability);
      hits[bin] += hit ? 1 : 0;
      double off = probability - (hit ? 1 : 0);
      squares += off * off;
      total++;
    }

    Reliability reliability() {
      List<Bin> bins = new ArrayList<>();
      double error = 0;
      double chance = 0;
      for (int bin = 0; bin < BINS; bin++) {
        int count = rows.get(bin).size();
        error += Math.abs(hits[bin] - probabilities[bin]);
        chance += Math.sqrt(variances[bin] * 2 / Math.PI); // mean of |x| of a normal x
        bins.add(
            new Bin(
                (double) bin / BINS,
                (bin + 1.0) / BINS,
                rows.get(bin).stream().mapToInt(Integer::intValue).toArray(),
                probabilities[bin] / count, // NaN for an empty bin
                (double) hits[bin] / count));
      }
      return new Reliability(bins, mean(error), mean(chance), mean(squares));
    }

    private OptionalDouble mean(double sum) {
      return total == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / total);
    }
  }
}
