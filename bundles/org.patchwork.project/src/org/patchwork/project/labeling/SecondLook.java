// SPDX-License-Identifier: MIT
package org.patchwork.project.labeling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.patchwork.core.LabelTable;
import org.patchwork.core.Voice;
import org.patchwork.core.VoteTable;
import org.patchwork.project.Edit;

/**
 * A blind re-ask: some images that an annotator has answered, to be answered once more without
 * seeing what was said. Holds what is said now; {@link #edit} records it as a second look, which
 * changes no label. Used on one thread.
 */
public final class SecondLook {
  private final List<String> classIds;
  private final boolean exclusive;
  private final int[] rows;
  private final Map<Integer, byte[]> answers = new LinkedHashMap<>();

  /**
   * A second look at these images.
   *
   * @param classIds stable ids of the classes to ask for
   * @param exclusive true if exactly one class is present in each image
   * @param rows the images, distinct
   */
  public SecondLook(List<String> classIds, boolean exclusive, int[] rows) {
    this.classIds = List.copyOf(classIds);
    this.exclusive = exclusive;
    this.rows = rows.clone();
  }

  /**
   * Draws images that the annotator answered for at least one class, in random order; those that
   * had no second look yet come first. Excluded images are left out.
   *
   * @param count most images
   * @return fewer if there are fewer
   */
  public static int[] draw(
      VoteTable votes, LabelTable labels, String annotator, int count, RandomGenerator random) {
    int first = votes.voices().indexOf(Voice.of(annotator));
    int second = votes.voices().indexOf(new Voice(annotator, true));
    List<Integer> fresh = new ArrayList<>();
    List<Integer> seen = new ArrayList<>();
    int end = first < 0 ? 0 : Math.min(votes.rows(), labels.rows());
    for (int row = 0; row < end; row++) {
      if (!labels.excluded(row) && answered(votes, first, row)) {
        (second >= 0 && answered(votes, second, row) ? seen : fresh).add(row);
      }
    }
    List<Integer> drawn = new ArrayList<>(some(fresh, count, random));
    drawn.addAll(some(seen, count - drawn.size(), random));
    return drawn.stream().mapToInt(Integer::intValue).toArray();
  }

  private static boolean answered(VoteTable votes, int voice, int row) {
    for (int c = 0; c < votes.classIds().size(); c++) {
      if (votes.vote(voice, row, c) != LabelTable.UNKNOWN) {
        return true;
      }
    }
    return false;
  }

  /** The beginning of a random order. */
  private static List<Integer> some(List<Integer> rows, int count, RandomGenerator random) {
    int size = Math.min(count, rows.size());
    for (int i = 0; i < size; i++) {
      int other = random.nextInt(i, rows.size());
      Integer row = rows.get(other);
      rows.set(other, rows.get(i));
      rows.set(i, row);
    }
    return rows.subList(0, size);
  }

  /** The images in order; a copy. */
  public int[] rows() {
    return rows.clone();
  }

  /** What was said now about a class in an image. */
  public byte answer(int row, int classIndex) {
    byte[] given = answers.get(row);
    return given == null ? LabelTable.UNKNOWN : given[classIndex];
  }

  /** True if every class is answered. */
  public boolean complete(int row) {
    byte[] given = answers.get(row);
    return given != null && !contains(given, LabelTable.UNKNOWN);
  }

  /** Number of images of which every class is answered. */
  public int completed() {
    return (int) Arrays.stream(rows).filter(this::complete).count();
  }

  /**
   * The key of a class: present, or absent if it is present already. Where exactly one class is
   * present, always present, and the others absent.
   */
  public void press(int row, int classIndex) {
    byte[] given = of(row);
    if (exclusive) {
      Arrays.fill(given, LabelTable.ABSENT);
    }
    boolean was = !exclusive && given[classIndex] == LabelTable.PRESENT;
    given[classIndex] = was ? LabelTable.ABSENT : LabelTable.PRESENT;
  }

  /** What is not answered yet is absent. */
  public void restAbsent(int row) {
    byte[] given = of(row);
    for (int c = 0; c < given.length; c++) {
      if (given[c] == LabelTable.UNKNOWN) {
        given[c] = LabelTable.ABSENT;
      }
    }
  }

  /** Takes back what was said about an image. */
  public void forget(int row) {
    Arrays.fill(of(row), LabelTable.UNKNOWN);
  }

  /** The edit that records what is said about an image now. */
  public Edit edit(int row) {
    Map<String, Byte> values = new LinkedHashMap<>();
    for (int c = 0; c < classIds.size(); c++) {
      values.put(classIds.get(c), answer(row, c));
    }
    return new Edit.AnswerAgain(new int[] {row}, values);
  }

  /**
   * What is said now beside the annotator's open answers on the same images, to be compared.
   *
   * @param votes the answers there were when the second look began
   */
  public VoteTable beside(VoteTable votes, String annotator) {
    VoteTable.Builder both = new VoteTable.Builder(votes.rows(), classIds);
    int first = votes.voices().indexOf(Voice.of(annotator));
    for (int row : rows) {
      for (int c = 0; c < classIds.size(); c++) {
        int index = votes.classIds().indexOf(classIds.get(c));
        both.vote(Voice.of(annotator), row, c, votes.vote(first, row, index));
        both.vote(new Voice(annotator, true), row, c, answer(row, c));
      }
    }
    return both.build();
  }

  private byte[] of(int row) {
    return answers.computeIfAbsent(
        row,
        r -> {
          byte[] fresh = new byte[classIds.size()];
          Arrays.fill(fresh, LabelTable.UNKNOWN);
          return fresh;
        });
  }

  private static boolean contains(byte[] values, byte value) {
    for (byte each : values) {
      if (each == value) {
        return true;
      }
    }
    return false;
  }
}
