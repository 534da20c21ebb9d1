// SPDX-License-Identifier: MIT
package org.patchwork.learn.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.core.RandomStreams;
import org.patchwork.core.TrainingException;

class CalibrationTest {
  private static final int ROWS = 4000;

  @TempDir Path folder;

  private static RandomGenerator random() {
    return new RandomStreams(11).stream("test");
  }

  /** Labels drawn by true probabilities; what the model says is sharper by a factor and shifted. */
  private record Drawn(LabelTable labels, PredictionTable predictions) {
    static Drawn independent(double factor, double shift) {
      RandomGenerator random = random();
      int[] labels = new int[ROWS];
      double[] said = new double[ROWS];
      for (int row = 0; row < ROWS; row++) {
        double logit = 2 * random.nextGaussian();
        labels[row] = random.nextDouble() < Logits.sigmoid(logit) ? 1 : 0;
        said[row] = Logits.sigmoid(factor * logit + shift);
      }
      return new Drawn(Cells.labels(labels), Cells.predictions(false, said));
    }

    static Drawn exclusive(double factor) {
      RandomGenerator random = random();
      int[][] labels = new int[3][ROWS];
      double[][] said = new double[3][ROWS];
      for (int row = 0; row < ROWS; row++) {
        double[] logits = new double[3];
        Arrays.setAll(logits, c -> 1.5 * random.nextGaussian());
        double[] truth = softmax(logits, 1);
        double[] sharp = softmax(logits, factor);
        double lot = random.nextDouble();
        int present = lot < truth[0] ? 0 : lot < truth[0] + truth[1] ? 1 : 2;
        for (int c = 0; c < 3; c++) {
          labels[c][row] = c == present ? 1 : 0;
          said[c][row] = sharp[c];
        }
      }
      return new Drawn(Cells.labels(labels), Cells.predictions(true, said));
    }

    private static double[] softmax(double[] logits, double factor) {
      double[] p = Arrays.stream(logits).map(x -> Math.exp(factor * x)).toArray();
      double sum = Arrays.stream(p).sum();
      return Arrays.stream(p).map(x -> x / sum).toArray();
    }

    int[] rows() {
      return Cells.rows(labels);
    }
  }

  @Test
  void temperatureFindsByWhatTheLogitsAreTooLarge() {
    Drawn drawn = Drawn.independent(2.5, 0);
    Calibration fitted =
        Calibration.fit(
            drawn.labels, drawn.predictions, drawn.rows(), CalibrationMethod.TEMPERATURE);
    ProbabilityMap.Logistic map = (ProbabilityMap.Logistic) fitted.maps().getFirst();
    assertEquals(1 / 2.5, map.scale(), 0.02);
    assertEquals(0, map.offset());
  }

  @Test
  void plattFindsTheShiftAsWell() {
    Drawn drawn = Drawn.independent(2, 1.5);
    Calibration fitted =
        Calibration.fit(drawn.labels, drawn.predictions, drawn.rows(), CalibrationMethod.PLATT);
    ProbabilityMap.Logistic map = (ProbabilityMap.Logistic) fitted.maps().getFirst();
    assertEquals(0.5, map.scale(), 0.03);
    assertEquals(-0.75, map.offset(), 0.08);
  }

