// SPDX-License-Identifier: MIT
package org.patchwork.learn.design;

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
import org.patchwork.learn.network.NetworkSketch;
import org.patchwork.learn.network.ShapeNetwork;

/**
 * What a design would be on some features. Builds no network.
 *
 * @param features shape of one row of features
 * @param vector shape of what the output model gets, one row
 * @param classes number of classes
 * @param sketch the whole network as boxes, the features first
 * @param loss the loss it is trained with
 */
public record DesignOutline(
    List<Integer> features,
    List<Integer> vector,
    int classes,
    NetworkSketch sketch,
    LossChoice loss) {

  /**
   * Follows a design.
   *
   * @param features shape of one row of features
   * @param classes number of classes, at least 1
   * @throws TrainingException if the design does not fit the features; says why
   * @throws IllegalArgumentException if a part is not installed or a parameter does not fit
   */
  public static DesignOutline of(
      ModelDesignSpec design, int[] features, int classes, Algorithms algorithms)
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
    LossChoice loss = LossChoice.of(design, algorithms);
    ShapeNetwork.Outline vector = ShapeNetwork.outline(features, fineTuning);
    ShapeNetwork.Outline whole =
        ShapeNetwork.outline(
            features, (network, input) -> output.build(network, fineTuning.build(network, input)));
    return new DesignOutline(
        Arrays.stream(features).boxed().toList(),
        vector.outputShape(),
        classes,
        whole.sketch(),
        loss);
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

  /** Number of trainable parameters. */
  public long parameterCount() {
    return sketch.parameterCount();
  }

  /** One line: {@code 256 features → 128 → 6 classes · 33,670 parameters}. */
  public String text() {
    return String.format(
        Locale.ENGLISH,
        "%s features → %s → %,d %s · %,d %s",
        shape(features),
        grouped(vector),
        classes,
        classes == 1 ? "class" : "classes",
        parameterCount(),
        parameterCount() == 1 ? "parameter" : "parameters");
  }

  /** A shape as people read it: {@code 7×7×1024}. */
  public static String shape(List<Integer> shape) {
    return shape.stream().map(String::valueOf).collect(Collectors.joining("×"));
  }

  private static String grouped(List<Integer> shape) {
    return shape.stream()
        .map(size -> String.format(Locale.ENGLISH, "%,d", size))
        .collect(Collectors.joining("×"));
  }
}
