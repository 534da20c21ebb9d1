// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import org.patchwork.learn.network.Node;
import org.patchwork.learn.network.Ops;

/** How a feature map {@code [n, h, w, c]} becomes a vector; vectors stay as they are. */
public enum Pooling {
  /** Maximum over height and width: {@code [n, c]}. */
  MAX,
  /** Mean over height and width: {@code [n, c]}. */
  AVERAGE,
  /** All values: {@code [n, h·w·c]}. */
  FLATTEN;

  Node apply(Ops ops, Node features) {
    if (features.rank() != 4) {
      return features;
    }
    return switch (this) {
      case MAX -> ops.max(features, false, 1, 2);
      case AVERAGE -> ops.mean(features, false, 1, 2);
      case FLATTEN ->
          ops.reshape(features, -1, features.size(1) * features.size(2) * features.size(3));
    };
  }
}
