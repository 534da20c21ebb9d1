// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import java.nio.file.Path;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.Algorithm;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.RandomStreams;
import org.patchwork.image.ImageSource;

/**
 * A way to get features from images. Extension point {@code org.patchwork.learn.featureExtractors}.
 *
 * @param <P> parameter record
 */
public interface FeatureExtractorType<P extends Record> extends Algorithm<P> {
  /**
   * Learns what there is to learn from the project's own images and writes it to the folder of the
   * feature set, in files others can read. Does nothing for extractors that come trained. Same
   * images and seed give the same files.
   */
  void fit(
      ImageSource images,
      P parameters,
      RandomStreams random,
      Path directory,
      IProgressMonitor monitor)
      throws PatchworkException;

  /** Opens the extractor from what {@link #fit} wrote. */
  FeatureExtractor open(Engine engine, P parameters, Path directory) throws PatchworkException;
}
