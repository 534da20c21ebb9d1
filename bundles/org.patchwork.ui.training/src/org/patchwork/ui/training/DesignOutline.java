// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.patchwork.core.Algorithm;
import org.patchwork.core.ParameterSchema;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.Algorithms;
import org.patchwork.learn.FineTuningModel;
import org.patchwork.learn.ModelDesignSpec;
import org.patchwork.learn.OutputModel;
import org.patchwork.learn.network.NetworkFunction;
import org.patchwork.learn.network.ShapeNetwork;

/** What a design would be on some features: its size, or why it does not fit. Builds no network. */
final class DesignOutline {
  private DesignOutline() {}

  /**
   * Follows a design.
   *
   * @param features shape of one row of features
   * @param classes number of classes, at least 1
   * @return one line: {@code 256 → 128 → 6, 33,670 parameters}
   * @throws TrainingException if the design does not fit the features; says why
   * @throws IllegalArgumentException if a model is not installed or a parameter does not fit
   */
  static String text(ModelDesignSpec design, int[] features, int classes, Algorithms algorithms)
      throws TrainingException {
    NetworkFunction fineTuning =
        fineTuning(
            algorithms.fineTuningModels().require(design.fineTuningId()).instance(),
            design.fineTuning());
    NetworkFunction output =
        output(
            algorithms.outputModels().require(design.outputId()).instance(),
            design.output(),
            classes);
    ShapeNetwork.Outline vector = ShapeNetwork.outline(features, fineTuning);
    ShapeNetwork.Outline whole =
        ShapeNetwork.outline(
            features, (network, input) -> output.build(network, fineTuning.build(network, input)));
    return String.format(
        Locale.ENGLISH,
        "%s features → %s → %,d %s · %,d %s",
        Arrays.stream(features).mapToObj(Integer::toString).collect(Collectors.joining("×")),
        text(vector.outputShape()),
        classes,
        classes == 1 ? "class" : "classes",
        whole.parameterCount(),
        whole.parameterCount() == 1 ? "parameter" : "parameters");
  }

  private static String text(List<Integer> shape) {
    return shape.stream()
        .map(size -> String.format(Locale.ENGLISH, "%,d", size))
        .collect(Collectors.joining("×"));
  }

  private static <P extends Record> NetworkFunction fineTuning(
      FineTuningModel<P> model, Map<String, Object> values) {
    P parameters = parameters(model, values);
    return (network, features) -> model.build(network, features, parameters);
  }

  private static <P extends Record> NetworkFunction output(
      OutputModel<P> model, Map<String, Object> values, int classes) {
    P parameters = parameters(model, values);
    return (network, vector) -> model.build(network, vector, classes, parameters);
  }

  private static <P extends Record> P parameters(
      Algorithm<P> algorithm, Map<String, Object> values) {
    return ParameterSchema.of(algorithm.parameterType()).create(values);
  }
}
