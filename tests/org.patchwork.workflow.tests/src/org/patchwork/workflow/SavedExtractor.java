// SPDX-License-Identifier: MIT
package org.patchwork.workflow;

import java.nio.file.Path;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.Param;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.RandomStreams;
import org.patchwork.image.ImageSource;
import org.patchwork.image.InputSpec;
import org.patchwork.learn.Engine;
import org.patchwork.learn.FeatureExtractor;
import org.patchwork.learn.FeatureExtractorType;
import org.patchwork.learn.SavedModelCall;

/**
 * Opens what stands in a directory relative to the feature set.
 *
 * @param input what the models take
 */
record SavedExtractor(InputSpec input) implements FeatureExtractorType<SavedExtractor.Directory> {
  /** Where the model is; told apart from the other extractors by nothing else. */
  public record Directory(@Param(label = "Directory") String directory) {
    public Directory() {
      this("");
    }
  }

  @Override
  public Class<Directory> parameterType() {
    return Directory.class;
  }

  @Override
  public void fit(
      ImageSource images,
      Directory parameters,
      RandomStreams random,
      Path directory,
      IProgressMonitor monitor) {
    // comes trained
  }

  @Override
  public FeatureExtractor open(Engine engine, Directory parameters, Path directory)
      throws PatchworkException {
    Path model = directory.resolve(parameters.directory());
    return new FeatureExtractor(input, 1, engine.openSavedModel(model, SavedModelCall.of("")));
  }
}
