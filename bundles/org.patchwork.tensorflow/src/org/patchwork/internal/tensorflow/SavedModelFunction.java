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
import org.patchwork.learn.CompiledFunction;
import org.patchwork.learn.SavedModelCall;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.exceptions.TFUnimplementedException;
import org.tensorflow.exceptions.TensorFlowException;

/**
 * A SavedModel that DJL predicts with.
 *
 * <p>However many inputs come, {@value #CHUNK} are computed at a time. Measured on two cores with MobileNet 0.25 at 128²
 * and 1.0 at 224², images a second grow little beyond that, while memory does; TensorFlow's default of one thread a
 * core, for operations and within them, is the fastest, and a second caller at the same time gains nothing.
 */
public final class SavedModelFunction implements CompiledFunction {
  private static final int CHUNK = 32;

  private final SavedModelFile file;
  private final SavedModelSignature signature;
  private final int[] inputShape;
  private final int chunk;
  private final Model model;
  private final NDManager manager;
  private final int outputIndex;
  private int[] outputShape;

  private SavedModelFunction(SavedModelFile file, SavedModelSignature signature, int[] inputShape, Model model) {
    this.file = file;
    this.signature = signature;
    this.inputShape = inputShape;
    this.chunk = signature.input().batch() > 0 ? signature.input().batch() : CHUNK;
    this.model = model;
    this.manager = model.getNDManager().newSubManager();
    this.outputShape = signature.output().rowShape();
    this.outputIndex = ((SymbolBlock) model.getBlock()).describeOutput().keys().indexOf(signature.output().name());
  }

  /**
   * Opens a SavedModel and, if its input size is known, runs it once, so that a model that cannot run is found here.
   *
   * @param directory folder with {@code saved_model.pb}
   */
  public static SavedModelFunction open(Path directory, SavedModelCall call) throws TrainingException {
    SavedModelFile file = SavedModelFile.read(directory);
    SavedModelSignature signature = file.signature(call);
    int[] inputShape = inputShape(file, signature, call.inputShape());
    SavedModelFunction function = new SavedModelFunction(file, signature, inputShape, load(file, call.signature()));
    if (Arrays.stream(inputShape).allMatch(size -> size > 0)) {
      try {
        function.outputShape = function.probe();
      } catch (TrainingException e) {
        function.close();
        throw e;
      }
    }
    return function;
  }

  private static int[] inputShape(SavedModelFile file, SavedModelSignature signature, int... wanted)
      throws TrainingException {
    int[] own = signature.input().rowShape();
    if (wanted.length == 0 && own != null) {
      return own;
    }
    boolean fits = wanted.length > 0 && (own == null || own.length == wanted.length);
    for (int i = 0; fits && own != null && i < own.length; i++) {
      fits = own[i] == wanted[i] || own[i] < 0;
    }
    if (!fits) {
      throw new TrainingException(
          "The SavedModel in " + file.directory() + " takes inputs of shape "
              + (own == null ? "unknown" : Shapes.text(own)) + ", which "
              + (wanted.length == 0 ? "must be given." : Shapes.text(wanted) + " does not fit."));
    }
    return wanted.clone();
  }

  private static Model load(SavedModelFile file, String signatureKey) throws TrainingException {
    Model model = Model.newInstance("SavedModel", "TensorFlow");
    try {
      model.load(file.directory(), null, Map.of("SignatureDefKey", signatureKey));
      return model;
    } catch (IOException
        | MalformedModelException
        | EngineException
        | TensorFlowException
        | IllegalArgumentException
        | TFUnimplementedException e) {
      model.close();
      throw new TrainingException(
          "The SavedModel in " + file.directory() + " cannot be loaded: " + Messages.firstLine(e), e);
    }
  }

  private int[] probe() throws TrainingException {
    int batch = Math.max(1, signature.input().batch());
    float[] zeros = new float[batch * Shapes.product(inputShape)];
    try (NDManager scope = manager.newSubManager()) {
      long[] shape = forward(scope, FloatBuffer.wrap(zeros), batch).getShape().getShape();
      if (shape.length < 2 || shape[0] != batch) {
        throw new TrainingException(
            "The SavedModel in " + file.directory() + " gives " + Arrays.toString(shape) + " for a batch of " + batch
                + ", but must give one row of features for each image.");
      }
      return Arrays.stream(shape).skip(1).mapToInt(Math::toIntExact).toArray();
    }
  }

  SavedModelFile file() {
    return file;
  }

  SavedModelSignature signature() {
    return signature;
  }

  @Override
  public int[] inputShape() {
    return inputShape.clone();
  }

  @Override
  public int[] outputShape() {
    return outputShape.clone();
  }

  @Override
  public synchronized void apply(float[] inputs, int count, float[] outputs) throws TrainingException {
    if (Arrays.stream(inputShape).anyMatch(size -> size < 0)) {
      throw new TrainingException(
          "The SavedModel in " + file.directory() + " takes inputs of any size; open it with one.");
    }
    int inputWidth = Shapes.product(inputShape);
    int outputWidth = Shapes.product(outputShape);
    for (int begin = 0; begin < count; begin += chunk) {
      int rows = Math.min(chunk, count - begin);
      FloatBuffer batch = FloatBuffer.wrap(inputs, begin * inputWidth, rows * inputWidth).slice();
      try (NDManager scope = manager.newSubManager()) {
        int fed = signature.input().batch() > 0 ? chunk : rows;
        NDArray output = forward(scope, fed == rows ? batch : padded(batch, fed * inputWidth), fed);
        output.toByteBuffer().asFloatBuffer().get(outputs, begin * outputWidth, rows * outputWidth);
      }
    }
  }

  private static FloatBuffer padded(FloatBuffer batch, int length) {
    return FloatBuffer.allocate(length).put(batch).rewind();
  }

  private NDArray forward(NDManager scope, FloatBuffer values, int count) throws TrainingException {
    if (!manager.isOpen()) {
      throw new IllegalStateException("The SavedModel is closed");
    }
    try {
      long[] shape = Arrays.stream(Shapes.withBatch(count, inputShape)).asLongStream().toArray();
      NDList input = new NDList(scope.create(values, new Shape(shape)));
      return model.getBlock().forward(new ParameterStore(scope, false), input, false).get(outputIndex);
    } catch (EngineException
        | TensorFlowException
        | TFInvalidArgumentException
        | TFUnimplementedException e) {
      throw new TrainingException(
          "The SavedModel in " + file.directory() + " cannot be run: " + Messages.firstLine(e)
              + " Export it for inference, with Keras by model.export(folder).",
          e);
    }
  }

  @Override
  public synchronized void close() {
    manager.close();
    model.close();
  }
}
