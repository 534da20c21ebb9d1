// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import java.util.Arrays;
import java.util.Map;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.CompiledFunction;
import org.patchwork.learn.network.NetworkFunction;
import org.patchwork.learn.network.Node;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * A function of constants in a TensorFlow session. However many inputs come, only some are computed
 * at a time: the patches of an image and what is computed from them take hundreds of times the
 * memory of the image, and larger batches were measured to be no faster.
 */
public final class GraphFunction implements CompiledFunction {
  private static final int CHUNK_VALUES = 1 << 16;

  private final NetworkFunction function;
  private final int[] inputShape;
  private final int[] outputShape;
  private final GraphSession session;
  private final FeedTensor feed;
  private final RowFunction rows;

  private GraphFunction(
      NetworkFunction function,
      int[] inputShape,
      Graph graph,
      Operand<TFloat32> input,
      Node output) {
    this.function = function;
    this.inputShape = inputShape.clone();
    this.outputShape = Arrays.copyOfRange(output.shape(), 1, output.rank());
    this.feed = new FeedTensor(inputShape);
    this.session = new GraphSession(graph);
    this.rows =
        new RowFunction(
            session,
            input,
            GraphNode.operand(output),
            Shapes.product(outputShape),
            Math.max(1, CHUNK_VALUES / feed.width()));
  }

  /** Builds the function. */
  public static GraphFunction compile(int[] inputShape, NetworkFunction function)
      throws TrainingException {
    return GraphBuilder.inNewGraph(
        "The function",
        graph -> {
          Ops tf = Ops.create(graph);
          Placeholder<TFloat32> input =
              tf.withName("input")
                  .placeholder(TFloat32.class, Placeholder.shape(Shapes.batchOf(inputShape)));
          return new GraphFunction(function, inputShape, graph, input, build(tf, function, input));
        });
  }

  private static Node build(Ops tf, NetworkFunction function, Operand<TFloat32> input)
      throws TrainingException {
    return function.build(
        GraphNetwork.forInference(tf, new FrozenWeights(tf, Map.of())), new GraphNode(input));
  }

  /** Builds the same function into another graph, for exports. */
  Node copyTo(Ops tf, Operand<TFloat32> otherInput) throws TrainingException {
    return build(tf, function, otherInput);
  }

  @Override
  public int[] inputShape() {
    return inputShape.clone();
  }

  @Override
  public int[] outputShape() {
    return outputShape.clone();
  }

  @Override
  public synchronized void apply(float[] inputs, int count, float[] outputs)
      throws TrainingException {
    rows.apply(feed, inputs, count, outputs);
  }

  @Override
  public synchronized void close() {
    session.close();
    feed.close();
  }
}
