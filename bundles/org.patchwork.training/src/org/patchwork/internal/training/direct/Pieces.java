// SPDX-License-Identifier: MIT
package org.patchwork.internal.training.direct;

/**
 * Parts of one array that become parts of another: slice, concatenation, another shape. Each part
 * is a number of blocks at equal distances on both sides.
 */
final class Pieces extends Step {
  /**
   * One part.
   *
   * @param from where the values come from
   * @param fromStart first value of the first block there
   * @param toStart first value of the first block here
   */
  record Part(Value from, int fromStart, int toStart, int block, int fromStep, int toStep) {}

  /** The parts for a batch of a size. */
  interface Layout {
    Part[] parts(int count);
  }

  private final Layout layout;

  Pieces(Value out, Layout layout) {
    super(out);
    this.layout = layout;
  }

  @Override
  void forward(int count) {
    for (Part part : layout.parts(count)) {
      int blocks = blocks(part, count);
      for (int i = 0; i < blocks; i++) {
        System.arraycopy(
            part.from().data,
            part.fromStart() + i * part.fromStep(),
            out.data,
            part.toStart() + i * part.toStep(),
            part.block());
      }
    }
  }

  private int blocks(Part part, int count) {
    return out.length(count) / part.toStep();
  }

  @Override
  void backward(int count) {
    for (Part part : layout.parts(count)) {
      int blocks = part.from().trained ? blocks(part, count) : 0;
      for (int i = 0; i < blocks; i++) {
        int from = part.fromStart() + i * part.fromStep();
        int to = part.toStart() + i * part.toStep();
        for (int k = 0; k < part.block(); k++) {
          part.from().gradient[from + k] += out.gradient[to + k];
        }
      }
    }
  }
}
