// SPDX-License-Identifier: MIT
package org.patchwork.project.labeling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.patchwork.core.LabelTable;

/**
 * One question: images sorted by the probability of a class, highest first, a boundary, and single
 * images that are answered otherwise. Before the boundary the class is present, from it on absent,
 * or left open. Immutable.
 *
 * @param classId stable id of the class asked for
 * @param rows distinct rows, most probable first; not changed
 * @param scores their probabilities; not changed
 * @param boundary number of images before the boundary
 * @param restAbsent true if images behind the boundary are absent, false if they stay open
 * @param exceptions answers by place that differ from what the boundary says
 * @param reason why there are no images, in words; empty if there are
 */
public record Strip(
    String classId,
    int[] rows,
    float[] scores,
    int boundary,
    boolean restAbsent,
    Map<Integer, Answer> exceptions,
    String reason) {
  public Strip {
    exceptions = Map.copyOf(exceptions);
    if (rows.length != scores.length) {
      throw new IllegalArgumentException(rows.length + " images but " + scores.length + " scores");
    }
    if (boundary < 0 || boundary > rows.length) {
      throw new IllegalArgumentException(
          "The boundary is at " + boundary + ", but must lie in 0…" + rows.length + ".");
    }
  }

  static Strip empty(String classId, String reason) {
    return new Strip(classId, new int[0], new float[0], 0, true, Map.of(), reason);
  }

  /** Number of images. */
  public int size() {
    return rows.length;
  }

  /**
   * The image at the boundary, where the model is least sure of its proposal and a person begins to
   * look; 0 for an empty strip.
   */
  public int doubtful() {
    return Math.max(0, Math.min(boundary, size() - 1));
  }

  /** The image to look at after this one: the next that is further from the boundary. */
  public int after(int position) {
    return Math.clamp(position + (position < boundary ? -1L : 1L), 0, Math.max(0, size() - 1));
  }

  /** The boundary elsewhere; exceptions that it makes needless are dropped. */
  public Strip withBoundary(int place) {
    int bounded = Math.max(0, Math.min(size(), place));
    return new Strip(classId, rows, scores, bounded, restAbsent, exceptions, reason).tidy();
  }

  /** Images behind the boundary absent, or left open. */
  public Strip withRestAbsent(boolean absent) {
    return new Strip(classId, rows, scores, boundary, absent, exceptions, reason).tidy();
  }

  /** One image answered like this, whatever the boundary says. */
  public Strip with(int position, Answer answer) {
    Map<Integer, Answer> changed = new TreeMap<>(exceptions);
    changed.put(position, answer);
    return new Strip(classId, rows, scores, boundary, restAbsent, changed, reason).tidy();
  }

  /** One image takes the other side of the boundary, or back. */
  public Strip toggled(int position) {
    boolean present = answer(position).kind() == Answer.Kind.PRESENT;
    return with(position, present ? Answer.ABSENT : Answer.PRESENT);
  }

  private Strip tidy() {
    Map<Integer, Answer> needed = new TreeMap<>(exceptions);
    needed.entrySet().removeIf(entry -> entry.getValue().equals(byBoundary(entry.getKey())));
    return new Strip(classId, rows, scores, boundary, restAbsent, needed, reason);
  }

  private Answer byBoundary(int position) {
    if (position < boundary) {
      return Answer.PRESENT;
    }
    return restAbsent ? Answer.ABSENT : Answer.OPEN;
  }

  /** The answer to one image. */
  public Answer answer(int position) {
    return exceptions.getOrDefault(position, byBoundary(position));
  }

  /** The answers to all images. */
  public Answers answers() {
    List<Answer> all = new ArrayList<>();
    for (int i = 0; i < size(); i++) {
      all.add(answer(i));
    }
    return new Answers(classId, rows, all);
  }

  /** The same images with the answers that stand in the table now, where it has some. */
  Strip asIn(LabelTable labels, boolean exclusive) {
    List<Answer> now = answers().asIn(labels, exclusive).answers();
    Strip strip = this;
    for (int i = 0; i < size(); i++) {
      strip = strip.with(i, now.get(i));
    }
    return strip;
  }

  /**
   * How sure the model is of the proposed answers: their mean probability, 0 for an empty strip.
   */
  public double certainty() {
    double sum = 0;
    for (int i = 0; i < size(); i++) {
      sum += i < boundary ? scores[i] : 1 - scores[i];
    }
    return size() == 0 ? 0 : sum / size();
  }

  @Override
  public String toString() {
    return "Strip of " + classId + " " + Arrays.toString(rows) + " | " + boundary;
  }
}
