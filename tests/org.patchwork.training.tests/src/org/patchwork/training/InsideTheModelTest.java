// SPDX-License-Identifier: MIT
package org.patchwork.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.PredictionTable;
import org.patchwork.learn.ModelDesignSpec;
import org.patchwork.learn.RunPredictions;
import org.patchwork.learn.TrainingSpec;

/** What a run writes down of its model beside the predictions. */
class InsideTheModelTest {
  private static final Map<String, Object> QUICK =
      Map.of("epochs", 2, "batchesPerEpoch", 20, "learningRate", 0.05);

  @TempDir private Path project;

  private PredictionTable train(String fineTuning, TrainingData data) throws PatchworkException {
    ModelDesignSpec design = new ModelDesignSpec(fineTuning, Map.of(), "direct", Map.of());
    return new TrainingService(TestAlgorithms.with(new LinearEngine()))
        .run(
            new TrainingSpec("test", design, TestData.parameters(QUICK)),
            data,
            project.resolve("runs").resolve(fineTuning),
            TrainingListener.NONE,
            new NullProgressMonitor())
        .predictions();
  }

  @Test
  void theLastLayerIsAStraightLineOverWhatItSees() throws Exception {
    TrainingData data = TestData.labeled(100);
    PredictionTable predictions = train("narrow", data);
    try (FeatureMatrix hidden = RunPredictions.hidden(project, predictions).orElseThrow()) {
      assertEquals(1, hidden.width());
      assertEquals(100, hidden.rows());
      double[] seen = IntStream.range(0, 100).mapToDouble(row -> value(hidden, row)).toArray();
      for (int c = 0; c < 2; c++) {
        double slope = (logit(predictions, 1, c) - logit(predictions, 0, c)) / (seen[1] - seen[0]);
        for (int row = 2; row < 100; row++) {
          double expected = logit(predictions, 0, c) + slope * (seen[row] - seen[0]);
          assertEquals(expected, logit(predictions, row, c), 1e-2 * (1 + Math.abs(expected)));
        }
      }
    }
  }

  private static double value(FeatureMatrix hidden, int row) {
    float[] values = new float[1];
    hidden.read(row, values, 0);
    return values[0];
  }

  private static double logit(PredictionTable predictions, int row, int c) {
    double p = predictions.probability(row, c);
    return Math.log(p / (1 - p));
  }

  @Test
  void featuresThatGoStraightToTheLastLayerAreNotKeptTwice() throws Exception {
    PredictionTable predictions = train("none", TestData.labeled(100));
    assertEquals(Optional.empty(), RunPredictions.hidden(project, predictions));
  }

  @Test
  void saysWhichImagesItWasTrainedOn() throws Exception {
    PredictionTable predictions = train("none", TestData.labeled(100));
    BitSet trained = RunPredictions.trainedRows(project, predictions).orElseThrow();
    assertEquals(80, trained.cardinality());
    assertTrue(trained.get(79));
    assertEquals(80, trained.length(), "the last fifth is held out");
  }
}
