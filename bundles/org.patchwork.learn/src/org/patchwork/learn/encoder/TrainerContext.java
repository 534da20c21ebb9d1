// SPDX-License-Identifier: MIT
package org.patchwork.learn.encoder;

import java.nio.file.Path;
import org.patchwork.core.LabelTable;
import org.patchwork.core.RandomStreams;
import org.patchwork.image.ImageSource;
import org.patchwork.image.InputSpec;

/**
 * What a run of a trainer may know when it is opened.
 *
 * @param images all images of the project, by row
 * @param labels labels of the project; rows beyond its last have none
 * @param classes names and groups of their classes
 * @param rows the rows to train on, ascending; must not be changed
 * @param input size and channels of the images
 * @param batchSize number of images in each view
 * @param epochs number of epochs
 * @param learningRate the learning rate at its highest
 * @param random streams of the seed of the run
 * @param folder folder of the project, which names of files in parameters are relative to
 */
public record TrainerContext(
    ImageSource images,
    LabelTable labels,
    ClassNames classes,
    int[] rows,
    InputSpec input,
    int batchSize,
    int epochs,
    double learningRate,
    RandomStreams random,
    Path folder) {

  /** A context whose classes have no groups and are named as their ids. */
  public TrainerContext(
      ImageSource images,
      LabelTable labels,
      int[] rows,
      InputSpec input,
      int batchSize,
      int epochs,
      double learningRate,
      RandomStreams random,
      Path folder) {
    this(
        images,
        labels,
        ClassNames.of(labels),
        rows,
        input,
        batchSize,
        epochs,
        learningRate,
        random,
        folder);
  }

  /** Height, width and channels. */
  public int[] imageShape() {
    return new int[] {input.height(), input.width(), input.channels()};
  }
}
