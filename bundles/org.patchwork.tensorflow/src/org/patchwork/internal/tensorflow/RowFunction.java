// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import org.patchwork.core.TrainingException;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.types.TFloat32;

/**
 * From rows of numbers to rows of numbers through a session, some rows at a time.
 *
 * @param input what is fed
 * @param output what is fetched, one row for each fed
 * @param width values in a row of the output
 * @param chunk rows computed at once, at least 1
 */
record RowFunction(
    GraphSession session, Operand<TFloat32> input, Operand<TFloat32> output, int width, int chunk) {

  /** Computes the first {@code count} rows with a tensor kept for feeding. */
  void apply(FeedTensor feed, float[] values, int count, float[] results) throws TrainingException {
    for (int begin = 0; begin < count; begin += chunk) {
      int rows = Math.min(chunk, count - begin);
      try (Result result =
          GraphSession.run(
              session.runner().feed(input, feed.fill(values, begin, rows)).fetch(output))) {
        NativeBuffer.floats(result.get(0)).get(results, begin * width, rows * width);
      }
    }
  }
}
