// SPDX-License-Identifier: MIT
package org.patchwork.core;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The labels of all images at one moment: one byte per image and class, and per image the flags
 * exclude and validation and a subset. Immutable and shared between threads; a changed copy costs
 * O(changed cells).
 *
 * <p>Rows are numbered 0…rows−1 in table order and never renumbered; the row number is the only key
 * in memory. Classes are numbered in schema order and identified by their stable id, never by their
 * name.
 */
public final class LabelTable {
  /** Not labelled for this class. */
  public static final byte UNKNOWN = -1;

  /** Labelled: the class is not in the image. */
  public static final byte ABSENT = 0;

  /** Labelled: the class is in the image. */
  public static final byte PRESENT = 1;

  /** How completely a row is labelled over all classes. */
  public enum Status {
    /** Every class unknown; also every row of a table without classes. */
    UNLABELED,
    /** Some classes known, some not. */
    PARTIAL,
    /** Every class known. */
    LABELED
  }

  private final RowKeys keys;
  private final List<String> classIds;
  private final List<ByteColumn> labels;
  private final ByteColumn excluded;
  private final ByteColumn validation;

  LabelTable(
      RowKeys keys,
      List<String> classIds,
      List<ByteColumn> labels,
      ByteColumn excluded,
      ByteColumn validation) {
    this.keys = keys;
    this.classIds = classIds;
    this.labels = labels;
    this.excluded = excluded;
    this.validation = validation;
  }

  /** A table without rows or classes. */
  public static LabelTable empty() {
    return new LabelTable(
        RowKeys.EMPTY,
        List.of(),
        List.of(),
        ByteColumn.filled(0, ABSENT),
        ByteColumn.filled(0, ABSENT));
  }

  /**
   * A whole table at once, as it is loaded from disk.
   *
   * @param paths unique paths
   * @param subsets one per path, null where there is none
   * @param classIds stable ids of the classes, in order
   * @param labels one array per class with one value per row; null for a class that is unknown
   *     everywhere; copied
   * @param excluded 1 for excluded rows, else 0; copied
   * @param validation 1 for rows held out, else 0; copied
   */
  public static LabelTable of(
      List<String> paths,
      List<String> subsets,
      List<String> classIds,
      byte[][] labels,
      byte[] excluded,
      byte[] validation) {
    if (labels.length != classIds.size()) {
      throw new IllegalArgumentException(
          classIds.size() + " classes but " + labels.length + " columns");
    }
    RowKeys keys = RowKeys.EMPTY.with(paths, subsets);
    List<ByteColumn> columns = new ArrayList<>();
    for (byte[] column : labels) {
      columns.add(
          column == null ? ByteColumn.filled(keys.size(), UNKNOWN) : column(column, keys.size()));
    }
    return new LabelTable(
        keys,
        List.copyOf(classIds),
        Collections.unmodifiableList(columns),
        column(excluded, keys.size()),
        column(validation, keys.size()));
  }

  private static ByteColumn column(byte[] values, int rows) {
    if (values.length != rows) {
      throw new IllegalArgumentException(values.length + " values for " + rows + " rows");
    }
    return ByteColumn.of(values);
  }

  /** Number of images. */
  public int rows() {
    return keys.size();
  }

  /** Number of classes. */
  public int classes() {
    return classIds.size();
  }

  /** Stable ids of the classes, in order. */
  public List<String> classIds() {
    return classIds;
  }

  /** Index of the class with this id, or −1. */
  public int classIndex(String classId) {
    return classIds.indexOf(classId);
  }

  /** {@link #UNKNOWN}, {@link #ABSENT} or {@link #PRESENT}. */
  public byte label(int row, int classIndex) {
    return labels.get(classIndex).get(row);
  }

  /** True if the image was seen and found unusable: never trained on, never evaluated. */
  public boolean excluded(int row) {
    return excluded.get(row) != 0;
  }

  /** True if the image is held out: never trained on, used to evaluate. */
  public boolean validation(int row) {
    return validation.get(row) != 0;
  }

  /**
   * Path of the image, with {@code #xywh=x,y,w,h} behind it for a window of a larger image; unique
   * in the table.
   */
  public String path(int row) {
    return keys.path(row);
  }

