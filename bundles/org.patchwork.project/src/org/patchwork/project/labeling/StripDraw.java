// SPDX-License-Identifier: MIT
package org.patchwork.project.labeling;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;

/**
 * Chooses the images of the next question: rows that are neither excluded nor held out, not
 * labelled for the class and with a prediction.
 *
 * <p>{@link Order#ANY}, and where classes exclude each other {@link Order#MOST}, take only images
 * that the model takes for the class, so that "yes to all" is its proposal. The most probable
 * images cost the fewest keys and teach a model the least; those by lot teach it more.
 *
 * @param classId stable id of the class to ask for, or null for the classes in turn: the one with
 *     the fewest labels "present" so far, or "absent" for {@link Order#LEAST}, among those that
 *     have images to ask for
 * @param order which images
 * @param size how many at most, at least 1
 */
public record StripDraw(String classId, Order order, int size) {
  /** Which images are asked for; they are always shown most probable first. */
  public enum Order {
    /** The most probable. */
    MOST,
    /** By lot among those with a probability of at least ½. */
    ANY,
    /** The least probable. */
    LEAST,
    /** Those with a probability closest to ½. */
    EDGE
  }

  private static final float HALF = 0.5f;

  public StripDraw {
    if (size < 1) {
      throw new IllegalArgumentException("At least one image must be asked for, not " + size + ".");
    }
  }

  /**
   * Chooses; scans the whole table.
   *
   * @param predictions or null if no model is trained
   * @param skipped rows that were shown and left without an answer; they do not come again
   * @param random source of chance of {@link Order#ANY}
   * @return the strip with the model's proposal as its boundary; without images it says why
   */
  public Strip draw(
      LabelTable labels, PredictionTable predictions, BitSet skipped, RandomGenerator random) {
    if (predictions == null) {
      return Strip.empty(
          classId,
          "The question is sorted by the probabilities of a model. Label some images and train"
              + " first.");
    }
    if (classId != null) {
      return strip(classId, labels, predictions, skipped, random);
    }
    return inTurn(labels).stream()
        .map(id -> strip(id, labels, predictions, skipped, random))
        .filter(strip -> strip.size() > 0)
        .findFirst()
        .orElse(
            Strip.empty(
                null,
                "The model has no further image to ask for. Train again, or choose another"
                    + " order."));
  }

  /** The classes, those with the fewest labels of the expected kind first. */
  private List<String> inTurn(LabelTable labels) {
    byte expected = order == Order.LEAST ? LabelTable.ABSENT : LabelTable.PRESENT;
    int[] counts = new int[labels.classes()];
    for (int c = 0; c < counts.length; c++) {
      counts[c] = labels.count(c, expected, false);
    }
    return IntStream.range(0, counts.length)
        .boxed()
        .sorted(Comparator.comparingInt(c -> counts[c]))
        .map(labels.classIds()::get)
        .toList();
  }

  private Strip strip(
      String id,
      LabelTable labels,
      PredictionTable predictions,
      BitSet skipped,
      RandomGenerator random) {
    if (labels.classIndex(id) < 0 || predictions.classIndex(id) < 0) {
      return Strip.empty(id, "The model does not know the class yet. Train again.");
    }
    int label = labels.classIndex(id);
    int output = predictions.classIndex(id);
    boolean proposed = order == Order.ANY || (order == Order.MOST && predictions.exclusive());
    BestRows best = new BestRows(size);
    int rows = Math.min(labels.rows(), predictions.rows());
    for (int row = 0; row < rows; row++) {
      float p = predictions.probability(row, output);
      if (!Float.isNaN(p)
          && labels.label(row, label) == LabelTable.UNKNOWN
          && !labels.excluded(row)
          && !labels.validation(row)
          && !skipped.get(row)
          && (!proposed || isTakenFor(predictions, row, output))) {
        best.offer(row, key(p, random));
      }
    }
    return best.size() == 0
        ? Strip.empty(id, nothingLeft(proposed))
        : sorted(id, best.rows(), predictions, output, proposed);
  }

  private static String nothingLeft(boolean proposed) {
    return proposed
        ? "The model takes no further unanswered image for this class. Ask for another class, or"
            + " train again."
        : "Every image with a prediction is answered for this class or was skipped.";
  }

  private float key(float p, RandomGenerator random) {
    return switch (order) {
      case MOST -> p;
      case ANY -> random.nextFloat();
      case LEAST -> -p;
      case EDGE -> -Math.abs(p - HALF);
    };
  }

  private boolean isTakenFor(PredictionTable predictions, int row, int output) {
    float p = predictions.probability(row, output);
    if (order == Order.ANY) {
      return p >= HALF;
    }
    for (int c = 0; c < predictions.classIds().size(); c++) {
      if (predictions.probability(row, c) > p) {
        return false;
      }
    }
    return true;
  }

  private static Strip sorted(
      String id, int[] rows, PredictionTable predictions, int output, boolean proposed) {
    int[] ordered =
        Arrays.stream(rows)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingDouble(row -> -predictions.probability(row, output))
                    .thenComparingInt(row -> row))
            .mapToInt(Integer::intValue)
            .toArray();
    float[] scores = new float[ordered.length];
    for (int i = 0; i < ordered.length; i++) {
      scores[i] = predictions.probability(ordered[i], output);
    }
    int probable = (int) IntStream.range(0, scores.length).filter(i -> scores[i] >= HALF).count();
    return new Strip(id, ordered, scores, proposed ? ordered.length : probable, true, Map.of(), "");
  }
}
