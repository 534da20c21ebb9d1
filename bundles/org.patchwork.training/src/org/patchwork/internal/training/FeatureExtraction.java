// SPDX-License-Identifier: MIT
package org.patchwork.internal.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongSupplier;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.Contribution;
import org.patchwork.core.FeatureSetInfo;
import org.patchwork.core.FeatureSetInfo.UnreadableImage;
import org.patchwork.core.ParameterSchema;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.RandomStreams;
import org.patchwork.core.TrainingException;
import org.patchwork.image.ImageSource;
import org.patchwork.learn.Engine;
import org.patchwork.learn.FeatureExtractor;
import org.patchwork.learn.FeatureExtractorType;
import org.patchwork.learn.log.PathsHash;
import org.patchwork.training.ExtractionListener;
import org.patchwork.training.FeatureRequest;

/**
 * An extractor with its parameters checked, on its way from fitting to a finished feature set.
 *
 * @param <P> parameter record of the extractor
 */
public final class FeatureExtraction<P extends Record> {
  private static final int FIT_WORK = 30;
  private static final int EXTRACT_WORK = 70;

  private final String id;
  private final FeatureExtractorType<P> type;
  private final P parameters;
  private final FeatureRequest request;

  private FeatureExtraction(String id, FeatureExtractorType<P> type, FeatureRequest request) {
    this.id = id;
    this.type = type;
    this.parameters = ParameterSchema.of(type.parameterType()).create(request.parameters());
    this.request = request;
  }

  /**
   * Checks a request.
   *
   * @throws IllegalArgumentException if a parameter does not exist or fit
   */
  public static FeatureExtraction<?> of(
      Contribution<FeatureExtractorType<?>> type, FeatureRequest request) {
    return of(type.id(), type.instance(), request);
  }

  private static <P extends Record> FeatureExtraction<P> of(
      String id, FeatureExtractorType<P> type, FeatureRequest request) {
    return new FeatureExtraction<>(id, type, request);
  }

  /** Opens the extractor from what was fitted. */
  public FeatureExtractor open(Engine engine, Path folder) throws PatchworkException {
    return type.open(engine, parameters, folder);
  }

  /** Makes the features, or what is missing of them. */
  public FeatureSetInfo run(
      Engine engine,
      ImageSource images,
      Path path,
      ExtractionListener listener,
      LongSupplier nanoTime,
      int threads,
      IProgressMonitor monitor)
      throws PatchworkException {
    SubMonitor progress = SubMonitor.convert(monitor, FIT_WORK + EXTRACT_WORK);
    ExtractionFolder folder = new ExtractionFolder(path);
    try {
      ExtractionState wanted = wanted(images);
      FeatureSetInfo old = folder.finished();
      if (old != null
          && old.rows() == images.size()
          && ExtractionFolder.isBeginning(old, wanted, images)) {
        return old;
      }
      ExtractionState state =
          fit(folder.begin(wanted, images), images, path, progress.split(FIT_WORK));
      try (FeatureExtractor extractor = open(engine, path)) {
        List<UnreadableImage> unreadable =
            new Extraction(folder, images, extractor, listener, nanoTime, threads)
                .run(state, progress.split(EXTRACT_WORK));
        return finish(folder, state, unreadable);
      }
    } catch (IOException e) {
      throw new TrainingException(
          "The features cannot be written to "
              + path
              + ": "
              + e.getMessage()
              + ". Make room or check the permissions, and start again; what is done is kept.",
          e);
    }
  }

  private ExtractionState wanted(ImageSource images) throws TrainingException {
    if (images.size() == 0) {
      throw new TrainingException("There are no images to extract features from; add some first.");
    }
    return new ExtractionState(
        id,
        ParameterSchema.of(type.parameterType()).values(parameters),
        request.seed(),
        images.size(),
        PathsHash.of(images, images.size()),
        false,
        List.of());
  }

  private ExtractionState fit(
      ExtractionState state, ImageSource images, Path path, SubMonitor progress)
      throws PatchworkException, IOException {
    if (state.fitted()) {
      return state;
    }
    type.fit(images, parameters, new RandomStreams(request.seed()), path, progress);
    ExtractionState fitted = state.withFit();
    fitted.write(path);
    return fitted;
  }

  private static FeatureSetInfo finish(
      ExtractionFolder folder, ExtractionState state, List<UnreadableImage> unreadable)
      throws IOException, PatchworkException {
    if (unreadable.size() == state.rows()) {
      folder.discard();
      throw new TrainingException(
          "None of the "
              + state.rows()
              + " images can be read; the first: "
              + unreadable.get(0).problem()
              + " Check where the images are, then extract again.");
    }
    return folder.finish(state, unreadable);
  }
}
