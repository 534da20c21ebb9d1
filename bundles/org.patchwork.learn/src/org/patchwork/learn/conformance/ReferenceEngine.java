// SPDX-License-Identifier: MIT
package org.patchwork.learn.conformance;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.CompiledFunction;
import org.patchwork.learn.Engine;
import org.patchwork.learn.ModelBuild;
import org.patchwork.learn.SavedModelCall;
import org.patchwork.learn.TrainableModel;
import org.patchwork.learn.network.NetworkFunction;
import org.patchwork.learn.network.ShapeNetwork;

/**
 * Runs functions of constants by {@link ReferenceNetwork}, so that feature extractors can be tested
 * without an engine. Neither trains nor opens SavedModels.
 */
public final class ReferenceEngine implements Engine {
  @Override
  public String version() {
    return "reference";
  }

  @Override
  public TrainableModel open(ModelBuild build) throws TrainingException {
    throw new TrainingException("The reference engine does not train; use TensorFlow.");
  }

  @Override
  public CompiledFunction compile(int[] inputShape, NetworkFunction function)
      throws TrainingException {
    List<Integer> output = ShapeNetwork.outline(inputShape, function).outputShape();
    return new Function(
        inputShape.clone(), output.stream().mapToInt(Integer::intValue).toArray(), function);
  }

  @Override
  public CompiledFunction openSavedModel(Path directory, SavedModelCall call)
      throws TrainingException {
    throw new TrainingException(
        "The reference engine cannot run the SavedModel in " + directory + "; use TensorFlow.");
  }

  private record Function(int[] inputShape, int[] outputShape, NetworkFunction function)
      implements CompiledFunction {
    @Override
    public void apply(float[] inputs, int count, float[] outputs) throws TrainingException {
      int[] shape = new int[inputShape.length + 1];
      shape[0] = count;
      System.arraycopy(inputShape, 0, shape, 1, inputShape.length);
      float[] used = Arrays.copyOf(inputs, ReferenceValue.size(shape));
      double[] values =
          ReferenceOps.value(
                  function.build(new ReferenceNetwork(0), ReferenceValue.of(used, shape)))
              .values();
      for (int i = 0; i < values.length; i++) {
        outputs[i] = (float) values[i];
      }
    }

    @Override
    public void close() {
      // Nothing is held.
    }
  }
}
