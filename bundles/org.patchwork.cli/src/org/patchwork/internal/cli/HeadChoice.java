// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli;

import java.util.List;
import java.util.Map;
import org.patchwork.cli.AlgorithmChoice;
import org.patchwork.cli.AlgorithmOption;
import org.patchwork.cli.Invocation;
import org.patchwork.learn.Algorithms;
import org.patchwork.learn.ModelDesignSpec;
import org.patchwork.model.ModelDesign;
import org.patchwork.project.ProjectSession;

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

  /** The design for a project: as the user chose it, else the project's active one. */
  public static ModelDesignSpec design(Invocation<?> invocation, ProjectSession session) {
    ModelDesign active = session.model().getActiveDesign();
    boolean given =
        isGiven(invocation.algorithm(FINE_TUNING)) || isGiven(invocation.algorithm(OUTPUT));
    if (given
        || active == null
        || active.getFineTuningId() == null
        || active.getOutputId() == null) {
      return design(invocation, Projects.exclusive(session));
    }
    return new ModelDesignSpec(
        active.getFineTuningId(),
        Map.copyOf(active.getFineTuning().map()),
        active.getOutputId(),
        Map.copyOf(active.getOutput().map()));
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
