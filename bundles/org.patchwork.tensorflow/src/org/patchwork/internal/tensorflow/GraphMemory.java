// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.patchwork.learn.encoder.Memory;
import org.patchwork.learn.encoder.OwnRule;
import org.patchwork.learn.network.Node;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** A variable that a loss keeps from step to step. */
final class GraphMemory implements Memory {
  private final GraphOps ops;
  private final Variables.Entry entry;
  private final OwnRule rule;
  private Operand<TFloat32> afterStep;
  private Operand<TFloat32> afterRehearsal;

  /**
   * A memory.
   *
   * @param rule null if no gradient trains it
   */
  GraphMemory(Ops tf, Variables.Entry entry, OwnRule rule) {
    this.ops = new GraphOps(tf);
    this.entry = entry;
    this.rule = rule;
  }

  /** Values at the start. */
  static float[] initial(Start start, RandomGenerator random, int... shape) {
    float[] values = new float[Shapes.product(shape)];
    switch (start) {
      case ZEROS -> Arrays.fill(values, 0);
      case ONES -> Arrays.fill(values, 1);
      case UNIT_NOISE ->
          directions(values, random, shape.length == 0 ? 1 : shape[shape.length - 1]);
      default -> throw new IllegalArgumentException("Unknown start " + start);
    }
    return values;
  }

  private static void directions(float[] values, RandomGenerator random, int width) {
    for (int row = 0; row < values.length; row += width) {
      double squares = 0;
      for (int i = row; i < row + width; i++) {
        values[i] = (float) random.nextGaussian();
        squares += values[i] * values[i];
      }
      for (int i = row; i < row + width; i++) {
        values[i] /= (float) Math.sqrt(squares);
      }
    }
  }

  Variables.Entry entry() {
    return entry;
  }

  /** Its own rule, if gradients train it. */
  Optional<OwnRule> rule() {
    return Optional.ofNullable(rule);
  }

  /** What it becomes after a step, to be computed before anything changes. */
  Optional<Operand<TFloat32>> next(boolean rehearsal) {
    return Optional.ofNullable(rehearsal ? afterRehearsal : afterStep);
  }

  /**
   * The change after a step or a rehearsal.
   *
   * @param gated makes operations that wait until everything has been read
   */
  Optional<Op> update(Ops gated, boolean rehearsal) {
    return next(rehearsal).map(next -> gated.assign(entry.variable(), next));
  }

  @Override
  public Node value() {
    return new GraphNode(entry.value());
  }

  @Override
  public void becomes(Node next) {
    requireFree(afterStep);
    if (!Arrays.equals(next.shape(), entry.shape())) {
      throw new IllegalArgumentException(
          "The memory "
              + entry.name()
              + " has the shape "
              + Shapes.text(entry.shape())
              + " and cannot become "
              + Shapes.text(next.shape()));
    }
    afterStep = GraphNode.operand(next);
    afterRehearsal = afterStep;
  }

  @Override
  public void push(Node newest) {
    requireFree(afterStep);
    afterStep = pushed(newest);
    afterRehearsal = afterStep;
  }

  @Override
  public void pushInRehearsal(Node newest) {
    requireFree(afterRehearsal);
    afterRehearsal = pushed(newest);
  }

  private Operand<TFloat32> pushed(Node newest) {
    int rows = entry.shape()[0];
    int added = newest.size(0);
    if (added > rows) {
      throw new IllegalArgumentException(
          added
              + " new rows do not fit into the memory "
              + entry.name()
              + " of "
              + rows
              + "; take a smaller batch or more rows");
    }
    Node kept = ops.slice(value(), 0, 0, rows - added);
    return GraphNode.operand(added == rows ? newest : ops.concat(0, newest, kept));
  }

  private void requireFree(Operand<TFloat32> update) {
    if (update != null) {
      throw new IllegalArgumentException(
          "The memory " + entry.name() + " is given new values twice");
    }
  }
}
