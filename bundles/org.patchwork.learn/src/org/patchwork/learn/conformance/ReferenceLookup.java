// SPDX-License-Identifier: MIT
package org.patchwork.learn.conformance;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.patchwork.learn.network.Shapes;

/** Rows looked up and largest values found, for {@link ReferenceOps}. */
final class ReferenceLookup {
  private ReferenceLookup() {}

  static ReferenceValue gather(ReferenceValue table, ReferenceValue indices) {
    int[] shape = Shapes.gather(table.shape(), indices.shape());
    double[] places = indices.values();
    int width = table.values().length / table.size(0);
    double[] values = new double[places.length * width];
    for (int i = 0; i < places.length; i++) {
      System.arraycopy(table.values(), (int) places[i] * width, values, i * width, width);
    }
    return new ReferenceValue(shape, values);
  }

  static ReferenceValue topIndices(ReferenceValue x, int count) {
    int[] shape = Shapes.topIndices(x.shape(), count);
    int width = x.size(1);
    double[] values = new double[shape[0] * count];
    for (int i = 0; i < shape[0]; i++) {
      int row = i * width;
      int[] order =
          IntStream.range(0, width)
              .boxed()
              .sorted(Comparator.comparingDouble(j -> -x.values()[row + j]))
              .mapToInt(Integer::intValue)
              .toArray();
      for (int k = 0; k < count; k++) {
        values[i * count + k] = order[k];
      }
    }
    return new ReferenceValue(shape, values);
  }
}
