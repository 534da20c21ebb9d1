// SPDX-License-Identifier: MIT
package org.patchwork.training;

import java.util.List;
import java.util.Objects;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.LabelTable;
import org.patchwork.image.ImageSource;
import org.patchwork.learn.FeatureExtractor;

/**
 * What a training run learns from: a snapshot, shared and never changed.
 *
 * @param labels labels of all images
 * @param features one row per row of the table; a row of NaN stands for an image without features.
 *     Not closed by the run
 * @param featureSet id of the feature set for the run record, or empty
 * @param featureHash fingerprint of the features for the run record, or empty to have it computed
 * @param classNames names of the classes in the order of the table, for the exported model
 * @param exclusive true if exactly one class is present in an image
 * @param extractor how the features were made, or null if that is not known; then no full model is
 *     exported. Not closed by the run
 * @param images the images themselves in row order, for a live extractor; null where they are not
 *     at hand
 */
public record TrainingData(
    LabelTable labels,
    FeatureMatrix features,
    String featureSet,
    String featureHash,
    List<String> classNames,
    boolean exclusive,
    FeatureExtractor extractor,
    ImageSource images) {

  public TrainingData {
    Objects.requireNonNull(labels);
    Objects.requireNonNull(featureSet);
    Objects.requireNonNull(featureHash);
    classNames = List.copyOf(classNames);
    if (classNames.size() != labels.classes()) {
      throw new IllegalArgumentException(
          classNames.size() + " class names for " + labels.classes() + " classes");
    }
  }

  /** Data without the images. */
  public TrainingData(
      LabelTable labels,
      FeatureMatrix features,
      String featureSet,
      String featureHash,
      List<String> classNames,
      boolean exclusive,
      FeatureExtractor extractor) {
    this(labels, features, featureSet, featureHash, classNames, exclusive, extractor, null);
  }

  /** Data whose features have no id. */
  public TrainingData(
      LabelTable labels,
      FeatureMatrix features,
      List<String> classNames,
      boolean exclusive,
      FeatureExtractor extractor) {
    this(labels, features, "", "", classNames, exclusive, extractor);
  }

  /** The same with other labels, which must be of the same images and classes. */
  public TrainingData withLabels(LabelTable newLabels) {
    return new TrainingData(
        newLabels, features, featureSet, featureHash, classNames, exclusive, extractor, images);
  }

  /** The same with the images themselves, and the extractor that made the features of them. */
  public TrainingData withImages(ImageSource newImages, FeatureExtractor newExtractor) {
    return new TrainingData(
        labels, features, featureSet, featureHash, classNames, exclusive, newExtractor, newImages);
  }
}
