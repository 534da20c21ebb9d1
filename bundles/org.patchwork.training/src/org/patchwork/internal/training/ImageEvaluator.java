// SPDX-License-Identifier: MIT
package org.patchwork.internal.training;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.FeatureSetInfo.UnreadableImage;
import org.patchwork.core.ImageFormatException;
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
  private static final int BATCH = 16;

  private final TrainableModel model;
  private final TrainingData data;
  private final ImageInputs inputs;
  private final int[] validationRows;
  private final int width;
  private final int classes;

  ImageEvaluator(
      TrainableModel model, TrainingData data, ImageInputs inputs, int[] validationRows) {
    this.model = model;
    this.data = data;
    this.inputs = inputs;
    this.validationRows = validationRows;
    this.width = inputs.input().values();
    this.classes = data.labels().classes();
  }

  @Override
  public OptionalDouble validationLoss() throws TrainingException {
    float[] pixels = new float[BATCH * width];
    float[] targets = new float[BATCH * classes];
    double sum = 0;
    long known = 0;
    for (int from = 0; from < validationRows.length; from += BATCH) {
      int count = Math.min(BATCH, validationRows.length - from);
      int labels = 0;
      for (int i = 0; i < count; i++) {
        read(validationRows[from + i], pixels, i * width);
        data.labels().copyLabels(validationRows[from + i], targets, i * classes);
      }
      for (int i = 0; i < count * classes; i++) {
        labels += targets[i] >= 0 ? 1 : 0;
      }
      sum += labels * model.loss(pixels, targets, count);
      known += labels;
    }
    return known == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / known);
  }

  private void read(int row, float[] pixels, int offset) throws TrainingException {
    try {
      inputs.read(row, LiveInputs.View.PLAIN, 0, pixels, offset);
    } catch (ImageFormatException e) {
      throw new TrainingException(e.getMessage(), e);
    }
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
    int threads = Runtime.getRuntime().availableProcessors();
    ImageSource chosen = new ChosenImages(inputs.images(), rows);
    try (ImageBlocks blocks = new ImageBlocks(chosen, inputs.input(), 0, threads)) {
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
