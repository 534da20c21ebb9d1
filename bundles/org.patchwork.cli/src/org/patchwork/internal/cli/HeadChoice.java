// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.patchwork.cli.AlgorithmChoice;
import org.patchwork.cli.AlgorithmOption;
import org.patchwork.cli.Invocation;
import org.patchwork.learn.Algorithms;
import org.patchwork.learn.ClassWeighting;
import org.patchwork.learn.ModelDesignSpec;
import org.patchwork.learn.TrainingParameters;
import org.patchwork.learn.TrainingSpec;
import org.patchwork.learn.design.DesignText;
import org.patchwork.project.ProjectSession;
import org.patchwork.project.designs.Designs;

/**
 * The options {@code --fine-tuning}, {@code --output} and {@code --loss}, and those of {@link
 * HeadParameters}: the model that is trained.
 */
public final class HeadChoice {
  private static final String FINE_TUNING = "fine-tuning";
  private static final String OUTPUT = "output";
  private static final String LOSS = "loss";
  private static final String OWN_LOSS = "own";
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
            Algorithms::outputModels),
        new AlgorithmOption(
            LOSS,
            "What training makes small; own is the loss that the output brings.",
            OWN_LOSS,
            Algorithms::losses,
            Map.of(OWN_LOSS, "")));
  }

  /** The design for a project: as the user named or chose it, else the project's active one. */
  public static ModelDesignSpec design(Invocation<?> invocation, ProjectSession session) {
    Designs designs = new Designs(session.model());
    String name = parameters(invocation).design();
    boolean chosen =
        isGiven(invocation.algorithm(FINE_TUNING)) || isGiven(invocation.algorithm(OUTPUT));
    if (!name.isEmpty()) {
      if (chosen) {
        throw new IllegalArgumentException(
            "--design " + name + " says what is trained; leave --fine-tuning and --output out.");
      }
      return withLoss(invocation, DesignText.read(designs.require(name)));
    }
    return chosen || designs.active().isEmpty()
        ? design(invocation, Projects.exclusive(session))
        : withLoss(invocation, DesignText.read(designs.active().orElseThrow()));
  }

  /** What is trained: design and settings of the project, where the user does not say otherwise. */
  public static TrainingSpec spec(Invocation<?> invocation, ProjectSession session, String name) {
    return new TrainingSpec(
        name,
        design(invocation, session),
        invocation.further(
            TrainingParameters.class, session.model().getPlan().getParameters().map()));
  }

  private static HeadParameters parameters(Invocation<?> invocation) {
    Object given = invocation.further().get(HeadParameters.class);
    return given instanceof HeadParameters parameters ? parameters : new HeadParameters();
  }

  /** The class weights that the user named, by whichever of the records the command has. */
  private static Optional<ClassWeighting> weights(Invocation<?> invocation) {
    for (Class<? extends Record> type : List.of(HeadParameters.class, WeightParameters.class)) {
      if (invocation.given().getOrDefault(type, Map.of()).containsKey("classWeights")) {
        return Optional.of(
            invocation.further().get(type) instanceof WeightParameters weights
                ? weights.classWeights()
                : parameters(invocation).classWeights());
      }
    }
    return Optional.empty();
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
    return withLoss(
        invocation,
        new ModelDesignSpec(
            fineTuning.id(), fineTuning.parameters(), outputId, output.parameters()));
  }

  /** The design with what the user says about its loss. */
  private static ModelDesignSpec withLoss(Invocation<?> invocation, ModelDesignSpec design) {
    AlgorithmChoice loss = invocation.algorithm(LOSS);
    boolean own = loss == null || loss.id().equals(OWN_LOSS);
    boolean keep = loss == null || !isGiven(loss);
    return new ModelDesignSpec(
        design.fineTuningId(),
        design.fineTuning(),
        design.outputId(),
        design.output(),
        keep ? design.lossId() : own ? "" : loss.id(),
        keep ? design.loss() : loss.parameters(),
        weights(invocation).orElse(design.classWeights()));
  }
}
