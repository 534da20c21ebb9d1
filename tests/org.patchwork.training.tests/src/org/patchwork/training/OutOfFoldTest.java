// SPDX-License-Identifier: MIT
package org.patchwork.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;
import org.patchwork.core.RandomStreams;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.TrainingSpec;
import org.patchwork.learn.evaluation.LabelErrors;
import org.patchwork.learn.split.Folds;
import org.patchwork.learn.split.GroupedSplit;
import org.patchwork.learn.split.Grouping;
import org.patchwork.learn.split.HoldOut;
import org.patchwork.learn.split.RowGroups;

class OutOfFoldTest {
  private static final TrainingSpec SPEC =
      TestData.spec(Map.of("epochs", 3, "batchesPerEpoch", 50, "learningRate", 0.1));

  private final LinearEngine engine = new LinearEngine();
  private final TrainingService service = new TrainingService(TestAlgorithms.with(engine));

  private static Folds folds(LabelTable labels) throws TrainingException {
    return GroupedSplit.folds(
        labels,
        HoldOut.labeled(labels),
        RowGroups.of(labels, Grouping.NONE),
        4,
        new RandomStreams(0).stream("folds"));
  }

  private PredictionTable predict(TrainingData data) throws TrainingException {
    return new OutOfFold(service).predictions(SPEC, data, folds(data.labels()), "folds", null);
  }

  /** Also held-out ones; what has no label or is excluded takes no part. */
  @Test
  void everyLabelledRowIsPredictedByAModelThatDidNotSeeItsLabels() throws Exception {
    TrainingData data = TestData.labeled(200);
    LabelTable labels = data.labels().withExcluded(new int[] {5}, new byte[] {1});
    byte unknown = LabelTable.UNKNOWN;
    labels =
        labels
            .withLabels(0, new int[] {7}, new byte[] {unknown})
            .withLabels(1, new int[] {7}, new byte[] {unknown});
    PredictionTable predictions = predict(data.withLabels(labels));
    for (int row = 0; row < 200; row++) {
      assertEquals(row != 5 && row != 7, predictions.has(row), "row " + row);
    }
    assertEquals(0, engine.open.get());
  }

  /** A flipped label is contradicted, which a model that had seen it might not do. */
  @Test
  void flippedLabelsAreAtTheHeadOfTheQueue() throws Exception {
    TrainingData data = TestData.labeled(400);
    LabelTable labels = data.labels();
    List<Integer> flipped = new ArrayList<>();
    for (int row = 0; row < 400; row += 20) {
      if (Math.abs(feature(data, row)) > 0.7) {
        flipped.add(row);
        byte other = (byte) (1 - labels.label(row, 0));
        labels = labels.withLabels(0, new int[] {row}, new byte[] {other});
      }
    }
    LabelErrors errors = LabelErrors.find(labels, predict(data.withLabels(labels)));
    long found =
        errors.queue().stream()
            .limit(flipped.size())
            .filter(error -> flipped.contains(error.row()) && error.classId().equals("a"))
            .count();
    assertTrue(found >= flipped.size() - 1, found + " of " + flipped.size());
  }

  private static float feature(TrainingData data, int row) {
    float[] features = new float[TestData.WIDTH];
    data.features().read(row, features, 0);
    return features[0];
  }

  @Test
  void theLearningCurveEndsWhereItsTwinEnds() throws Exception {
    TrainingData data = TestData.labeled(200);
    List<LabelTable> stages = new ArrayList<>();
    for (int known : new int[] {20, 60, 160}) {
      LabelTable stage = data.labels();
      for (int row = known; row < 160; row++) {
        for (int c = 0; c < 2; c++) {
          stage = stage.withLabels(c, new int[] {row}, new byte[] {LabelTable.UNKNOWN});
        }
      }
      stages.add(stage);
    }
    List<CurvePoint> heard = new ArrayList<>();
    List<CurvePoint> points =
        new LabelCurve(service).run(SPEC, data, stages, List.of(1L, 2L), heard::add, null);
    assertEquals(points, heard);
    assertEquals(12, points.size());
    assertEquals(List.of(20, 60, 160), points.stream().limit(3).map(CurvePoint::labels).toList());
    assertEquals(LabelCurve.GIVEN, points.get(2).sampler());
    assertEquals(points.get(2).evaluation(), points.get(5).evaluation());
    assertNotEquals(points.get(0).evaluation(), points.get(3).evaluation());
  }

  @Test
  void withoutHistoryTheTwinIsTrainedAlone() throws Exception {
    List<CurvePoint> points =
        new LabelCurve(service)
            .run(SPEC, TestData.labeled(200), List.of(), List.of(1L), point -> {}, null);
    assertEquals(
        List.of(10, 17, 30, 53, 92, 160), points.stream().map(CurvePoint::labels).toList());
    assertTrue(points.stream().allMatch(point -> point.sampler().equals(LabelCurve.RANDOM)));
  }

  @Test
  void aCurveNeedsHeldOutLabels() {
    TrainingData data = TestData.labeled(50);
    int[] all = java.util.stream.IntStream.range(0, 50).toArray();
    TrainingData none = data.withLabels(data.labels().withValidation(all, new byte[50]));
    TrainingException refused =
        assertThrows(
            TrainingException.class,
            () ->
                new LabelCurve(service).run(SPEC, none, List.of(), List.of(1L), point -> {}, null));
    assertTrue(refused.getMessage().contains("Hold some labelled images out"));
  }

  @Test
  void canBeCancelled() throws Exception {
    TrainingData data = TestData.labeled(50);
    NullProgressMonitor monitor = new NullProgressMonitor();
    monitor.setCanceled(true);
    Folds folds = folds(data.labels());
    assertThrows(
        OperationCanceledException.class,
        () -> new OutOfFold(service).predictions(SPEC, data, folds, "folds", monitor));
  }
}
