// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import org.patchwork.learn.network.Network.Init;
import org.patchwork.learn.network.Network.Kind;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * Where a network under construction gets its weights: variables while training, constants in an
 * export.
 */
interface Weights {
  /** A trainable weight; the same name gives the same weight. */
  Operand<TFloat32> weight(String name, Kind kind, Init init, int... shape);

  /** A weight that is updated, but not by gradients, such as the moving average of a batch norm. */
  Operand<TFloat32> state(String name, Init init, int... shape);

  /**
   * A weight that begins with these values.
   *
   * @param kind null if no gradient trains it
   */
  Operand<TFloat32> given(String name, Kind kind, float[] initial, int... shape);

  /** The SavedModels that the network goes on from. */
  SavedGraphs savedGraphs();

  /** Number of trainable parameters so far. */
  long parameterCount();
}
