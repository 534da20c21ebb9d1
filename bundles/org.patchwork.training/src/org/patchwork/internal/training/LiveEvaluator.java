// SPDX-License-Identifier: MIT
package org.patchwork.internal.training;

import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.TrainingException;

/** Asks a network under training what it says of rows it is judged by. */
interface LiveEvaluator extends AutoCloseable {
  /**
   * The loss over the validation rows; empty if there are none.
   *
   * @param monitor checked for cancel only
   */
  OptionalDouble validationLoss(IProgressMonitor monitor) throws TrainingException;

  /**
   * Predicts rows.
   *
   * @param wanted which rows
   * @return one array per class with one probability per row; NaN for rows that are not wanted or
   *     have no features
   */
  float[][] predict(IntPredicate wanted, IProgressMonitor monitor) throws TrainingException;

  @Override
  void close();
}
