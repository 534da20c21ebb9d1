// SPDX-License-Identifier: MIT
package org.patchwork.learn.design;

import java.util.Map;
import org.patchwork.core.Contribution;
import org.patchwork.core.ParameterSchema;
import org.patchwork.learn.Algorithms;
import org.patchwork.learn.ClassWeighting;
import org.patchwork.learn.ClassWeights;
import org.patchwork.learn.Loss;
import org.patchwork.learn.ModelDesignSpec;
import org.patchwork.learn.OutputModel;
import org.patchwork.learn.WeightedLoss;
import org.patchwork.learn.network.LossFunction;

/**
 * The loss a design is trained with, looked up and checked: the one it names, or the one that its
 * output model brings.
 *
 * @param contribution the loss
 * @param parameters every parameter of it
 */
public record LossChoice(Contribution<Loss<?>> contribution, Map<String, Object> parameters) {

  /**
   * Looks the loss of a design up.
   *
   * @throws IllegalArgumentException if a part is not installed, a parameter does not fit, or the
   *     loss does not fit the output model or the class weights; says what would
   */
  public static LossChoice of(ModelDesignSpec design, Algorithms algorithms) {
    Contribution<OutputModel<?>> output = algorithms.outputModels().require(design.outputId());
    Contribution<Loss<?>> loss =
        algorithms
            .losses()
            .require(design.hasOwnLoss() ? output.instance().lossId() : design.lossId());
    checkOutput(loss, output);
    checkWeights(loss, design.classWeights());
    Map<String, Object> given =
        design.hasOwnLoss() ? ofOutput(output.instance(), design.output()) : design.loss();
    return new LossChoice(loss, allValues(loss.instance(), given));
  }

  private static void checkOutput(Contribution<Loss<?>> loss, Contribution<OutputModel<?>> output) {
    if (loss.instance().exclusive() && !output.instance().exclusive()) {
      throw new IllegalArgumentException(
          "The loss "
              + loss.name()
              + " needs probabilities that sum to 1, which the output "
              + output.name()
              + " does not give. Choose another loss, or an output for exclusive classes.");
    }
  }

  private static void checkWeights(Contribution<Loss<?>> loss, ClassWeighting weighting) {
    if (weighting != ClassWeighting.NONE && !(loss.instance() instanceof WeightedLoss<?>)) {
      throw new IllegalArgumentException(
          "The loss " + loss.name() + " takes no class weights. Set them to none.");
    }
  }

  private static <P extends Record> Map<String, Object> ofOutput(
      OutputModel<P> model, Map<String, Object> values) {
    return model.lossParameters(ParameterSchema.of(model.parameterType()).create(values));
  }

  private static <P extends Record> Map<String, Object> allValues(
      Loss<P> loss, Map<String, Object> values) {
    ParameterSchema<P> schema = ParameterSchema.of(loss.parameterType());
    return schema.values(schema.create(values));
  }

  /** Full id of the loss. */
  public String id() {
    return contribution.id();
  }

  /**
   * The loss as a function.
   *
   * @param weights weights of the cells; only a {@link WeightedLoss} is given any but 1
   */
  public LossFunction function(ClassWeights weights) {
    return function(contribution.instance(), weights);
  }

  private <P extends Record> LossFunction function(Loss<P> loss, ClassWeights weights) {
    P values = ParameterSchema.of(loss.parameterType()).create(parameters);
    if (loss instanceof WeightedLoss<P> weighted && !weights.even()) {
      return (ops, target, prediction) ->
          weighted.build(ops, target, prediction, weights.cells(ops, target), values);
    }
    return (ops, target, prediction) -> loss.build(ops, target, prediction, values);
  }
}
