// SPDX-License-Identifier: MIT
package org.patchwork.internal.training;

import java.util.Arrays;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.TrainableModel;

/**
 * Applies a model to all rows of a feature matrix in large batches, reading the next batch while
 * the engine computes.
 */
public final class Predictor {
  private static final int BATCH_VALUES = 1 << 20;
  private static final int MAX_BATCH = 4096;

  private final FeatureMatrix features;
  private final int rows;
  private final int classes;
  private final int capacity;

  /** Rows that have features, compacted to the front of {@code inputs}. */
  private static final class Block {
    final float[] inputs;
    final int[] rows;
    int count;

    Block(int capacity, int width) {
      inputs = new float[capacity * width];
      rows = new int[capacity];
    }
  }

  /**
   * Prepares predictions.
   *
   * @param rows number of rows of the answer; rows without features get NaN
   */
  public Predictor(FeatureMatrix features, int rows, int classes) {
    this.features = features;
    this.rows = rows;
    this.classes = classes;
    this.capacity = Math.clamp(BATCH_VALUES / features.width(), 1, MAX_BATCH);
  }

  /**
   * Predicts all rows.
   *
   * @return one array per class with one probability per row
   */
  public float[][] predict(TrainableModel model, IProgressMonitor monitor)
      throws TrainingException {
    float[][] columns = new float[classes][rows];
    for (float[] column : columns) {
      Arrays.fill(column, Float.NaN);
    }
    int blocks = (rows + capacity - 1) / capacity;
    SubMonitor progress = SubMonitor.convert(monitor, "Predicting", blocks);
    Block[] buffers = {newBlock(), newBlock()};
    float[] outputs = new float[capacity * classes];
    try (Prefetch<Block> source =
        new Prefetch<>("Patchwork prediction input", blocks, 1, i -> fill(buffers[i % 2], i))) {
      for (int i = 0; i < blocks; i++) {
        progress.split(1);
        Block block = source.next();
        if (block.count > 0) {
          model.predict(block.inputs, block.count, outputs);
          scatter(block, outputs, columns);
        }
      }
    }
    return columns;
  }

  private Block newBlock() {
    return new Block(Math.min(capacity, Math.max(rows, 1)), features.width());
  }

  private Block fill(Block block, int index) {
    int width = features.width();
    block.count = 0;
    int end = Math.min(Math.min(rows, features.rows()), (index + 1) * capacity);
    for (int row = index * capacity; row < end; row++) {
      int offset = block.count * width;
      features.read(row, block.inputs, offset);
      if (RowChoice.isFinite(block.inputs, offset, width)) {
        block.rows[block.count++] = row;
      }
    }
    return block;
  }

  private void scatter(Block block, float[] outputs, float[][] columns) {
    for (int i = 0; i < block.count; i++) {
      for (int c = 0; c < classes; c++) {
        columns[c][block.rows[i]] = outputs[i * classes + c];
      }
    }
  }
}
