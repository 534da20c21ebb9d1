// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli;

import java.util.List;
import org.patchwork.cli.AlgorithmChoice;
import org.patchwork.cli.AlgorithmOption;
import org.patchwork.cli.Invocation;
import org.patchwork.learn.Algorithms;
import org.patchwork.learn.ModelDesignSpec;

/** The options {@code --fine-tuning} and {@code --output}: the model that is trained. */
public final class HeadChoice {
  private static final String FINE_TUNING = "fine-tuning";
  private static final String OUTPUT = "output";
  private static final String SOFTMAX = "softmax";
  private static final String SIGMOID = "sigmoid";

  private HeadChoice() {}

  /** The options. */
  public static List<AlgorithmOption> options() {
    return List.of(
        new AlgorithmOption(
            FINE_TUNING,
            "The part of the model between the features and the output.",
            "pooling",
            Algorithms::fineTuningModels),
        new AlgorithmOption(
            OUTPUT,
            "The last part of the model. Where exactly one class is present in an image, softmax is"
                + " taken unless you say otherwise.",
            SIGMOID,
            Algorithms::outputModels));
  }

  /** True if the user chose a part of the model. */
  public static boolean given(Invocation<?> invocation) {
    return isGiven(invocation.algorithm(FINE_TUNING)) || isGiven(invocation.algorithm(OUTPUT));
  }

  private static boolean isGiven(AlgorithmChoice choice) {
    return choice.given() || !choice.parameters().isEmpty();
  }

  /**
   * The design as the user chose it.
   *
   * @param exclusive true if exactly one class is present in an image
   */
  public static ModelDesignSpec design(Invocation<?> invocation, boolean exclusive) {
    AlgorithmChoice fineTuning = invocation.algorithm(FINE_TUNING);
    AlgorithmChoice output = invocation.algorithm(OUTPUT);
    String outputId = output.id();
    if (exclusive && !isGiven(output)) {
      outputId = invocation.context().algorithms().outputModels().require(SOFTMAX).id();
    }
    return new ModelDesignSpec(
        fineTuning.id(), fineTuning.parameters(), outputId, output.parameters());
  }
}
