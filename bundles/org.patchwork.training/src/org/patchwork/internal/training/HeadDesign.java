// SPDX-License-Identifier: MIT
package org.patchwork.internal.training;

import java.util.Map;
import org.patchwork.core.Algorithm;
import org.patchwork.core.Contribution;
import org.patchwork.core.ParameterSchema;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.Algorithms;
import org.patchwork.learn.FineTuningModel;
import org.patchwork.learn.Loss;
import org.patchwork.learn.ModelDesignSpec;
import org.patchwork.learn.OutputModel;
import org.patchwork.learn.network.LossFunction;
import org.patchwork.learn.network.NetworkFunction;

/**
 * A model design with its ids looked up and its parameters checked.
 *
 * @param spec the design with full ids and every parameter
 * @param fineTuning from features to a vector
 * @param output from the vector to probabilities
 * @param exclusive true if the probabilities of an image sum to 1
 * @param lossId full id of the loss
 * @param lossParameters every parameter of the loss
 * @param loss from targets and probabilities to a scalar
 */
public record HeadDesign(
    ModelDesignSpec spec,
    NetworkFunction fineTuning,
    NetworkFunction output,
    boolean exclusive,
    String lossId,
    Map<String, Object> lossParameters,
    LossFunction loss) {

  /**
   * Looks a design up.
   *
   * @param classes number of outputs
   * @throws TrainingException if a part is not installed or a parameter does not fit
   */
  public static HeadDesign of(ModelDesignSpec spec, int classes, Algorithms algorithms)
      throws TrainingException {
    try {
      Contribution<FineTuningModel<?>> fineTuning =
          algorithms.fineTuningModels().require(spec.fineTuningId());
      Contribution<OutputModel<?>> output = algorithms.outputModels().require(spec.outputId());
      return resolve(spec, fineTuning, output, classes, algorithms);
    } catch (IllegalArgumentException e) {
      throw new TrainingException("The model cannot be built. " + e.getMessage(), e);
    }
  }

  private static HeadDesign resolve(
      ModelDesignSpec spec,
      Contribution<FineTuningModel<?>> fineTuning,
      Contribution<OutputModel<?>> output,
      int classes,
      Algorithms algorithms) {
    Contribution<Loss<?>> loss = algorithms.losses().require(output.instance().lossId());
    Map<String, Object> lossValues = lossParameters(output.instance(), spec.output());
    return new HeadDesign(
        new ModelDesignSpec(
            fineTuning.id(),
            allValues(fineTuning.instance(), spec.fineTuning()),
            output.id(),
            allValues(output.instance(), spec.output())),
        fineTuning(fineTuning.instance(), spec.fineTuning()),
        output(output.instance(), spec.output(), classes),
        output.instance().exclusive(),
        loss.id(),
        allValues(loss.instance(), lossValues),
        loss(loss.instance(), lossValues));
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

  private static <P extends Record> Map<String, Object> lossParameters(
      OutputModel<P> model, Map<String, Object> values) {
    return model.lossParameters(create(model, values));
  }

  private static <P extends Record> LossFunction loss(Loss<P> loss, Map<String, Object> values) {
    P parameters = create(loss, values);
    return (ops, target, prediction) -> loss.build(ops, target, prediction, parameters);
  }

  private static <P extends Record> Map<String, Object> allValues(
      Algorithm<P> algorithm, Map<String, Object> values) {
    return ParameterSchema.of(algorithm.parameterType()).values(create(algorithm, values));
  }

  private static <P extends Record> P create(Algorithm<P> algorithm, Map<String, Object> values) {
    return ParameterSchema.of(algorithm.parameterType()).create(values);
  }
}
