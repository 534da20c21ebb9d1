// SPDX-License-Identifier: MIT
package org.patchwork.core;

/**
 * One feature vector or feature map per row. Reading is safe from many threads. Close it when no
 * longer needed.
 */
public interface FeatureMatrix extends AutoCloseable {
  /** Number of rows. */
  int rows();

  /** Shape of one row: {@code [d]} for vectors, {@code [h, w, c]} for feature maps. */
  int[] shape();

  /** Product of {@link #shape()}. */
  int width();

  /** Copies one row, {@link #width()} floats, to {@code target} from {@code offset} on. */
  void read(int row, float[] target, int offset);

  /** Copies the given rows one behind the other: {@code rows.length × width()} floats. */
  default void gather(int[] rows, float[] target) {
    for (int i = 0; i < rows.length; i++) {
      read(rows[i], target, i * width());
    }
  }

  @Override
  void close();

  /**
   * This matrix with at least so many rows: rows it does not have read as NaN, like those of images
   * without features. Used for images that were added after the features were made. Closing it
   * closes this one.
   */
  default FeatureMatrix withRows(int rows) {
    return rows <= rows() ? this : new PaddedFeatureMatrix(this, rows);
  }

  /** A matrix over an array in memory, row-major; not copied. */
  static FeatureMatrix of(int[] shape, float[] values) {
    return new ArrayFeatureMatrix(shape.clone(), values);
  }
}
