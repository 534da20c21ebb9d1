// SPDX-License-Identifier: MIT
package org.patchwork.internal.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
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

/**
 * Sends images, not augmented, through a network from images to probabilities, in blocks that are
 * decoded ahead on all cores.
 *
 * @param model the network
 * @param images one per row
 * @param input the size it wants
 * @param classes number of its outputs
 */
public record ImagePredictor(
    TrainableModel model, ImageSource images, InputSpec input, int classes) {

  /** What a network is to say of an image. */
  @FunctionalInterface
  public interface Targets {
    /** Copies one value per class, −1 for unknown. */
    void copy(int row, float[] target, int offset);
  }

  /**
   * What came of a prediction.
   *
   * @param columns one array per class with one probability per row; NaN for rows that were not
   *     wanted or cannot be read
   * @param unreadable what was said of images that cannot be read
   */
  public record Columns(float[][] columns, List<String> unreadable) {}

  /**
   * Predicts images.
   *
   * @param rows the images
   * @param tableRows number of rows of the answer
   */
  public Columns predict(int[] rows, int tableRows, IProgressMonitor monitor)
      throws TrainingException {
    float[][] columns = new float[classes][tableRows];
    for (float[] column : columns) {
      Arrays.fill(column, Float.NaN);
    }
    List<String> unreadable = new ArrayList<>();
    SubMonitor progress = SubMonitor.convert(monitor, "Predicting", rows.length);
    float[] outputs = new float[ImageBlocks.size(input) * classes];
    try (ImageBlocks blocks = blocks(rows)) {
      for (ImageBlock block = blocks.next(); block != null; block = blocks.next()) {
        progress.split(block.count());
        model.predict(block.pixels(), block.count(), outputs);
        scatter(block, outputs, rows, columns);
        block.unreadable().forEach(image -> unreadable.add(image.problem()));
        progress.subTask(
            String.format("%,d of %,d images", block.first() + block.count(), rows.length));
        blocks.release(block);
      }
    }
    return new Columns(columns, unreadable);
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

  /**
   * Mean loss of images, weighted by the number of cells that are known.
   *
   * @return empty if no cell is
   */
  public OptionalDouble loss(int[] rows, Targets wanted, IProgressMonitor monitor)
      throws TrainingException {
    float[] targets = new float[ImageBlocks.size(input) * classes];
    double sum = 0;
    long known = 0;
    try (ImageBlocks blocks = blocks(rows)) {
      for (ImageBlock block = blocks.next(); block != null; block = blocks.next()) {
        if (monitor.isCanceled()) {
          throw new OperationCanceledException();
        }
        int cells = targets(block, rows, wanted, targets);
        sum += cells == 0 ? 0 : cells * model.loss(block.pixels(), targets, block.count());
        known += cells;
        blocks.release(block);
      }
    }
    return known == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / known);
  }

  /** Targets of a block, unknown for images that cannot be read; returns how many are known. */
  private int targets(ImageBlock block, int[] rows, Targets wanted, float[] targets) {
    for (int i = 0; i < block.count(); i++) {
      wanted.copy(rows[block.first() + i], targets, i * classes);
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
    return new ImageBlocks(new ChosenImages(images, rows), input, 0, threads);
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
}
