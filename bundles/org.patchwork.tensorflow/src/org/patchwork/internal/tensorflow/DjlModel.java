// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.SymbolBlock;
import ai.djl.training.ParameterStore;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.patchwork.core.TrainingException;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.exceptions.TFUnimplementedException;
import org.tensorflow.exceptions.TensorFlowException;

/** A SavedModel loaded by DJL: batches in, batches out, failures in words. */
final class DjlModel implements AutoCloseable {
  private final Path directory;
  private final Model model;
  private final NDManager manager;
  private final int outputIndex;

  private DjlModel(Path directory, SavedModelSignature signature, Model model) {
    this.directory = directory;
    this.model = model;
    this.manager = model.getNDManager().newSubManager();
    this.outputIndex =
        ((SymbolBlock) model.getBlock()).describeOutput().keys().indexOf(signature.output().name());
  }

  /**
   * Loads a SavedModel.
   *
   * @throws TrainingException if TensorFlow cannot load it; names the folder
   */
  static DjlModel load(Path directory, SavedModelSignature signature) throws TrainingException {
    Model model = Model.newInstance("SavedModel", "TensorFlow");
    try {
      model.load(directory, null, Map.of("SignatureDefKey", signature.key()));
      return new DjlModel(directory, signature, model);
    } catch (IOException
        | MalformedModelException
        | EngineException
        | TensorFlowException
        | IllegalArgumentException
        | TFUnimplementedException e) {
      model.close();
      throw new TrainingException(
          "The SavedModel in " + directory + " cannot be loaded: " + Messages.firstLine(e), e);
    }
  }

  /**
   * Applies the model to one batch.
   *
   * @param shape shape of the batch
   * @param target takes the first values of the output, as many as it has room for
   * @return the shape of the output
   * @throws TrainingException if the model fails; names the folder
   */
  int[] forward(FloatBuffer values, int[] shape, FloatBuffer target) throws TrainingException {
    if (!manager.isOpen()) {
      throw new IllegalStateException("The SavedModel is closed");
    }
    try (NDManager scope = manager.newSubManager()) {
      long[] sizes = Arrays.stream(shape).asLongStream().toArray();
      NDList input = new NDList(scope.create(values, new Shape(sizes)));
      NDList outputs = model.getBlock().forward(new ParameterStore(scope, false), input, false);
      NDArray output = outputs.get(outputIndex);
      FloatBuffer result = output.toByteBuffer().asFloatBuffer();
      target.put(result.limit(Math.min(result.limit(), target.remaining())));
      return Shapes.toInts(org.tensorflow.ndarray.Shape.of(output.getShape().getShape()));
    } catch (EngineException
        | TensorFlowException
        | TFInvalidArgumentException
        | TFUnimplementedException e) {
      throw new TrainingException(
          "The SavedModel in "
              + directory
              + " cannot be run: "
              + Messages.firstLine(e)
              + " Export it for inference, with Keras by model.export(folder).",
          e);
    }
  }

  @Override
  public void close() {
    manager.close();
    model.close();
  }
}
