// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;
import org.patchwork.learn.PredictedRows;
import org.patchwork.learn.RowBlocks;
import org.patchwork.learn.SampleRequest;

/**
 * The predictions of a request as a scoring sampler wants them: only classes that the project and
 * the model both have, only candidates that have predictions; read in blocks of rows, class by
 * class.
 */
final class PredictionView {
  private final LabelTable labels;
  private final PredictionTable predictions;
  private final IProgressMonitor monitor;
  private final int[] labelColumns;
  private final int[] predictionColumns;
  private final int chosenColumn;
  private final int[] rows;

  PredictionView(SampleRequest request, IProgressMonitor monitor) {
    this.labels = request.labels();
    this.predictions = request.predictions();
    this.monitor = monitor;
    this.labelColumns = IntStream.range(0, labels.classes()).filter(c -> column(c) >= 0).toArray();
    this.predictionColumns = Arrays.stream(labelColumns).map(this::column).toArray();
    this.chosenColumn = request.classIndex() < 0 ? -1 : column(request.classIndex());
    this.rows = PredictedRows.of(predictions, predictionColumns, request.candidates(), monitor);
  }

  private int column(int labelColumn) {
    return predictions.classIndex(labels.classIds().get(labelColumn));
  }

  /** The candidates that have predictions, ascending. */
  int[] rows() {
    return rows;
  }

  /** Number of classes. */
  int classes() {
    return predictionColumns.length;
  }

  /** Index in the label table of a class, counted among {@link #classes()}. */
  int labelColumn(int index) {
    return labelColumns[index];
  }

  /** Where cancel is asked for. */
  IProgressMonitor monitor() {
    return monitor;
  }

  boolean exclusive() {
    return predictions.exclusive();
  }

  /** True if the model knows the class the user chose. */
  boolean knowsChosenClass() {
    return chosenColumn >= 0;
  }

  /** The class the user chose, counted among {@link #classes()}; −1 if the model has none. */
  int chosenIndex() {
    return IntStream.range(0, predictionColumns.length)
        .filter(index -> predictionColumns[index] == chosenColumn)
        .findFirst()
        .orElse(-1);
  }

  /** Probability of one class, counted among {@link #classes()}; for a few rows only. */
  float probability(int row, int index) {
    return predictions.probability(row, predictionColumns[index]);
  }

  /** Label of one class, counted among {@link #classes()}; for a few rows only. */
  byte label(int row, int index) {
    return labels.label(row, labelColumns[index]);
  }

  /** Probability of the class the user chose, one per row. */
  float[] chosenProbabilities() {
    float[] chosen = new float[rows.length];
    predictions.gather(chosenColumn, rows, 0, rows.length, chosen);
    return chosen;
  }

  /** One score per row, worked out block by block on all cores. */
  float[] scores(Scorer scorer) {
    return scores(rows, scorer);
  }

  /** One score for each of some rows that have predictions. */
  float[] scores(int[] some, Scorer scorer) {
    float[] scores = new float[some.length];
    RowBlocks.forEach(
        some.length,
        monitor,
        (from, to) -> {
          float[] ofBlock = new float[to - from];
          scorer.score(new Block(some, from, to), ofBlock);
          System.arraycopy(ofBlock, 0, scores, from, ofBlock.length);
        });
    return scores;
  }

  /** Works out the scores of a block. */
  @FunctionalInterface
  interface Scorer {
    /**
     * Fills in the scores.
     *
     * @param scores one for each row of the block, all 0
     */
    void score(Block block, float[] scores);
  }

  /** Neighbouring entries of a list of rows; used by one thread. */
  final class Block {
    private final int[] list;
    private final int from;
    private final int to;
    private final float[] probabilities;
    private final byte[] known;

    private Block(int[] list, int from, int to) {
      this.list = list;
      this.from = from;
      this.to = to;
      this.probabilities = new float[to - from];
      this.known = new byte[to - from];
    }

    /** Number of classes. */
    int classes() {
      return predictionColumns.length;
    }

    /**
     * Probabilities of a class, counted among {@link #classes()}; valid until the next call, may be
     * overwritten.
     */
    float[] probabilities(int index) {
      predictions.gather(predictionColumns[index], list, from, to, probabilities);
      return probabilities;
    }

    /** Labels of a class, counted among {@link #classes()}; valid until the next call. */
    byte[] labels(int index) {
      labels.gather(labelColumns[index], list, from, to, known);
      return known;
    }
  }
}
