// SPDX-License-Identifier: MIT
package org.patchwork.core;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * One probability per image and class, as a model or label propagation gave them. Immutable. Values
 * are in [0, 1], NaN where the image had no features.
 */
public final class PredictionTable {
  private final List<String> classIds;
  private final float[][] columns;
  private final String source;
  private final boolean exclusive;
  private volatile Boolean complete; // found out when first asked for

  /**
   * Makes a table.
   *
   * @param classIds stable ids of the classes
   * @param columns one array per class, one probability per row; not copied, must not be changed
   *     afterwards
   * @param source id of the run they come from
   * @param exclusive true if exactly one class is present in an image, so that a row is a
   *     distribution over classes
   */
  public PredictionTable(
      List<String> classIds, float[][] columns, String source, boolean exclusive) {
    if (classIds.size() != columns.length) {
      throw new IllegalArgumentException(
          classIds.size() + " classes but " + columns.length + " columns");
    }
    this.classIds = List.copyOf(classIds);
    this.columns = columns;
    this.source = Objects.requireNonNull(source);
    this.exclusive = exclusive;
  }

  /**
   * Number of rows; 0 for a table without classes. Rows added to the project later have no
   * prediction yet.
   */
  public int rows() {
    return columns.length == 0 ? 0 : columns[0].length;
  }

  public List<String> classIds() {
    return classIds;
  }

  /** Index of the class with this id, or −1. */
  public int classIndex(String classId) {
    return classIds.indexOf(classId);
  }

  /** Id of the run these predictions come from. */
  public String source() {
    return source;
  }

  public boolean exclusive() {
    return exclusive;
  }

  /** Probability in [0, 1]; NaN if there is none for this row. */
  public float probability(int row, int classIndex) {
    float[] column = columns[classIndex];
    return row < column.length ? column[row] : Float.NaN;
  }

  /**
   * The probabilities of one class for {@code rows[from]} … {@code rows[to − 1]}, to the start of
   * {@code target}; NaN where there is none. Column by column this is many times faster than row by
   * row.
   */
  public void gather(int classIndex, int[] rows, int from, int to, float[] target) {
    float[] column = columns[classIndex];
    for (int i = from; i < to; i++) {
      target[i - from] = rows[i] < column.length ? column[rows[i]] : Float.NaN;
    }
  }

  /** True if no row of the table lacks a prediction. Reads everything once, then knows. */
  public boolean complete() {
    Boolean known = complete;
    if (known == null) {
      known = classIds.isEmpty() || Arrays.stream(columns).parallel().allMatch(this::complete);
      complete = known;
    }
    return known;
  }

  private boolean complete(float[] column) {
    float sum = 0;
    for (float value : column) {
      sum += value; // NaN if one of them is
    }
    return column.length == rows() && !Float.isNaN(sum);
  }

  /** True if the row has a prediction for every class. */
  public boolean has(int row) {
    for (int c = 0; c < columns.length; c++) {
      if (Float.isNaN(probability(row, c))) {
        return false;
      }
    }
    return columns.length > 0;
  }

  /** A matrix of images by classes, as {@code predictions.npy} holds it, column by column. */
  public static float[][] columns(FeatureMatrix matrix) {
    float[][] columns = new float[matrix.width()][matrix.rows()];
    float[] row = new float[matrix.width()];
    for (int r = 0; r < matrix.rows(); r++) {
      matrix.read(r, row, 0);
      for (int c = 0; c < row.length; c++) {
        columns[c][r] = row[c];
      }
    }
    return columns;
  }
}
