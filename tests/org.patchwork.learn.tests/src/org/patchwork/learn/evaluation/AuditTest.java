// SPDX-License-Identifier: MIT
package org.patchwork.learn.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.core.RandomStreams;

class AuditTest {
  private static final int ROWS = 2000;

  @TempDir Path folder;

  /** One row in fifty is positive; the model finds most of them and errs mostly near them. */
  private record Drawn(LabelTable labels, PredictionTable predictions) {
    static Drawn make() {
      RandomGenerator random = new RandomStreams(4).stream("test");
      int[] labels = new int[ROWS];
      double[] said = new double[ROWS];
      for (int row = 0; row < ROWS; row++) {
        labels[row] = row % 50 == 0 ? 1 : 0;
        said[row] = Logits.sigmoid((labels[row] == 1 ? 1 : -3.5) + 1.5 * random.nextGaussian());
      }
      return new Drawn(Cells.labels(labels), Cells.predictions(false, said));
    }
  }

  @Test
  void hasTheSizeAskedForAndNoImageTwice() {
    Drawn drawn = Drawn.make();
    for (String focus : List.of("", "c0")) {
      AuditSet set = AuditSet.draw(drawn.labels, drawn.predictions, focus, 200, 1);
      assertEquals(200, set.members().size());
      assertEquals(200, set.members().stream().map(AuditSet.Member::path).distinct().count());
      assertEquals(ROWS, set.population());
      int[] rows = set.rows(drawn.labels);
      for (int i = 0; i < rows.length; i++) {
        assertEquals(set.members().get(i).path(), drawn.labels.path(rows[i]));
      }
    }
  }

  @Test
  void eachImageComesUpAsOftenAsItsProbabilitySays() {
    Drawn drawn = Drawn.make();
    int draws = 600;
    int[] times = new int[ROWS];
    double[] probabilities = new double[ROWS];
    for (int seed = 0; seed < draws; seed++) {
      AuditSet set = AuditSet.draw(drawn.labels, drawn.predictions, "c0", 200, seed);
      int[] rows = set.rows(drawn.labels);
      for (int i = 0; i < rows.length; i++) {
        times[rows[i]]++;
        probabilities[rows[i]] = set.members().get(i).probability();
      }
    }
    double off = 0;
    for (int row = 0; row < ROWS; row++) {
      double p = probabilities[row];
      double deviation = Math.sqrt(draws * p * (1 - p)) + 1e-9;
      off = Math.max(off, p == 1 ? 0 : Math.abs(times[row] - draws * p) / deviation);
    }
    assertTrue(off < 4.5, "off by " + off + " deviations");
  }

  /** Over many draws the mean is the truth, also where likely images were drawn more often. */
  @Test
  void figuresAreUnbiasedWhateverTheFocus() {
    Drawn drawn = Drawn.make();
    ClassReport truth =
        ModelReport.of(
                drawn.labels,
                drawn.predictions,
                Thresholds.HALF,
                List.of(),
                Cells.rows(drawn.labels))
            .of("c0");
    for (String focus : List.of("", "c0")) {
      double[] sums = new double[3];
      int inside = 0;
      int draws = 300;
      for (int seed = 0; seed < draws; seed++) {
        AuditSet set = AuditSet.draw(drawn.labels, drawn.predictions, focus, 300, seed);
        AuditReport.ClassAudit audit =
            AuditReport.of(set, drawn.labels, drawn.predictions, Thresholds.HALF, Optional.empty())
                .classes()
                .getFirst();
        sums[0] += audit.prevalence().value();
        sums[1] += audit.accuracy().value();
        sums[2] += audit.recall() == null ? 0 : audit.recall().value();
        boolean covers =
            audit.accuracy().low() <= truth.counts().accuracy().getAsDouble()
                && truth.counts().accuracy().getAsDouble() <= audit.accuracy().high();
        inside += covers ? 1 : 0;
      }
      assertEquals(0.02, sums[0] / draws, 0.0015, "prevalence, focus " + focus);
      assertEquals(truth.counts().accuracy().getAsDouble(), sums[1] / draws, 0.003);
      assertEquals(truth.counts().recall().getAsDouble(), sums[2] / draws, 0.04);
      assertTrue(inside >= 0.85 * draws, "90 % intervals cover in " + inside + " of " + draws);
    }
  }

  @Test
  void unlabelledMembersWaitAndTrainedOnesAreTold() {
    LabelTable labels = Cells.labels(new int[] {1, 0, -1, -1});
    labels = labels.withValidation(new int[] {0, 2}, new byte[] {1, 1});
    PredictionTable predictions = Cells.predictions(false, new double[] {.9, .8, .3, .2});
    AuditSet set = AuditSet.draw(labels, null, "", 4, 0);
    BitSet trained = BitSet.valueOf(new long[] {0b1001});
    AuditReport report =
        AuditReport.of(set, labels, predictions, Thresholds.HALF, Optional.of(trained));
    assertEquals(4, report.members());
    assertEquals(2, report.labeled());
    assertEquals(2, report.notHeldOut());
    assertEquals(2, report.trainedOn());
    assertEquals(0.5, report.classes().getFirst().accuracy().value(), 1e-9);
    assertNull(
        AuditReport.of(
                set,
                Cells.labels(new int[] {-1, -1, -1, -1}),
                predictions,
                Thresholds.HALF,
                Optional.empty())
            .classes()
            .getFirst()
            .accuracy());
  }

  @Test
  void wilsonIntervalsWorkedByHand() {
    Estimate.Sum sum = new Estimate.Sum();
    for (int i = 0; i < 10; i++) {
      sum.add(true, 3);
    }
    Estimate estimate = sum.estimate();
    assertEquals(1, estimate.value());
    assertEquals(10, estimate.effective(), 1e-9);
    assertEquals(10 / (10 + 1.6448536269514722 * 1.6448536269514722), estimate.low(), 1e-9);
    assertEquals(1, estimate.high());
    assertNull(new Estimate.Sum().estimate());
  }

  @Test
  void theFileComesBackAsItWas() throws Exception {
    Drawn drawn = Drawn.make();
    AuditSet set = AuditSet.draw(drawn.labels, drawn.predictions, "c0", 50, 7);
    assertEquals(Optional.empty(), AuditFile.read(folder));
    AuditFile.write(set, folder);
    assertEquals(set, AuditFile.read(folder).orElseThrow());
    Files.writeString(folder.resolve(AuditFile.NAME), "[");
    assertThrows(ProjectFormatException.class, () -> AuditFile.read(folder));
  }

  @Test
  void whatCannotBeDrawnIsRefused() {
    Drawn drawn = Drawn.make();
    assertThrows(
        IllegalArgumentException.class,
        () -> AuditSet.draw(drawn.labels, drawn.predictions, "", ROWS + 1, 0));
    assertThrows(
        IllegalArgumentException.class, () -> AuditSet.draw(drawn.labels, null, "c0", 10, 0));
    LabelTable gone = drawn.labels.withRows(List.of("new.png"), Arrays.asList((String) null));
    AuditSet set = AuditSet.draw(gone, null, "", ROWS + 1, 0);
    assertTrue(Arrays.stream(set.rows(drawn.labels)).anyMatch(row -> row == -1));
  }
}