  @Test
  void exclusiveClassesShareOneTemperatureAndKeepTheirAnswers() {
    Drawn drawn = Drawn.exclusive(3);
    Calibration fitted =
        Calibration.fit(
            drawn.labels, drawn.predictions, drawn.rows(), CalibrationMethod.TEMPERATURE);
    assertEquals(1 / 3.0, ((ProbabilityMap.Logistic) fitted.maps().get(2)).scale(), 0.02);
    PredictionTable calibrated = fitted.apply(drawn.predictions);
    ExclusiveRows before = new ExclusiveRows(drawn.labels, drawn.predictions);
    ExclusiveRows after = new ExclusiveRows(drawn.labels, calibrated);
    for (int row : drawn.rows()) {
      assertEquals(before.mostProbable(row), after.mostProbable(row));
      double sum =
          calibrated.probability(row, 0)
              + calibrated.probability(row, 1)
              + calibrated.probability(row, 2);
      assertEquals(1, sum, 1e-5);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = CalibrationMethod.class,
      names = {"TEMPERATURE", "PLATT", "ISOTONIC"})
  void everyMethodHalvesTheErrorOnRowsItWasNotFittedTo(CalibrationMethod method) throws Exception {
    for (Drawn drawn : new Drawn[] {Drawn.independent(3, 0), Drawn.exclusive(3)}) {
      CalibrationRecord record =
          CalibrationRecord.fit(
              drawn.labels,
              drawn.predictions,
              drawn.rows(),
              new CalibrationSettings(method, ThresholdRule.F1, 0.9),
              random());
      assertTrue(
          record.errorAfter().getAsDouble() < record.errorBefore().getAsDouble() / 2,
          record.errorBefore() + " → " + record.errorAfter());
    }
  }

  @Test
  void isotonicPoolsWhatGoesTheWrongWay() {
    ScoredCells cells =
        Cells.of(new int[] {0, 1, 0, 1, 1, 0}, new double[] {.1, .2, .3, .6, .6, .05});
    ProbabilityMap map = IsotonicFit.of(cells);
    // blocks: {.05, .1} all absent, {.2, .3} one of two, {.6, .6} all present
    assertEquals(0.5 / 3, map.apply(0.05), 1e-6);
    assertEquals(0.5 / 3, map.apply(0.1), 1e-6);
    assertEquals(0.5, map.apply(0.25), 1e-6);
    assertEquals(2.5 / 3, map.apply(0.7), 1e-6);
    assertEquals((0.5 + 2.5 / 3) / 2, map.apply(0.45), 1e-6);
    assertTrue(Double.isNaN(map.apply(Double.NaN)));
  }

  @Test
  void separableCellsGiveNoInfiniteScale() {
    ScoredCells cells = Cells.of(new int[] {0, 0, 1, 1}, new double[] {.1, .2, .8, .9});
    ProbabilityMap.Logistic platt = (ProbabilityMap.Logistic) LogisticFit.platt(cells);
    ProbabilityMap.Logistic temperature = (ProbabilityMap.Logistic) LogisticFit.temperature(cells);
    assertTrue(platt.scale() < 5, "scale " + platt.scale());
    assertTrue(temperature.scale() <= 20.001);
  }

  @Test
  void aClassWithoutPositivesIsLeftAsItIs() {
    LabelTable labels = Cells.labels(new int[] {0, 0, 0, -1});
    PredictionTable predictions = Cells.predictions(false, new double[] {.3, .6, .2, .9});
    for (CalibrationMethod method : CalibrationMethod.values()) {
      PredictionTable calibrated =
          Calibration.fit(labels, predictions, Cells.rows(labels), method).apply(predictions);
      assertEquals(0.6f, calibrated.probability(1, 0));
      assertEquals(0.9f, calibrated.probability(3, 0));
    }
  }

  @Test
  void reliabilityWorkedByHand() {
    Reliability reliability =
        Reliability.of(Cells.of(new int[] {1, 0, 1, 1}, new double[] {.9, .9, .1, 1}));
    // bins: [.0667,.1333): .1 against 1; [.8667,.9333): .9 against .5; the last: 1 against 1
    assertEquals((0.9 + 2 * 0.4 + 0) / 4, reliability.calibrationError().getAsDouble(), 1e-6);
    assertEquals((0.01 + 0.81 + 0.81) / 4, reliability.brier().getAsDouble(), 1e-6);
    assertArrayEquals(new int[] {2}, reliability.bins().get(1).rows());
    assertArrayEquals(new int[] {3}, reliability.bins().get(14).rows());
    assertTrue(Double.isNaN(reliability.bins().get(0).observed()));
  }

  @Test
  void whatChanceAloneShowsIsWhatAPerfectModelShows() {
    Drawn drawn = Drawn.independent(1, 0);
    Reliability reliability =
        Reliability.of(ScoredCells.of(drawn.labels, drawn.predictions, "c0", drawn.rows()));
    double ratio =
        reliability.calibrationError().getAsDouble() / reliability.byChance().getAsDouble();
    assertTrue(ratio > 0.5 && ratio < 1.6, "ratio " + ratio);
  }

  @Test
  void autoFitsTheClasses() {
    Drawn drawn = Drawn.independent(2, 1);
    Calibration fitted =
        Calibration.fit(drawn.labels, drawn.predictions, drawn.rows(), CalibrationMethod.AUTO);
    assertEquals(CalibrationMethod.PLATT, fitted.method());
    assertEquals(CalibrationMethod.TEMPERATURE, CalibrationMethod.AUTO.resolve(true));
  }

  @Test
  void theFileComesBackAsItWas() throws Exception {
    for (CalibrationMethod method : CalibrationMethod.values()) {
      Drawn drawn = Drawn.independent(2, 0.3);
      CalibrationRecord record =
          CalibrationRecord.fit(
              drawn.labels,
              drawn.predictions,
              drawn.rows(),
              new CalibrationSettings(method, ThresholdRule.CONFORMAL, 0.9),
              random());
      record.write(folder);
      CalibrationRecord read = CalibrationRecord.read(folder).orElseThrow();
      assertEquals(record.settings(), read.settings());
      assertEquals(record.choices(), read.choices());
      assertEquals(record.errorAfter(), read.errorAfter());
      PredictionTable expected = record.calibration().apply(drawn.predictions);
      PredictionTable actual = read.calibration().apply(drawn.predictions);
      for (int row = 0; row < ROWS; row += 37) {
        assertEquals(expected.probability(row, 0), actual.probability(row, 0));
      }
    }
  }

  @Test
  void aDamagedFileIsNamedAMissingOneIsNoError() throws Exception {
    assertEquals(Optional.empty(), CalibrationRecord.read(folder.resolve("none")));
    Files.writeString(folder.resolve(CalibrationRecord.FILE_NAME), "{\"format\": 1, \"method\": 3");
    ProjectFormatException damaged =
        assertThrows(ProjectFormatException.class, () -> CalibrationRecord.read(folder));
    assertTrue(damaged.getMessage().contains(CalibrationRecord.FILE_NAME), damaged.getMessage());
    Files.writeString(folder.resolve(CalibrationRecord.FILE_NAME), "{\"format\": 9}");
    ProjectFormatException newer =
        assertThrows(ProjectFormatException.class, () -> CalibrationRecord.read(folder));
    assertTrue(newer.getMessage().contains("newer version"), newer.getMessage());
  }

  @Test
  void withoutHeldOutLabelsItSaysWhatToDo() {
    LabelTable labels = Cells.labels(new int[] {-1, -1});
    PredictionTable predictions = Cells.predictions(false, new double[] {.3, .6});
    TrainingException refused =
        assertThrows(
            TrainingException.class,
            () ->
                CalibrationRecord.fit(
                    labels, predictions, new int[] {0, 1}, new CalibrationSettings(), random()));
    assertTrue(refused.getMessage().contains("Hold some labelled images out"));
  }
}
