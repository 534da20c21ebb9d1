// SPDX-License-Identifier: MIT
package org.patchwork.workflow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.FeatureSetInfo;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.TrainingException;
import org.patchwork.image.ImagePatch;
import org.patchwork.image.ImageSource;
import org.patchwork.image.InputSpec;
import org.patchwork.image.augmentation.AugmentationText;
import org.patchwork.image.augmentation.Augmenter;
import org.patchwork.learn.Algorithms;
import org.patchwork.learn.FeatureExtractor;
import org.patchwork.pretraining.PretrainingRecord;
import org.patchwork.pretraining.PretrainingService;
import org.patchwork.project.FeatureSet;
import org.patchwork.project.ProjectSession;
import org.patchwork.training.FeatureRequest;
import org.patchwork.training.FeatureService;
import org.patchwork.training.attribution.Attribution;
import org.patchwork.training.attribution.AttributionParameters;
import org.patchwork.training.attribution.FeatureAttribution;

/**
 * Says what in an image the features look at that a pre-training run makes, or those that the
 * project trains on. Reads the disk only.
 */
public final class ProjectAttribution {
  private static final String SAVED_MODEL = "savedmodel";
  private static final String DIRECTORY = "directory";
  private static final String AUGMENTATION = "augmentation";
  private static final String STANDARD = "default";

  private final ProjectSession session;
  private final Algorithms algorithms;

  public ProjectAttribution(ProjectSession session, Algorithms algorithms) {
    this.session = session;
    this.algorithms = algorithms;
  }

  /**
   * An image to read.
   *
   * @param source of the project or of files
   * @param index in it
   */
  public record Picture(ImageSource source, int index) {}

  /**
   * Attributes an image.
   *
   * @param run a pre-training run whose features are asked about; empty for those that the project
   *     trains on
   * @param negatives images from which it is to be told apart; may be empty
   * @throws PatchworkException if there is no such run or no features, if the extractor cannot be
   *     differentiated, or if an image cannot be read; says what to do
   * @throws IllegalArgumentException if the augmentation is none
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  public Attribution attribute(
      String run,
      Picture image,
      List<Picture> negatives,
      AttributionParameters parameters,
      IProgressMonitor monitor)
      throws PatchworkException {
    Augmenter augmenter =
        Augmenter.of(
            algorithms.augmentations(), AugmentationText.parse(augmentation(run, parameters)));
    try (FeatureExtractor extractor = open(run)) {
      List<ImagePatch> others = new ArrayList<>();
      for (Picture negative : negatives) {
        others.add(read(negative, extractor.input()));
      }
      return new FeatureAttribution(algorithms.engine(), extractor)
          .attribute(read(image, extractor.input()), others, augmenter, parameters, monitor);
    }
  }

  private static ImagePatch read(Picture picture, InputSpec input) throws PatchworkException {
    float[] pixels = new float[input.values()];
    picture.source().read(picture.index(), input, pixels, 0);
    return new ImagePatch(input.height(), input.width(), input.channels(), pixels);
  }

  private FeatureExtractor open(String run) throws PatchworkException {
    FeatureService service = new FeatureService(algorithms);
    if (run.isBlank()) {
      FeatureSet features = activeFeatures();
      return service.open(FeatureSetInfo.read(features.folder()), features.folder());
    }
    Path folder = ProjectPretraining.runs(session).folder(run);
    Path model = PretrainingService.model(folder);
    ExtractorCopy.check(model);
    return service.open(
        new FeatureRequest(SAVED_MODEL, Map.of(DIRECTORY, model.toString()), 0), folder);
  }

  private FeatureSet activeFeatures() throws TrainingException {
    FeatureSet features = session.activeFeatures();
    if (features == null) {
      throw new TrainingException(
          "The project has no features to ask about yet. Compute some, or name a pre-training"
              + " run.");
    } else if (features.typeId().equals(FeatureSetInfo.NPY)) {
      throw new TrainingException(
          "The features \""
              + features.id()
              + "\" were computed elsewhere, so nobody knows what they look at. Name a pre-training"
              + " run, or make features of a SavedModel.");
    }
    return features;
  }

  /** That of the run, where none is given. */
  private String augmentation(String run, AttributionParameters parameters) {
    if (!parameters.augmentation().isBlank()) {
      return parameters.augmentation();
    }
    PretrainingRecord record =
        run.isBlank() ? null : ProjectPretraining.runs(session).get(run).record();
    return record == null
        ? STANDARD
        : record.parameters().getOrDefault(AUGMENTATION, STANDARD).toString();
  }
}
