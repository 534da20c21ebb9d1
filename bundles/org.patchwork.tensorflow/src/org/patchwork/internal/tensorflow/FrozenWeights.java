// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import java.util.Map;
import org.patchwork.learn.network.Network.Init;
import org.patchwork.learn.network.Network.Kind;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Weights as constants in the graph, for exports. */
final class FrozenWeights implements Weights {
  private final Ops tf;
  private final Map<String, float[]> values;
  private final SavedGraphs savedGraphs;

  FrozenWeights(Ops tf, Map<String, float[]> values) {
    this(tf, values, new SavedGraphs());
  }

  /** With SavedModels that have been read already. */
  FrozenWeights(Ops tf, Map<String, float[]> values, SavedGraphs savedGraphs) {
    this.tf = tf;
    this.values = values;
    this.savedGraphs = savedGraphs;
  }

  @Override
  public Operand<TFloat32> weight(String name, Kind kind, Init init, int... shape) {
    return state(name, init, shape);
  }

  @Override
  public Operand<TFloat32> state(String name, Init init, int... shape) {
    float[] value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "There is no weight " + name + "; known are " + values.keySet());
    }
    return tf.withName(Variables.nodeName(name)).constant(Shapes.of(shape), DataBuffers.of(value));
  }

  @Override
  public Operand<TFloat32> given(String name, Kind kind, float[] initial, int... shape) {
    return state(name, null, shape);
  }

  @Override
  public SavedGraphs savedGraphs() {
    return savedGraphs;
  }

  @Override
  public long parameterCount() {
    return 0;
  }
}