  /**
   * The place of each given row when all rows are sorted by path, as {@link String#compareTo} does.
   * The first call sorts all paths, seconds for millions in random order; it is kept for all tables
   * with the same rows.
   */
  public int[] pathRanks(int[] rows) {
    int[] ranks = keys.pathRanks();
    int[] wanted = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      wanted[i] = ranks[rows[i]];
    }
    return wanted;
  }

  /** Subset (source, domain) of the image, or null. */
  public String subset(int row) {
    int index = keys.subset(row);
    return index < 0 ? null : keys.subsets().get(index);
  }

  /** Index of the row's subset in {@link #subsets()}, or −1. */
  public int subsetIndex(int row) {
    return keys.subset(row);
  }

  /** The distinct subsets in order of first appearance. */
  public List<String> subsets() {
    return keys.subsets();
  }

  /** How completely the row is labelled. */
  public Status status(int row) {
    int known = 0;
    for (ByteColumn column : labels) {
      known += column.get(row) == UNKNOWN ? 0 : 1;
    }
    if (known == 0) {
      return Status.UNLABELED;
    }
    return known == labels.size() ? Status.LABELED : Status.PARTIAL;
  }

  /** The row's labels into {@code target}, as the losses take them: −1, 0 or 1. */
  public void copyLabels(int row, float[] target, int offset) {
    for (int c = 0; c < labels.size(); c++) {
      target[offset + c] = labels.get(c).get(row);
    }
  }

  /**
   * The labels of one class in {@code rows[from]} … {@code rows[to − 1]}, to the start of {@code
   * target}.
   */
  public void gather(int classIndex, int[] rows, int from, int to, byte[] target) {
    labels.get(classIndex).gather(rows, from, to, target);
  }

  /**
   * Number of rows with this value of a class among the rows that are not excluded and whose
   * validation flag is as given. Reads three columns once.
   */
  public int count(int classIndex, byte value, boolean inValidation) {
    return tally(classIndex, inValidation)[value + 1];
  }

  /**
   * Number of rows in which a class is unknown, absent and present, in this order, among the rows
   * that are not excluded and whose validation flag is as given. Reads three columns once.
   */
  public int[] tally(int classIndex, boolean inValidation) {
    ByteColumn column = labels.get(classIndex);
    int flag = inValidation ? 1 : 0;
    int[] counts = new int[3];
    for (int first = 0; first < rows(); first += ByteColumn.CHUNK) {
      int chunk = first / ByteColumn.CHUNK;
      byte[] values = column.chunk(chunk);
      byte[] out = excluded.chunk(chunk);
      byte[] held = validation.chunk(chunk);
      int length = Math.min(ByteColumn.CHUNK, rows() - first);
      for (int i = 0; i < length; i++) {
        counts[values[i] + 1] += (out[i] | held[i] ^ flag) == 0 ? 1 : 0;
      }
    }
    return counts;
  }

  ByteColumn labelColumn(int classIndex) {
    return labels.get(classIndex);
  }

  ByteColumn excludedColumn() {
    return excluded;
  }

  ByteColumn validationColumn() {
    return validation;
  }

  /** A copy with {@code values[i]} for the class in {@code rows[i]}. */
  public LabelTable withLabels(int classIndex, int[] rows, byte[] values) {
    List<ByteColumn> changed = new ArrayList<>(labels);
    changed.set(classIndex, labels.get(classIndex).with(rows, values));
    return new LabelTable(
        keys, classIds, Collections.unmodifiableList(changed), excluded, validation);
  }

  /** A copy with the exclude flags changed: 1 excluded, 0 not. */
  public LabelTable withExcluded(int[] rows, byte[] values) {
    return new LabelTable(keys, classIds, labels, excluded.with(rows, values), validation);
  }

  /** A copy with the validation flags changed: 1 held out, 0 not. */
  public LabelTable withValidation(int[] rows, byte[] values) {
    return new LabelTable(keys, classIds, labels, excluded, validation.with(rows, values));
  }

  /**
   * A copy with these classes in this order; columns are kept by id, new ids start all unknown,
   * others are dropped.
   */
  public LabelTable withClasses(List<String> newClassIds) {
    List<ByteColumn> columns = new ArrayList<>();
    for (String id : newClassIds) {
      int old = classIndex(id);
      columns.add(old < 0 ? ByteColumn.filled(rows(), UNKNOWN) : labels.get(old));
    }
    return new LabelTable(
        keys,
        List.copyOf(newClassIds),
        Collections.unmodifiableList(columns),
        excluded,
        validation);
  }

  /**
   * A copy with rows appended, all unknown, not excluded, not in validation.
   *
   * @param paths unique paths
   * @param subsets one per path, null where there is none
   */
  public LabelTable withRows(List<String> paths, List<String> subsets) {
    RowKeys grownKeys = keys.with(paths, subsets);
    int size = grownKeys.size();
    List<ByteColumn> columns = labels.stream().map(column -> column.grown(size, UNKNOWN)).toList();
    return new LabelTable(
        grownKeys, classIds, columns, excluded.grown(size, ABSENT), validation.grown(size, ABSENT));
  }

  /** A copy with only the first rows, as it was before the others were appended. */
  public LabelTable withFirstRows(int count) {
    List<ByteColumn> columns = labels.stream().map(column -> column.first(count)).toList();
    return new LabelTable(
        keys.first(count), classIds, columns, excluded.first(count), validation.first(count));
  }
}
