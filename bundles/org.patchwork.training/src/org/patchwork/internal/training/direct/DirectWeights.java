// SPDX-License-Identifier: MIT
package org.patchwork.internal.training.direct;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.patchwork.learn.network.InitialValues;
import org.patchwork.learn.network.Network.Init;
import org.patchwork.learn.network.Network.Kind;

/** The weights of a model, shared by the network that learns and the one that predicts. */
final class DirectWeights {
  /** One weight. */
  record Entry(String name, Kind kind, Value value) {}

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final InitialValues initial;

  DirectWeights(long seed) {
    this.initial = new InitialValues(seed);
  }

  Value weight(String name, Kind kind, Init init, int... shape) {
    Entry entry =
        entries.computeIfAbsent(
            name, n -> new Entry(n, kind, Value.of(initial.of(n, init, shape), shape, true)));
    if (!Arrays.equals(entry.value().shape(), shape)) {
      throw new IllegalArgumentException(
          "Weight "
              + name
              + " has shape "
              + Arrays.toString(entry.value().shape())
              + ", but is wanted as "
              + Arrays.toString(shape)
              + "; give the layers different names");
    }
    return entry.value();
  }

  /** All weights in the order in which they were made. */
  Collection<Entry> all() {
    return entries.values();
  }

  long parameterCount() {
    return entries.values().stream().mapToLong(entry -> entry.value().data.length).sum();
  }
}
