// SPDX-License-Identifier: MIT
package org.patchwork.internal.training;

import java.util.Arrays;
import java.util.function.IntPredicate;
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
  private final IntPredicate wanted;

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
    this(features, rows, classes, row -> true);
  }

  /** Prepares predictions of those rows that pass a condition; all others get NaN. */
  public Predictor(FeatureMatrix features, int rows, int classes, IntPredicate wanted) {
    this.wanted = wanted;
    this.features = features;
    this.rows = rows;
    this.classes = classes;
    this.capacity = Math.clamp(BATCH_VALUES / features.width(), 1, MAX_BATCH);
  }

  /** Takes the outputs of some rows. */
  private interface Sink {
    void take(int[] rows, int count, float[] outputs);
  }

  /**
   * Predicts all rows.
   *
   * @return one array per class with one probability per row
   */
  public float[][] predict(TrainableModel model, IProgressMonitor monitor)
      throws TrainingException {
    float[][] columns = filled(classes, rows);
    run(
        model,
        monitor,
        (wanted, count, outputs) -> {
          for (int i = 0; i < count; i++) {
            for (int c = 0; c < classes; c++) {
              columns[c][wanted[i]] = outputs[i * classes + c];
            }
          }
        });
    return columns;
  }

  /**
   * Predicts all rows by a model whose outputs are those of several members, one behind the other.
   *
   * @return one array per member, row-major
   */
  public float[][] predictMembers(TrainableModel model, int members, IProgressMonitor monitor)
      throws TrainingException {
    int width = classes / members;
    float[][] tables = filled(members, Math.multiplyExact(rows, width));
    run(
        model,
        monitor,
        (wanted, count, outputs) -> {
          for (int i = 0; i < count; i++) {
            for (int m = 0; m < members; m++) {
              System.arraycopy(
                  outputs, i * classes + m * width, tables[m], wanted[i] * width, width);
            }
          }
        });
    return tables;
  }

  private static float[][] filled(int count, int length) {
    float[][] arrays = new float[count][length];
    for (float[] array : arrays) {
      Arrays.fill(array, Float.NaN);
    }
    return arrays;
  }

  private void run(TrainableModel model, IProgressMonitor monitor, Sink sink)
      throws TrainingException {
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
          sink.take(block.rows, block.count, outputs);
        }
      }
    }
  }

  private Block newBlock() {
    return new Block(Math.min(capacity, Math.max(rows, 1)), features.width());
  }

  private Block fill(Block block, int index) {
    int width = features.width();
    block.count = 0;
    int end = Math.min(Math.min(rows, features.rows()), (index + 1) * capacity);
    for (int row = index * capacity; row < end; row++) {
      if (!wanted.test(row)) {
        continue;
      }
      int offset = block.count * width;
      features.read(row, block.inputs, offset);
      if (RowChoice.isFinite(block.inputs, offset, width)) {
        block.rows[block.count++] = row;
      }
    }
    return block;
  }
}
