// SPDX-License-Identifier: MIT
package org.patchwork.core;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * What each member of an ensemble says of each image: where the members disagree, the model does
 * not know. Immutable. Values are in [0, 1], NaN where the image had no features.
 */
public final class EnsemblePredictions {
  /** Name of the file in a run folder: float32, {@code [members, images, classes]}. */
  public static final String FILE_NAME = "members.npy";

  private final List<String> classIds;
  private final float[][] members;
  private final int rows;
  private final String source;
  private final boolean exclusive;

  /**
   * Makes a table.
   *
   * @param classIds stable ids of the classes, at least one
   * @param members one array per member, at least one, each {@code [rows, classes]} row-major; not
   *     copied, must not be changed afterwards
   * @param source id of the run they come from
   * @param exclusive true if exactly one class is present in an image
   */
  public EnsemblePredictions(
      List<String> classIds, float[][] members, String source, boolean exclusive) {
    this.classIds = List.copyOf(classIds);
    this.members = members.clone();
    this.source = Objects.requireNonNull(source);
    this.exclusive = exclusive;
    if (members.length == 0 || classIds.isEmpty()) {
      throw new IllegalArgumentException("An ensemble has at least one member and one class");
    }
    this.rows = members[0].length / classIds.size();
    for (float[] member : members) {
      if (member.length != rows * classIds.size()) {
        throw new IllegalArgumentException(
            member.length + " values for " + rows + " rows of " + classIds.size() + " classes");
      }
    }
  }

  /** Number of members. */
  public int members() {
    return members.length;
  }

  /** Number of rows; rows added to the project later have no prediction yet. */
  public int rows() {
    return rows;
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

  /** Probability in [0, 1] that one member gives; NaN if there is none for this row. */
  public float probability(int member, int row, int classIndex) {
    return row < rows ? members[member][row * classIds.size() + classIndex] : Float.NaN;
  }

  /**
   * Copies what one member says of one row.
   *
   * @param target takes one value per class from {@code offset} on; NaN if there is none
   */
  public void copy(int member, int row, float[] target, int offset) {
    int classes = classIds.size();
    if (row < rows) {
      System.arraycopy(members[member], row * classes, target, offset, classes);
    } else {
      Arrays.fill(target, offset, offset + classes, Float.NaN);
    }
  }

  /** True if the row has predictions. */
  public boolean has(int row) {
    for (int c = 0; c < classIds.size(); c++) {
      if (Float.isNaN(probability(0, row, c))) {
        return false;
      }
    }
    return true;
  }

  /** The mean over the members: what the ensemble as a whole says. */
  public PredictionTable mean() {
    float[][] columns = new float[classIds.size()][rows];
    for (int c = 0; c < columns.length; c++) {
      for (int row = 0; row < rows; row++) {
        double sum = 0;
        for (float[] member : members) {
          sum += member[row * columns.length + c];
        }
        columns[c][row] = (float) (sum / members.length);
      }
    }
    return new PredictionTable(classIds, columns, source, exclusive);
  }

  /** Writes {@code [members, images, classes]} as a NumPy array. */
  public void write(Path file) throws ProjectFormatException {
    int[] shape = {rows, classIds.size()};
    try (NpyWriter writer = NpyWriter.open(file, NpyType.FLOAT32, shape)) {
      for (float[] member : members) {
        writer.append(member, 0);
      }
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param classIds stable ids of the classes, as the run record names them
   * @param source id of the run
   * @param exclusive true if exactly one class is present in an image
   * @throws ProjectFormatException if the file is missing or has another shape
   */
  public static EnsemblePredictions read(
      Path file, List<String> classIds, String source, boolean exclusive)
      throws ProjectFormatException {
    try (FeatureMatrix matrix = Npy.open(file)) {
      int[] shape = matrix.shape();
      if (shape.length != 2 || shape[1] != classIds.size() || matrix.rows() == 0) {
        throw new ProjectFormatException(
            file
                + " holds "
                + matrix.rows()
                + " × "
                + Arrays.toString(shape)
                + " values, not members × images × "
                + classIds.size()
                + " classes. Train again.");
      }
      List<float[]> members = new ArrayList<>();
      for (int i = 0; i < matrix.rows(); i++) {
        float[] member = new float[matrix.width()];
        matrix.read(i, member, 0);
        members.add(member);
      }
      return new EnsemblePredictions(classIds, members.toArray(float[][]::new), source, exclusive);
    }
  }
}
