// SPDX-License-Identifier: MIT
package org.patchwork.learn.conformance;

import java.util.Arrays;
import java.util.Map;
import org.patchwork.core.ParameterSchema;
import org.patchwork.learn.Loss;
import org.patchwork.learn.OutputModel;
import org.patchwork.learn.network.Node;

/** Checks what training relies on in an output model. */
public abstract class OutputModelConformance<P extends Record>
    extends AlgorithmConformance<OutputModel<P>, P> {
  private static final int BATCH = 4;
  private static final int WIDTH = 5;

  /** An instance of the loss that {@link OutputModel#lossId()} names. */
  protected abstract Loss<?> loss();

  /**
   * Checks that the outputs are probabilities of the right shape for 1 and for several classes, sum
   * to 1 in a row if the classes are exclusive, and that the loss takes the parameters it is given.
   */
  public final void verify() {
    verifyAlgorithm();
    require(!algorithm().lossId().isBlank(), "The model must name its loss");
    Map<String, Object> values = algorithm().lossParameters(parameters());
    ParameterSchema.of(loss().parameterType()).create(values);
    for (int classes : new int[] {1, 3}) {
      verifyOutput(classes);
    }
  }

  private void verifyOutput(int classes) {
    double[] vector = new double[BATCH * WIDTH];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = 3 * Math.sin(i);
    }
    Node output =
        algorithm()
            .build(
                new ReferenceNetwork(3),
                ReferenceValue.of(vector, BATCH, WIDTH),
                classes,
                parameters());
    require(
        Arrays.equals(output.shape(), new int[] {BATCH, classes}),
        "The output must be [n, " + classes + "], not " + Arrays.toString(output.shape()));
    double[] p = ReferenceOps.value(output).values();
    require(Arrays.stream(p).allMatch(v -> v >= 0 && v <= 1), "Probabilities must be in [0, 1]");
    for (int row = 0; row < BATCH && algorithm().exclusive(); row++) {
      double sum = Arrays.stream(p, row * classes, (row + 1) * classes).sum();
      require(
          Math.abs(sum - 1) < 1e-9, "Probabilities of exclusive classes must sum to 1, not " + sum);
    }
  }
}
