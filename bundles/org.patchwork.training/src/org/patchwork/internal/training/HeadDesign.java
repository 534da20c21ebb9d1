// SPDX-License-Identifier: MIT
package org.patchwork.internal.training;

import java.util.Map;
import org.patchwork.core.Algorithm;
import org.patchwork.core.Contribution;
import org.patchwork.core.ParameterSchema;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.Algorithms;
import org.patchwork.learn.ClassWeights;
import org.patchwork.learn.FineTuningModel;
import org.patchwork.learn.LabelCounts;
import org.patchwork.learn.ModelDesignSpec;
import org.patchwork.learn.OutputModel;
import org.patchwork.learn.design.LossChoice;
import org.patchwork.learn.network.LossFunction;
import org.patchwork.learn.network.NetworkFunction;

/**
 * A model design with its ids looked up and its parameters checked.
 *
 * @param spec the design with full ids and every parameter
 * @param fineTuning from features to a vector
 * @param output from the vector to probabilities
 * @param lastInput from the vector to what the kernel of the last layer is multiplied with
 * @param exclusive true if the probabilities of an image sum to 1
 * @param lossId full id of the loss
 * @param lossParameters every parameter of the loss
 * @param loss from targets and probabilities to a scalar
 */
public record HeadDesign(
    ModelDesignSpec spec,
    NetworkFunction fineTuning,
    NetworkFunction output,
    NetworkFunction lastInput,
    boolean exclusive,
    String lossId,
    Map<String, Object> lossParameters,
    LossFunction loss) {

  /**
   * Looks a design up.
   *
   * @param labels the labels that class weights follow from; one output per class
   * @throws TrainingException if a part is not installed, a parameter does not fit, or the parts do
   *     not fit together
   */
  public static HeadDesign of(ModelDesignSpec spec, LabelCounts labels, Algorithms algorithms)
      throws TrainingException {
    try {
      Contribution<FineTuningModel<?>> fineTuning =
          algorithms.fineTuningModels().require(spec.fineTuningId());
      Contribution<OutputModel<?>> output = algorithms.outputModels().require(spec.outputId());
      return resolve(spec, fineTuning, output, LossChoice.of(spec, algorithms), labels);
    } catch (IllegalArgumentException e) {
      throw new TrainingException("The model cannot be built. " + e.getMessage(), e);
    }
  }

  private static HeadDesign resolve(
      ModelDesignSpec spec,
      Contribution<FineTuningModel<?>> fineTuning,
      Contribution<OutputModel<?>> output,
      LossChoice loss,
      LabelCounts labels) {
    return new HeadDesign(
        new ModelDesignSpec(
            fineTuning.id(),
            allValues(fineTuning.instance(), spec.fineTuning()),
            output.id(),
            allValues(output.instance(), spec.output()),
            spec.hasOwnLoss() ? "" : loss.id(),
            spec.hasOwnLoss() ? Map.of() : loss.parameters(),
            spec.classWeights()),
        fineTuning(fineTuning.instance(), spec.fineTuning()),
        output(output.instance(), spec.output(), labels.classes()),
        lastInput(output.instance(), spec.output()),
        output.instance().exclusive(),
        loss.id(),
        loss.parameters(),
        loss.function(ClassWeights.of(spec.classWeights(), labels)));
  }

  private static <P extends Record> NetworkFunction fineTuning(
      FineTuningModel<P> model, Map<String, Object> values) {
    P parameters = create(model, values);
    return (network, features) -> model.build(network, features, parameters);
  }

  private static <P extends Record> NetworkFunction output(
      OutputModel<P> model, Map<String, Object> values, int classes) {
    P parameters = create(model, values);
    return (network, vector) -> model.build(network, vector, classes, parameters);
  }

  private static <P extends Record> NetworkFunction lastInput(
      OutputModel<P> model, Map<String, Object> values) {
    P parameters = create(model, values);
    return (network, vector) -> model.lastInput(network, vector, parameters);
  }

  private static <P extends Record> Map<String, Object> allValues(
      Algorithm<P> algorithm, Map<String, Object> values) {
    return ParameterSchema.of(algorithm.parameterType()).values(create(algorithm, values));
  }

  private static <P extends Record> P create(Algorithm<P> algorithm, Map<String, Object> values) {
    return ParameterSchema.of(algorithm.parameterType()).create(values);
  }
}
