// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.patchwork.core.Parameter;
import org.patchwork.core.ParameterSchema;
import org.patchwork.image.augmentation.AugmentationSpec;
import org.patchwork.learn.LiveParameters;
import org.patchwork.learn.RunRecord;
import org.patchwork.learn.TrainingSpec;
import org.patchwork.learn.UnlabelledParameters;
import org.patchwork.model.Project;
import org.patchwork.model.TrainingPlan;

/**
 * What the next run does with images and with unlabelled ones, as it stands in the project.
 *
 * @param live training from the images
 * @param unlabelled the use of unlabelled images, whatever the loss
 * @param semiSupervisedId the loss on them; empty for none
 * @param semiSupervised its parameters by name
 */
public record LivePlan(
    LiveParameters live,
    UnlabelledParameters unlabelled,
    String semiSupervisedId,
    Map<String, Object> semiSupervised) {

  public LivePlan {
    Objects.requireNonNull(semiSupervisedId);
    semiSupervised = Map.copyOf(semiSupervised);
  }

  /** Stored features and labelled images alone. */
  public LivePlan() {
    this(new LiveParameters(), new UnlabelledParameters(), "", Map.of());
  }

  /**
   * Reads the plan of a project.
   *
   * @throws IllegalArgumentException if what stands in the project does not fit this version; says
   *     what
   */
  static LivePlan of(Project project) {
    TrainingPlan plan = project.getPlan();
    UnlabelledParameters unlabelled =
        ParameterSchema.of(UnlabelledParameters.class)
            .create(new LinkedHashMap<>(plan.getUnlabelled().map()));
    boolean used = unlabelled.unlabelledWeight() > 0;
    return new LivePlan(
        ParameterSchema.of(LiveParameters.class).create(new LinkedHashMap<>(plan.getLive().map())),
        unlabelled,
        used ? Objects.requireNonNullElse(plan.getSemiSupervisedId(), "") : "",
        new LinkedHashMap<>(plan.getSemiSupervised().map()));
  }

  /**
   * What a run did with images and unlabelled ones.
   *
   * @throws IllegalArgumentException if what stands in the record does not fit this version
   */
  public static LivePlan of(RunRecord record) {
    Map<String, Object> images = new LinkedHashMap<>(record.live());
    images.put("live", !record.live().isEmpty());
    Map<String, Object> use = new LinkedHashMap<>(record.unlabelled());
    Object id = use.remove("semiSupervised");
    Object parameters = use.remove("parameters");
    Map<String, Object> named = new LinkedHashMap<>();
    if (parameters instanceof Map<?, ?> values) {
      values.forEach((name, value) -> named.put(String.valueOf(name), value));
    }
    return new LivePlan(
        ParameterSchema.of(LiveParameters.class).create(images),
        ParameterSchema.of(UnlabelledParameters.class).create(use),
        id == null ? "" : id.toString(),
        named);
  }

  /** Writes the plan into a copy of the project's model. */
  void store(Project project) {
    TrainingPlan plan = project.getPlan();
    replace(plan.getLive().map(), ParameterSchema.of(LiveParameters.class).values(live));
    Map<String, Object> use = ParameterSchema.of(UnlabelledParameters.class).values(unlabelled);
    if (semiSupervisedId.isEmpty()) {
      use.put("unlabelledWeight", 0.0); // no loss is a loss of no weight, for the command line too
    }
    replace(plan.getUnlabelled().map(), use);
    plan.setSemiSupervisedId(semiSupervisedId.isEmpty() ? null : semiSupervisedId);
    replace(plan.getSemiSupervised().map(), semiSupervised);
  }

  private static void replace(Map<String, String> texts, Map<String, Object> values) {
    texts.clear();
    values.forEach(
        (name, value) ->
            texts.put(
                name,
                value instanceof Enum<?> ? Parameter.choiceName(value) : String.valueOf(value)));
  }

  /**
   * The run with this plan.
   *
   * @param augmentation as it stands in the project
   */
  TrainingSpec with(TrainingSpec spec, AugmentationSpec augmentation) {
    return spec.with(
        live.source(augmentation),
        semiSupervisedId.isEmpty()
            ? java.util.Optional.empty()
            : unlabelled.spec(semiSupervisedId, semiSupervised));
  }
}
