// SPDX-License-Identifier: MIT
package org.patchwork.tensorflow;

import java.nio.file.Path;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.RandomStreams;
import org.patchwork.image.ImageSource;
import org.patchwork.internal.tensorflow.MultiscaleModel;
import org.patchwork.learn.Engine;
import org.patchwork.learn.FeatureExtractor;
import org.patchwork.learn.FeatureExtractorType;
import org.patchwork.learn.SavedModelCall;
import org.patchwork.learn.SavedModelSettings;

/**
 * Features from several inner layers of a SavedModel, each pooled to a vector, all in a row (after
 * Evci et al. 2022, "Head2Toe", without its selection of features). Edges and textures that the
 * last layer has forgotten are still there, which helps on images unlike those the model has seen.
 *
 * <p>The folder of the feature set gets a SavedModel of its own, which computes these features. So
 * they can be stored, computed live in training, fine-tuned and exported like those of any other,
 * and the first model is no longer needed. Differs from the multiscale pooling of the Python
 * patchwork in being a part of the extractor, not of the head; its dropout is that of {@code dense}
 * layers.
 */
public final class MultiscaleExtractor implements FeatureExtractorType<MultiscaleParameters> {
  private static final String MODEL = "model";
  private static final String OUTPUT = "features";

  @Override
  public Class<MultiscaleParameters> parameterType() {
    return MultiscaleParameters.class;
  }

  @Override
  public void fit(
      ImageSource images,
      MultiscaleParameters parameters,
      RandomStreams random,
      Path directory,
      IProgressMonitor monitor)
      throws PatchworkException {
    Engine engine = new TensorFlowEngine();
    try (FeatureExtractor whole =
        new SavedModelExtractor().open(engine, parameters.source(), directory)) {
      MultiscaleModel.of(whole, parameters.layers(), parameters.pooling() == LayerPooling.MAX)
          .write(directory.resolve(MODEL), OUTPUT);
    }
  }

  @Override
  public FeatureExtractor open(Engine engine, MultiscaleParameters parameters, Path directory)
      throws PatchworkException {
    SavedModelParameters own =
        new SavedModelParameters(
            directory.resolve(MODEL).toString(),
            new SavedModelSettings(
                SavedModelCall.SERVING,
                OUTPUT,
                parameters.model().inputScale(),
                parameters.model().inputOffset()),
            new InputSize(),
            0);
    return new SavedModelExtractor().open(engine, own, directory);
  }
}
