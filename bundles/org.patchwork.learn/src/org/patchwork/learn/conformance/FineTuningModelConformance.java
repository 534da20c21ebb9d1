// SPDX-License-Identifier: MIT
package org.patchwork.learn.conformance;

import java.util.Arrays;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.FineTuningModel;
import org.patchwork.learn.network.Node;
import org.patchwork.learn.network.ShapeNetwork;
import org.patchwork.learn.network.Shapes;

/** Checks what training relies on in a fine-tuning model. */
public abstract class FineTuningModelConformance<P extends Record>
    extends AlgorithmConformance<FineTuningModel<P>, P> {
  private static final int BATCH = 2;
  private static final int[] VECTOR = {6};
  private static final int[] MAP = {8, 8, 6};

  /** False for models that need feature maps; they must refuse vectors with a message. */
  protected boolean takesVectors() {
    return true;
  }

  /**
   * Checks that vectors {@code [n, 6]} and maps {@code [n, 8, 8, 6]} become finite vectors {@code
   * [n, k]}, and that the shapes and the number of parameters are those that {@link ShapeNetwork}
   * foresees.
   */
  public final void verify() throws TrainingException {
    verifyAlgorithm();
    verifyShape(MAP);
    if (takesVectors()) {
      verifyShape(VECTOR);
    } else {
      verifyRefusal();
    }
  }

  private void verifyShape(int[] inputShape) throws TrainingException {
    ShapeNetwork.Outline outline =
        ShapeNetwork.outline(
            inputShape, (network, features) -> algorithm().build(network, features, parameters()));
    require(
        outline.outputShape().size() == 1,
        "Features "
            + Shapes.text(inputShape)
            + " must become a vector, not "
            + outline.outputShape());
    ReferenceNetwork network = new ReferenceNetwork(3);
    Node output = algorithm().build(network, input(inputShape), parameters());
    require(
        Arrays.equals(output.shape(), new int[] {BATCH, outline.outputShape().get(0)}),
        "Features "
            + Shapes.text(inputShape)
            + " became "
            + Shapes.text(output.shape())
            + ", foreseen was "
            + outline.outputShape());
    require(
        network.parameterCount() == outline.parameterCount(),
        network.parameterCount()
            + " parameters were made, foreseen were "
            + outline.parameterCount());
    require(
        Arrays.stream(ReferenceOps.value(output).values()).allMatch(Double::isFinite),
        "Every output must be finite");
  }

  private void verifyRefusal() {
    try {
      algorithm().build(new ReferenceNetwork(3), input(VECTOR), parameters());
    } catch (TrainingException e) {
      require(e.getMessage() != null && !e.getMessage().isBlank(), "A refusal needs a message");
      return;
    }
    throw new AssertionError(
        "Vectors must be refused with a TrainingException that says what would fit");
  }

  private static Node input(int[] shape) {
    int[] batch = new int[shape.length + 1];
    batch[0] = BATCH;
    System.arraycopy(shape, 0, batch, 1, shape.length);
    double[] values = new double[Arrays.stream(batch).reduce(1, Math::multiplyExact)];
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.sin(i);
    }
    return ReferenceValue.of(values, batch);
  }
}
