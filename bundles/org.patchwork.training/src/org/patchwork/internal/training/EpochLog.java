// SPDX-License-Identifier: MIT
package org.patchwork.internal.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.EpochRecord;
import org.patchwork.learn.RunRecord.Outcome;

/**
 * The epochs of a run so far. Where a run may stop early, it keeps the weights of the epoch with
 * the least validation loss; else those of the last epoch count.
 */
public final class EpochLog {
  /** Reads the weights of a model. */
  interface Weights {
    Map<String, float[]> read() throws TrainingException;
  }

  private final int earlyStop;
  private final Weights weights;
  private final List<EpochRecord> epochs = new ArrayList<>();
  private int bestEpoch;
  private double bestLoss = Double.POSITIVE_INFINITY;
  private Map<String, float[]> bestWeights;

  /**
   * No epochs yet.
   *
   * @param earlyStop epochs without a better validation loss after which a run stops; 0 for never
   */
  EpochLog(int earlyStop, Weights weights) {
    this.earlyStop = earlyStop;
    this.weights = weights;
  }

  /** Takes an epoch that has ended just now. */
  void add(EpochRecord record) throws TrainingException {
    epochs.add(record);
    if (earlyStop == 0) {
      bestEpoch = record.epoch();
    } else if (record.validationLoss().orElse(Double.NaN) < bestLoss) {
      bestEpoch = record.epoch();
      bestLoss = record.validationLoss().getAsDouble();
      bestWeights = weights.read();
    }
  }

  /**
   * True if the validation loss was not better than the best for as many epochs as early stop
   * allows.
   */
  boolean stopsEarly() {
    return earlyStop > 0 && epochs.size() - bestEpoch >= earlyStop;
  }

  /** One entry per finished epoch. */
  public List<EpochRecord> epochs() {
    return epochs;
  }

  /** The epoch whose weights are to be kept; 0 before training. */
  public int bestEpoch() {
    return bestEpoch;
  }

  /** How the run ended, once it has. */
  public Outcome outcome() {
    return stopsEarly() ? Outcome.STOPPED_EARLY : Outcome.COMPLETED;
  }

  /** The weights to go back to at the end; null if the model has those to be kept. */
  Map<String, float[]> bestWeights() {
    return bestWeights;
  }
}
