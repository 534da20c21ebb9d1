// SPDX-License-Identifier: MIT
package org.patchwork.internal.training.direct;

import java.util.Arrays;
import org.patchwork.learn.network.Shapes;

/** Sum, mean or maximum over neighbouring dimensions. */
final class Reduce extends Step {
  /** What becomes of the values. */
  enum Kind {
    SUM,
    MEAN,
    MAX
  }

  private final Value x;
  private final Kind kind;
  private final int first;
  private final int end;

  /**
   * A reduction.
   *
   * @param dimensions as {@link org.patchwork.learn.network.Ops#sum} takes them; must be neighbours
   */
  Reduce(Value x, Kind kind, boolean keepDimensions, int... dimensions) {
    super(new Value(Shapes.reduce(x.shape(), keepDimensions, dimensions), x.trained));
    this.x = x;
    this.kind = kind;
    int[] sorted =
        Arrays.stream(dimensions).map(d -> Shapes.dimension(x.shape(), d)).sorted().toArray();
    this.first = sorted.length == 0 ? 0 : sorted[0];
    this.end = sorted.length == 0 ? x.rank() : sorted[sorted.length - 1] + 1;
    if (sorted.length > 0 && end - first != sorted.length) {
      throw new NoDirectForm("A reduction over dimensions that are no neighbours");
    }
  }

  private int product(int from, int to, int count) {
    int[] shape = x.shape();
    int product = 1;
    for (int i = from; i < to; i++) {
      product *= shape[i] < 0 ? count : shape[i];
    }
    return product;
  }

  @Override
  void forward(int count) {
    int outer = product(0, first, count);
    int reduced = product(first, end, count);
    int inner = product(end, x.rank(), count);
    for (int o = 0; o < outer; o++) {
      for (int i = 0; i < inner; i++) {
        int start = o * reduced * inner + i;
        out.data[o * inner + i] =
            kind == Kind.MAX
                ? x.data[largest(start, reduced, inner)]
                : sum(start, reduced, inner) / (kind == Kind.MEAN ? reduced : 1);
      }
    }
  }

  private float sum(int start, int reduced, int step) {
    double sum = 0;
    for (int k = 0, at = start; k < reduced; k++, at += step) {
      sum += x.data[at];
    }
    return (float) sum;
  }

  private int largest(int start, int reduced, int step) {
    int best = start;
    for (int k = 1, at = start + step; k < reduced; k++, at += step) {
      if (x.data[at] > x.data[best]) {
        best = at;
      }
    }
    return best;
  }

  @Override
  void backward(int count) {
    int outer = product(0, first, count);
    int reduced = product(first, end, count);
    int inner = product(end, x.rank(), count);
    for (int o = 0; o < outer; o++) {
      for (int i = 0; i < inner; i++) {
        int start = o * reduced * inner + i;
        float g = out.gradient[o * inner + i];
        if (kind == Kind.MAX) {
          x.gradient[largest(start, reduced, inner)] += g;
        } else {
          float part = kind == Kind.MEAN ? g / reduced : g;
          for (int k = 0, at = start; k < reduced; k++, at += inner) {
            x.gradient[at] += part;
          }
        }
      }
    }
  }
}
