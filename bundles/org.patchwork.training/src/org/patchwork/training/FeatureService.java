// SPDX-License-Identifier: MIT
package org.patchwork.training;

import java.nio.file.Path;
import java.util.function.LongSupplier;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.FeatureSetInfo;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.TrainingException;
import org.patchwork.image.ImageSource;
import org.patchwork.internal.training.FeatureExtraction;
import org.patchwork.internal.training.NpyFeatures;
import org.patchwork.learn.Algorithms;
import org.patchwork.learn.FeatureExtractor;

/**
 * From images to features on disk. A feature set is a folder with {@code features.npy} (float32,
 * one row per image), {@code feature-set.json} and what the extractor learned.
 */
public final class FeatureService {
  private final Algorithms algorithms;
  private final LongSupplier nanoTime;
  private final int threads;

  /** A service that decodes images on all cores. */
  public FeatureService(Algorithms algorithms) {
    this(algorithms, System::nanoTime, Runtime.getRuntime().availableProcessors());
  }

  /**
   * A service with a clock of its own.
   *
   * @param nanoTime for speed and report intervals, as {@link System#nanoTime()}
   * @param threads number of threads that decode images
   */
  public FeatureService(Algorithms algorithms, LongSupplier nanoTime, int threads) {
    this.algorithms = algorithms;
    this.nanoTime = nanoTime;
    this.threads = threads;
  }

  /**
   * Makes the features of all images, or what is missing of them. Called again after a cancel, a
   * failure or a kill it goes on where it stopped and gives the same bits as if it had not been
   * interrupted. Called again with further images behind the old ones it computes theirs only, with
   * the extractor as it was fitted then. An image that cannot be read gets a row of NaN and stands
   * in the answer.
   *
   * @param images the images, in row order
   * @param folder folder of the feature set; made if need be
   * @throws PatchworkException if no image can be read, the extractor fails, or the folder cannot
   *     be written
   * @throws IllegalArgumentException if the extractor or one of its parameters does not exist;
   *     lists what does
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled; what
   *     is done is kept
   */
  public FeatureSetInfo extract(
      FeatureRequest request,
      ImageSource images,
      Path folder,
      ExtractionListener listener,
      IProgressMonitor monitor)
      throws PatchworkException {
    return FeatureExtraction.of(algorithms.featureExtractors().require(request.typeId()), request)
        .run(algorithms.engine(), images, folder, listener, nanoTime, threads, monitor);
  }

  /**
   * Takes features over that were computed elsewhere: checks them and copies them into the folder.
   *
   * @param file a NumPy array, float16, float32 or float64, one row per image
   * @throws PatchworkException if the file is no such array, has another number of rows, or holds a
   *     number that is not finite
   */
  public FeatureSetInfo copyNpy(
      Path file, ImageSource images, Path folder, IProgressMonitor monitor)
      throws PatchworkException {
    return NpyFeatures.copy(file, images, folder, monitor);
  }

  /**
   * Opens the extractor of a finished feature set, for example to export it together with a head.
   *
   * @throws TrainingException if the features were computed elsewhere, so that there is no
   *     extractor
   */
  public FeatureExtractor open(FeatureSetInfo info, Path folder) throws PatchworkException {
    if (info.typeId().equals(FeatureSetInfo.NPY)) {
      throw new TrainingException(
          "The features \""
              + info.id()
              + "\" were computed elsewhere, so their extractor is not known.");
    }
    return open(new FeatureRequest(info.typeId(), info.parameters(), info.seed()), folder);
  }

  /**
   * Opens an extractor that comes trained, or that was fitted in this folder.
   *
   * @param folder where it was fitted; parameters that name files start from there
   */
  public FeatureExtractor open(FeatureRequest request, Path folder) throws PatchworkException {
    return FeatureExtraction.of(algorithms.featureExtractors().require(request.typeId()), request)
        .open(algorithms.engine(), folder);
  }
}
