// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.CompiledFunction;
import org.patchwork.learn.SavedModelCall;

/**
 * A SavedModel that DJL predicts with. However many inputs come, {@value #CHUNK} are computed at a
 * time: on two cores larger batches brought no more images a second (about 1,600 with MobileNet
 * 0.25 at 128², about 110 with MobileNet 1.0 at 224²), single images up to 70 % less. TensorFlow
 * spreads a batch over all cores by itself, so one caller is enough.
 */
public final class SavedModelFunction implements CompiledFunction {
  private static final int CHUNK = 16;

  private final Path directory;
  private final SavedModelSignature signature;
  private final DjlModel model;
  private final int[] inputShape;
  private final int[] outputShape;

  private SavedModelFunction(
      Path directory,
      SavedModelSignature signature,
      DjlModel model,
      int[] inputShape,
      int[] outputShape) {
    this.directory = directory;
    this.signature = signature;
    this.model = model;
    this.inputShape = inputShape;
    this.outputShape = outputShape;
  }

  /**
   * Opens a SavedModel and, if its input size is known, runs it once, so that a model that cannot
   * run is found here.
   *
   * @param directory folder with {@code saved_model.pb}
   */
  public static SavedModelFunction open(Path directory, SavedModelCall call)
      throws TrainingException {
    SavedModelSignature signature = SavedModelFile.read(directory).signature(call);
    int[] inputShape = inputShape(directory, signature, call.inputShape());
    DjlModel model = DjlModel.load(directory, signature);
    try {
      int[] outputShape =
          isKnown(inputShape)
              ? probe(directory, signature, model, inputShape)
              : signature.output().rowShape();
      return new SavedModelFunction(directory, signature, model, inputShape, outputShape);
    } catch (TrainingException e) {
      model.close();
      throw e;
    }
  }

  private static boolean isKnown(int[] shape) {
    return Arrays.stream(shape).allMatch(size -> size > 0);
  }

  private static int[] inputShape(Path directory, SavedModelSignature signature, int[] wanted)
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
          "The SavedModel in "
              + directory
              + " takes inputs of shape "
              + (own == null ? "unknown" : Shapes.text(own))
              + ", which "
              + (wanted.length == 0 ? "must be given." : Shapes.text(wanted) + " does not fit."));
    }
    return wanted;
  }

  /** Runs zeros through the model, for the shape of an output. */
  private static int[] probe(
      Path directory, SavedModelSignature signature, DjlModel model, int[] inputShape)
      throws TrainingException {
    int batch = Math.max(1, signature.input().batch());
    int[] shape = Shapes.withBatch(batch, inputShape);
    int[] output =
        model.forward(FloatBuffer.allocate(Shapes.product(shape)), shape, FloatBuffer.allocate(0));
    if (output.length < 2 || output[0] != batch) {
      throw new TrainingException(
          "The SavedModel in "
              + directory
              + " gives "
              + Arrays.toString(output)
              + " for a batch of "
              + batch
              + ", but must give one row of features for each image.");
    }
    return Arrays.copyOfRange(output, 1, output.length);
  }

  /** The SavedModel, read again, because graphs with large constants are not worth keeping. */
  SavedModelFile file() throws TrainingException {
    return SavedModelFile.read(directory);
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
  public synchronized void apply(float[] inputs, int count, float[] outputs)
      throws TrainingException {
    if (!isKnown(inputShape)) {
      throw new TrainingException(
          "The SavedModel in " + directory + " takes inputs of any size; open it with one.");
    }
    int fixed = signature.input().batch();
    int chunk = fixed > 0 ? fixed : CHUNK;
    int inputWidth = Shapes.product(inputShape);
    int outputWidth = Shapes.product(outputShape);
    for (int begin = 0; begin < count; begin += chunk) {
      int rows = Math.min(chunk, count - begin);
      int fed = fixed > 0 ? fixed : rows;
      FloatBuffer batch = FloatBuffer.wrap(inputs, begin * inputWidth, rows * inputWidth).slice();
      model.forward(
          fed == rows ? batch : FloatBuffer.allocate(fed * inputWidth).put(batch).rewind(),
          Shapes.withBatch(fed, inputShape),
          FloatBuffer.wrap(outputs, begin * outputWidth, rows * outputWidth));
    }
  }

  @Override
  public synchronized void close() {
    model.close();
  }
}
