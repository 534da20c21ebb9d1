// SPDX-License-Identifier: MIT
package org.patchwork.internal.training;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.FeatureSetInfo.UnreadableImage;
import org.patchwork.core.ImageFormatException;
import org.patchwork.core.LabelTable;
import org.patchwork.core.TrainingException;
import org.patchwork.image.ImageSource;
import org.patchwork.image.InputSpec;
import org.patchwork.learn.TrainableModel;
import org.patchwork.training.TrainingData;

/**
 * Evaluates a network whose extractor has changed: every image passes it, without augmentation.
 * Images that cannot be read get no prediction.
 */
final class ImageEvaluator implements LiveEvaluator {
  private final TrainableModel model;
  private final TrainingData data;
  private final ImageInputs inputs;
  private final int[] validationRows;
  private final int classes;

  ImageEvaluator(
      TrainableModel model, TrainingData data, ImageInputs inputs, int[] validationRows) {
    this.model = model;
    this.data = data;
    this.inputs = inputs;
    this.validationRows = validationRows;
    this.classes = data.labels().classes();
  }

  @Override
  public OptionalDouble validationLoss(IProgressMonitor monitor) throws TrainingException {
    float[] targets = new float[ImageBlocks.size(inputs.input()) * classes];
    double sum = 0;
    long known = 0;
    try (ImageBlocks blocks = blocks(validationRows)) {
      for (ImageBlock block = blocks.next(); block != null; block = blocks.next()) {
        if (monitor.isCanceled()) {
          throw new OperationCanceledException();
        }
        int labels = targets(block, targets);
        sum += labels * model.loss(block.pixels(), targets, block.count());
        known += labels;
        blocks.release(block);
      }
    }
    return known == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / known);
  }

  /** Labels of a block, unknown for images that cannot be read; returns how many are known. */
  private int targets(ImageBlock block, float[] targets) {
    for (int i = 0; i < block.count(); i++) {
      data.labels().copyLabels(validationRows[block.first() + i], targets, i * classes);
    }
    for (UnreadableImage image : block.unreadable()) {
      int from = (image.row() - block.first()) * classes;
      Arrays.fill(targets, from, from + classes, LabelTable.UNKNOWN);
    }
    int known = 0;
    for (int i = 0; i < block.count() * classes; i++) {
      known += targets[i] >= 0 ? 1 : 0;
    }
    return known;
  }

  private ImageBlocks blocks(int[] rows) {
    int threads = Runtime.getRuntime().availableProcessors();
    return new ImageBlocks(new ChosenImages(inputs.images(), rows), inputs.input(), 0, threads);
  }

  @Override
  public float[][] predict(IntPredicate wanted, IProgressMonitor monitor) throws TrainingException {
    int[] rows = IntStream.range(0, data.labels().rows()).filter(wanted).toArray();
    float[][] columns = new float[classes][data.labels().rows()];
    for (float[] column : columns) {
      Arrays.fill(column, Float.NaN);
    }
    SubMonitor progress = SubMonitor.convert(monitor, "Predicting", rows.length);
    float[] outputs = new float[ImageBlocks.size(inputs.input()) * classes];
    try (ImageBlocks blocks = blocks(rows)) {
      for (ImageBlock block = blocks.next(); block != null; block = blocks.next()) {
        progress.split(block.count());
        model.predict(block.pixels(), block.count(), outputs);
        scatter(block, outputs, rows, columns);
        progress.subTask(
            String.format("%,d of %,d images", block.first() + block.count(), rows.length));
        blocks.release(block);
      }
    }
    return columns;
  }

  private void scatter(ImageBlock block, float[] outputs, int[] rows, float[][] columns) {
    for (int i = 0; i < block.count(); i++) {
      for (int c = 0; c < classes; c++) {
        columns[c][rows[block.first() + i]] = outputs[i * classes + c];
      }
    }
    for (UnreadableImage image : block.unreadable()) {
      for (float[] column : columns) {
        column[rows[image.row()]] = Float.NaN;
      }
    }
  }

  /** Some of the images, by row. */
  private record ChosenImages(ImageSource images, int[] rows) implements ImageSource {
    @Override
    public int size() {
      return rows.length;
    }

    @Override
    public String path(int index) {
      return images.path(rows[index]);
    }

    @Override
    public void read(int index, InputSpec input, float[] target, int offset)
        throws ImageFormatException {
      images.read(rows[index], input, target, offset);
    }
  }

  @Override
  public void close() {
    // the network belongs to the run
  }
}
