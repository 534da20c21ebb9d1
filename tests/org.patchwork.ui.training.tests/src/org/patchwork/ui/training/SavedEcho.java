// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.nio.file.Path;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.Param;
import org.patchwork.core.RandomStreams;
import org.patchwork.core.TrainingException;
import org.patchwork.image.ImageSource;
import org.patchwork.image.InputSpec;
import org.patchwork.learn.Engine;
import org.patchwork.learn.FeatureExtractor;
import org.patchwork.learn.FeatureExtractorType;
import org.patchwork.learn.SavedModelCall;

/** Features from what an {@link EchoEncoder} exported. */
final class SavedEcho implements FeatureExtractorType<SavedEcho.Parameters> {
  private static final int SIDE = 8;

  /** Where it is. */
  record Parameters(@Param(label = "Directory") String directory) {
    Parameters() {
      this("");
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public void fit(
      ImageSource images,
      Parameters parameters,
      RandomStreams random,
      Path directory,
      IProgressMonitor monitor) {
    // comes trained
  }

  @Override
  public FeatureExtractor open(Engine engine, Parameters parameters, Path directory)
      throws TrainingException {
    return new FeatureExtractor(
        new InputSpec(SIDE, SIDE, 3, 255),
        1,
        engine.openSavedModel(
            directory.resolve(parameters.directory()), SavedModelCall.of(SavedModelCall.SERVING)));
  }
}
