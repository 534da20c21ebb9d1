// SPDX-License-Identifier: MIT
package org.patchwork.internal.training;

import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.EnsemblePredictions;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.PredictionTable;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.TrainableModel;
import org.patchwork.training.TrainingListener;

/** A network from its design to its predictions, wherever its features come from. Close it. */
public interface TrainedHead extends AutoCloseable {
  /** Runs the loop; afterwards the model has the weights to keep. */
  void train(TrainingListener listener, IProgressMonitor monitor) throws TrainingException;

  /**
   * Predicts all images.
   *
   * @param source id of the run
   */
  default PredictionTable predict(String source, IProgressMonitor monitor)
      throws TrainingException {
    return predict(source, row -> true, monitor);
  }

  /** Predicts the images that pass a condition; all others get NaN. */
  PredictionTable predict(String source, IntPredicate wanted, IProgressMonitor monitor)
      throws TrainingException;

  /** What the members of an ensemble predicted; empty if there is one model, or no prediction. */
  Optional<EnsemblePredictions> members();

  /**
   * What the kernel of the last layer is multiplied with, one row per image, NaN where an image has
   * no features.
   *
   * @return empty if that is simply the features as the network scales them, if there are several
   *     last layers, if images or unlabelled ones take part, or if it would take more than 256 MB
   */
  Optional<FeatureMatrix> hidden(IProgressMonitor monitor) throws TrainingException;

  TrainableModel model();

  /** What it learns. */
  HeadTask task();

  /** The epochs that were trained, and which of them the model has the weights of. */
  EpochLog log();

  /** Durations by phase. */
  Map<String, Double> seconds();

  @Override
  void close();
}
