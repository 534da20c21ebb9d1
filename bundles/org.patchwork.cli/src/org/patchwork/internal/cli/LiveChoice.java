// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.patchwork.cli.AlgorithmChoice;
import org.patchwork.cli.AlgorithmOption;
import org.patchwork.cli.Invocation;
import org.patchwork.learn.Algorithms;
import org.patchwork.learn.FeatureSource;
import org.patchwork.learn.LiveParameters;
import org.patchwork.learn.TrainingSpec;
import org.patchwork.learn.UnlabelledParameters;
import org.patchwork.learn.UnlabelledSpec;
import org.patchwork.model.TrainingPlan;
import org.patchwork.project.ProjectAugmentation;
import org.patchwork.project.ProjectSession;

/**
 * The options that train from the images and with unlabelled ones: {@code --live}, {@code
 * --unlabelled-weight}, {@code --semi-supervised}. What is not given stands in the project.
 */
public final class LiveChoice {
  private static final String SEMI_SUPERVISED = "semi-supervised";
  private static final String FIXMATCH = "fixmatch";

  private LiveChoice() {}

  /** The choice of the loss on unlabelled images. */
  public static AlgorithmOption option() {
    return new AlgorithmOption(
        SEMI_SUPERVISED,
        "The loss on unlabelled images, used if --unlabelled-weight is above 0.",
        FIXMATCH,
        Algorithms::semiSupervised);
  }

  /** The other options. */
  public static List<Record> parameters() {
    return List.of(new LiveParameters(), new UnlabelledParameters());
  }

  /** The run with what the user chose, or the project says, about images and unlabelled ones. */
  public static TrainingSpec with(
      Invocation<?> invocation, ProjectSession session, TrainingSpec spec) {
    TrainingPlan plan = session.model().getPlan();
    FeatureSource source =
        invocation
            .further(LiveParameters.class, plan.getLive().map())
            .source(ProjectAugmentation.of(session.model()));
    return spec.with(source, unlabelled(invocation, plan));
  }

  private static Optional<UnlabelledSpec> unlabelled(Invocation<?> invocation, TrainingPlan plan) {
    AlgorithmChoice choice = invocation.algorithm(SEMI_SUPERVISED);
    boolean stored = !choice.given() && plan.getSemiSupervisedId() != null;
    Map<String, Object> parameters =
        new LinkedHashMap<>(stored ? plan.getSemiSupervised().map() : Map.of());
    parameters.putAll(choice.parameters());
    return invocation
        .further(UnlabelledParameters.class, plan.getUnlabelled().map())
        .spec(stored ? plan.getSemiSupervisedId() : choice.id(), parameters);
  }
}
