// SPDX-License-Identifier: MIT
package org.patchwork.project.labeling;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;

/**
 * Chooses the images of the next question: rows that are neither excluded nor held out, not
 * labelled for the class and with a prediction.
 *
 * <p>Where the model gives a distribution over classes that exclude each other, {@link Order#MOST}
 * takes only images that it takes for the class, so that "yes to all" is its proposal.
 *
 * @param classId stable id of the class to ask for, or null for the one of whose strip the model is
 *     surest
 * @param order which images
 * @param size how many at most, at least 1
 */
public record StripDraw(String classId, Order order, int size) {
  /** Which images are asked for; they are always shown most probable first. */
  public enum Order {
    /** The most probable. */
    MOST,
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
   * @return the strip with the model's proposal as its boundary; without images it says why
   */
  public Strip draw(LabelTable labels, PredictionTable predictions, BitSet skipped) {
    if (predictions == null) {
      return Strip.empty(
          classId,
          "The question is sorted by the probabilities of a model. Label some images and train"
              + " first.");
    }
    List<String> asked = classId == null ? labels.classIds() : List.of(classId);
    Strip best =
        asked.stream()
            .filter(id -> labels.classIndex(id) >= 0 && predictions.classIndex(id) >= 0)
            .map(id -> strip(id, labels, predictions, skipped))
            .max(Comparator.comparingDouble(this::worth))
            .orElse(Strip.empty(classId, "The model does not know the class yet. Train again."));
    return best.size() > 0 || classId != null
        ? best
        : Strip.empty(null, "Every image with a prediction is answered or was skipped.");
  }

  /** Answers of the strip that the model expects to be right. */
  private double worth(Strip strip) {
    return strip.certainty() * strip.size();
  }

  private Strip strip(String id, LabelTable labels, PredictionTable predictions, BitSet skipped) {
    int label = labels.classIndex(id);
    int output = predictions.classIndex(id);
    boolean taken = order == Order.MOST && predictions.exclusive();
    BestRows best = new BestRows(size);
    int rows = Math.min(labels.rows(), predictions.rows());
    for (int row = 0; row < rows; row++) {
      float p = predictions.probability(row, output);
      if (!Float.isNaN(p)
          && labels.label(row, label) == LabelTable.UNKNOWN
          && !labels.excluded(row)
          && !labels.validation(row)
          && !skipped.get(row)
          && (!taken || isTakenFor(predictions, row, output))) {
        best.offer(row, key(p));
      }
    }
    return best.size() == 0
        ? Strip.empty(id, nothingLeft(taken))
        : sorted(id, best.rows(), predictions, output, taken);
  }

  private static String nothingLeft(boolean taken) {
    return taken
        ? "The model takes no further unanswered image for this class. Ask for another class, or"
            + " train again."
        : "Every image with a prediction is answered for this class or was skipped.";
  }

  private float key(float p) {
    return switch (order) {
      case MOST -> p;
      case LEAST -> -p;
      case EDGE -> -Math.abs(p - HALF);
    };
  }

  private static boolean isTakenFor(PredictionTable predictions, int row, int output) {
    float p = predictions.probability(row, output);
    for (int c = 0; c < predictions.classIds().size(); c++) {
      if (predictions.probability(row, c) > p) {
        return false;
      }
    }
    return true;
  }

  private static Strip sorted(
      String id, int[] rows, PredictionTable predictions, int output, boolean taken) {
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
    return new Strip(id, ordered, scores, taken ? ordered.length : probable, true, Map.of(), "");
  }
}
