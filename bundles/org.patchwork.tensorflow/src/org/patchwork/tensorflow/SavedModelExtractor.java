// SPDX-License-Identifier: MIT
package org.patchwork.tensorflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.RandomStreams;
import org.patchwork.core.TrainingException;
import org.patchwork.image.ImageSource;
import org.patchwork.image.InputSpec;
import org.patchwork.internal.tensorflow.Fingerprint;
import org.patchwork.learn.CompiledFunction;
import org.patchwork.learn.Engine;
import org.patchwork.learn.FeatureExtractor;
import org.patchwork.learn.FeatureExtractorType;
import org.patchwork.learn.SavedModelCall;
import org.patchwork.learn.SavedModelSettings;

/**
 * Features from any SavedModel with one float32 image input {@code [n, height, width, channels]}.
 *
 * <p>The model is used where it lies. The folder of the feature set gets {@code model.sha256},
 * checksums in the form of {@code sha256sum}, and a model that has changed since is refused: its
 * features would not fit the ones there are. A relative directory is one in that folder: a model
 * that is a part of the feature set and moves with it.
 */
public final class SavedModelExtractor implements FeatureExtractorType<SavedModelParameters> {
  private static final String CHECKSUMS = "model.sha256";
  private static final double NORM = 255;

  @Override
  public Class<SavedModelParameters> parameterType() {
    return SavedModelParameters.class;
  }

  @Override
  public void fit(
      ImageSource images,
      SavedModelParameters parameters,
      RandomStreams random,
      Path directory,
      IProgressMonitor monitor)
      throws PatchworkException {
    Path file = directory.resolve(CHECKSUMS);
    try {
      Files.createDirectories(directory);
      Files.writeString(file, Fingerprint.of(folder(parameters, directory), monitor));
    } catch (IOException e) {
      throw new TrainingException("Cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  @Override
  public FeatureExtractor open(Engine engine, SavedModelParameters parameters, Path directory)
      throws PatchworkException {
    checkUnchanged(parameters, directory);
    SavedModelSettings settings = parameters.model();
    SavedModelCall call = settings.call();
    Path model = folder(parameters, directory);
    CompiledFunction own = engine.openSavedModel(model, call);
    InputSpec input;
    try {
      input = input(own.inputShape(), parameters);
    } catch (TrainingException e) {
      own.close();
      throw e;
    }
    int[] shape = {input.height(), input.width(), input.channels()};
    CompiledFunction function = own;
    if (!Arrays.equals(shape, own.inputShape())) {
      own.close();
      function = engine.openSavedModel(model, call.withInputShape(shape));
    }
    return new FeatureExtractor(input, settings.inputScale(), settings.inputOffset(), function);
  }

  private static Path folder(SavedModelParameters parameters, Path directory)
      throws TrainingException {
    if (parameters.directory().isBlank()) {
      throw new TrainingException("Name the folder of the SavedModel (parameter directory).");
    }
    return directory.resolve(parameters.directory()).toAbsolutePath().normalize();
  }

  private static void checkUnchanged(SavedModelParameters parameters, Path directory)
      throws TrainingException {
    Path file = directory.resolve(CHECKSUMS);
    try {
      if (Files.exists(file)
          && !Files.readString(file).equals(Fingerprint.of(folder(parameters, directory), null))) {
        throw new TrainingException(
            "The SavedModel in "
                + folder(parameters, directory)
                + " is not the one that the features in "
                + directory
                + " were made with. Extract the features again as a new feature set.");
      }
    } catch (IOException e) {
      throw new TrainingException("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private static InputSpec input(int[] shape, SavedModelParameters parameters)
      throws TrainingException {
    if (shape.length != 3) {
      throw new TrainingException(
          "The SavedModel in "
              + parameters.directory()
              + " takes inputs with "
              + shape.length
              + " dimensions, but images have height, width and channels.");
    }
    return new InputSpec(
        size("height", shape[0], parameters.size().inputHeight(), parameters),
        size("width", shape[1], parameters.size().inputWidth(), parameters),
        size("channels", shape[2], parameters.channels(), parameters),
        NORM);
  }

  private static int size(String what, int own, int wanted, SavedModelParameters parameters)
      throws TrainingException {
    if (own > 0 && wanted > 0 && own != wanted) {
      throw new TrainingException(
          "The SavedModel in "
              + parameters.directory()
              + " takes images of "
              + what
              + " "
              + own
              + ", not "
              + wanted
              + ". Set it to 0 to take the model's.");
    } else if (own <= 0 && wanted <= 0) {
      throw new TrainingException(
          "The SavedModel in "
              + parameters.directory()
              + " takes images of any "
              + what
              + ". Set the input "
              + what
              + " that it was trained with.");
    }
    return own > 0 ? own : wanted;
  }
}
