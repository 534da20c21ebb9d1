// SPDX-License-Identifier: MIT
package org.patchwork.learn.evaluation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;
import org.patchwork.core.RandomStreams;
import org.patchwork.learn.RandomRows;

/**
 * Images drawn at random, with known probabilities, to judge a model by. Images that a sampler
 * chose are harder or rarer than the others, so figures on them say little about the rest; figures
 * on an audit set, weighted by one over the probability with which each image was drawn, are
 * unbiased for all images (Horvitz and Thompson 1952), however the training images were chosen.
 *
 * @param seed seed of the draw
 * @param population number of images that could be drawn
 * @param focusClassId class whose likely images were drawn more often, or empty
 * @param members images of the set, in the order of the draw
 */
public record AuditSet(long seed, int population, String focusClassId, List<Member> members) {
  private static final double FOCUS = 0.5;

  public AuditSet {
    members = List.copyOf(members);
  }

  /**
   * An image of the set.
   *
   * @param path path in the label table
   * @param probability with which it was drawn, in (0, 1]
   */
  public record Member(String path, double probability) {}

  /**
   * Draws a set from all images that are not excluded, whether labelled or not: all with the same
   * probability, or half of the draws in proportion to the probability of a class, so that a rare
   * class comes up often enough. Systematic sampling in random order (Madow 1949), so that the set
   * has the size asked for and the probabilities are exact.
   *
   * @param predictions needed for a focus class only, else null
   * @param focusClassId class to draw more of, or empty
   * @param count number of images wanted
   * @throws IllegalArgumentException if there are not so many images, or no predictions of the
   *     focus class
   */
  public static AuditSet draw(
      LabelTable labels, PredictionTable predictions, String focusClassId, int count, long seed) {
    int[] rows = IntStream.range(0, labels.rows()).filter(row -> !labels.excluded(row)).toArray();
    if (count < 1 || count > rows.length) {
      throw new IllegalArgumentException(
          String.format(
              "An audit set of %,d images cannot be drawn from %,d; choose a number between 1 and"
                  + " that.",
              count, rows.length));
    }
    RandomGenerator random = new RandomStreams(seed).stream("audit");
    RandomRows.shuffle(rows, random);
    double[] probabilities = probabilities(sizes(rows, predictions, focusClassId), count);
    List<Member> members =
        Arrays.stream(systematic(probabilities, random.nextDouble()))
            .mapToObj(i -> new Member(labels.path(rows[i]), probabilities[i]))
            .toList();
    return new AuditSet(seed, rows.length, focusClassId, members);
  }

  private static double[] sizes(int[] rows, PredictionTable predictions, String focusClassId) {
    double[] sizes = new double[rows.length];
    Arrays.fill(sizes, 1);
    if (focusClassId.isEmpty()) {
      return sizes;
    }
    int column = predictions == null ? -1 : predictions.classIndex(focusClassId);
    if (column < 0) {
      throw new IllegalArgumentException(
          "A focus on a class needs predictions of that class; train first, or draw without focus.");
    }
    double sum = 0;
    for (int row : rows) {
      float p = predictions.probability(row, column);
      sum += Float.isNaN(p) ? 0 : p;
    }
    for (int i = 0; i < rows.length && sum > 0; i++) {
      float p = predictions.probability(rows[i], column);
      sizes[i] = 1 - FOCUS + FOCUS * (Float.isNaN(p) ? 0 : p) * rows.length / sum;
    }
    return sizes;
  }

  /** In proportion to the sizes, at most 1, together {@code count}. */
  private static double[] probabilities(double[] sizes, int count) {
    double[] probabilities = new double[sizes.length];
    boolean[] certain = new boolean[sizes.length];
    for (boolean changed = true; changed; ) {
      changed = false;
      double sum = 0;
      int left = count;
      for (int i = 0; i < sizes.length; i++) {
        sum += certain[i] ? 0 : sizes[i];
        left -= certain[i] ? 1 : 0;
      }
      for (int i = 0; i < sizes.length; i++) {
        probabilities[i] = certain[i] ? 1 : Math.min(1, left * sizes[i] / sum);
        boolean now = !certain[i] && left * sizes[i] >= sum;
        certain[i] |= now;
        changed |= now;
      }
    }
    return probabilities;
  }

  /** The places at which the running sum passes start, start + 1, start + 2 … */
  private static int[] systematic(double[] probabilities, double start) {
    IntStream.Builder places = IntStream.builder();
    double sum = 0;
    double next = start;
    for (int i = 0; i < probabilities.length; i++) {
      sum += probabilities[i];
      if (next < sum) {
        places.add(i);
        next += 1;
      }
    }
    return places.build().toArray();
  }

  /**
   * The rows of the set in a table, in the order of the draw; −1 for an image that is not there.
   */
  public int[] rows(LabelTable labels) {
    Map<String, Integer> wanted = new HashMap<>();
    for (int i = 0; i < members.size(); i++) {
      wanted.put(members.get(i).path(), i);
    }
    int[] rows = new int[members.size()];
    Arrays.fill(rows, -1);
    for (int row = 0; row < labels.rows(); row++) {
      Integer place = wanted.get(labels.path(row));
      if (place != null) {
        rows[place] = row;
      }
    }
    return rows;
  }
}
