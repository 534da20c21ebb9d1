// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.Algorithm;
import org.patchwork.core.TrainingException;

/**
 * Chooses the images to look at next. Contract, checked for every contribution: the rows are
 * distinct and all from the candidates, best first, at most as many as asked for; the same seed
 * gives the same answer; nothing to choose from gives an empty selection with a reason, never an
 * exception.
 *
 * @param <P> parameter record
 */
public interface Sampler<P extends Record> extends Algorithm<P> {

  /**
   * What a sampler cannot work without; what is missing is said to the user before it is called.
   */
  enum Need {
    PREDICTIONS,
    FEATURES,
    /** What each member of an ensemble predicts, which the model must be trained for. */
    ENSEMBLE,
    /** One class, chosen by the user. */
    CLASS
  }

  /** What must be present in the request. */
  java.util.Set<Need> needs();

  /**
   * True if it looks at {@link SampleRequest#hidden} where there is something to see; nobody reads
   * that for a sampler that does not.
   */
  default boolean looksInside() {
    return false;
  }

  /**
   * Chooses rows.
   *
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   * @throws TrainingException if the data cannot be read
   */
  Selection sample(SampleRequest request, P parameters, IProgressMonitor monitor)
      throws TrainingException;
}
