// SPDX-License-Identifier: MIT
package org.patchwork.training.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.RandomStreams;
import org.patchwork.core.TrainingException;
import org.patchwork.internal.training.probe.ProbeDraw;
import org.patchwork.training.probe.ProbeParameters.Split;

class ProbeServiceTest {
  private static final int ROWS = 400;
  private static final int WIDTH = 4;

  /** The first feature tells the class apart if {@code good}; else none does. */
  private static ProbedFeatures features(String name, boolean good) {
    RandomGenerator random = new RandomStreams(9).stream(name);
    float[] values = new float[ROWS * WIDTH];
    for (int i = 0; i < values.length; i++) {
      boolean tells = good && i % WIDTH == 0 && i / WIDTH % 3 == 0;
      values[i] = (float) random.nextGaussian() + (tells ? 3 : 0);
    }
    return new ProbedFeatures(name, FeatureMatrix.of(new int[] {WIDTH}, values));
  }

  /** Every third image has the class; ten images of one subset. */
  private static LabelTable table() {
    byte[] values = new byte[ROWS];
    for (int row = 0; row < ROWS; row++) {
      values[row] = (byte) (row % 3 == 0 ? 1 : 0);
    }
    return LabelTable.empty()
        .withRows(
            IntStream.range(0, ROWS).mapToObj(row -> row + ".png").toList(),
            IntStream.range(0, ROWS).mapToObj(row -> "image " + row / 10).toList())
        .withClasses(List.of("a"))
        .withLabels(0, IntStream.range(0, ROWS).toArray(), values);
  }

  private static ProbeParameters parameters(Split split, double noise, double positives) {
    return new ProbeParameters(24, 10, 200, split, 0.3, 1, noise, positives, true, 4);
  }

  @Test
  void betterFeaturesHaveTheLowerCurve() throws PatchworkException {
    List<ProbedFeatures> both = List.of(features("good", true), features("poor", false));
    ProbeService service = new ProbeService();
    ProbeParameters parameters = parameters(Split.IMAGES, 0, 0);
    List<ProbePoint> points = service.run(both, table(), "a", parameters, null);
    assertEquals(48, points.size());
    List<ProbeCurve> curves = ProbeCurve.of(points);
    ProbeCurve.Step good = curves.get(0).steps().getLast();
    ProbeCurve.Step poor = curves.get(1).steps().getLast();
    assertTrue(good.testError() < 0.15 && good.testAuc() > 0.95, good.toString());
    assertTrue(poor.testError() > 0.25 && poor.testAuc() < 0.65, poor.toString());
    assertEquals(points, service.run(both, table(), "a", parameters, null));
    for (int i = 0; i < points.size(); i += 2) {
      assertEquals(points.get(i).images(), points.get(i + 1).images(), "the same draw");
    }
  }

  /** T40: what is tested on was never learnt from. */
  @Test
  void trainingAndTestAreDisjointAndSubsetsStayTogether() {
    int[] all = IntStream.range(0, ROWS).toArray();
    for (Split split : Split.values()) {
      RandomGenerator random = new RandomStreams(1).stream(split.name());
      ProbeDraw draw = ProbeDraw.of(table(), all, 0, parameters(split, 0, 0), random);
      Set<Integer> groups = new HashSet<>();
      for (int row : draw.training()) {
        groups.add(split == Split.IMAGES ? row : row / 10);
      }
      for (int row : draw.test()) {
        assertFalse(groups.contains(split == Split.IMAGES ? row : row / 10), split + " " + row);
      }
      assertEquals(split == Split.ONE_SUBSET ? 10 : 120, draw.test().length);
    }
  }

  @Test
  void noiseAndShareAreHonoured() {
    int[] all = IntStream.range(0, ROWS).toArray();
    RandomGenerator random = new RandomStreams(1).stream("draw");
    int noisy = 0;
    int drawn = 0;
    for (int i = 0; i < 20; i++) {
      ProbeDraw draw = ProbeDraw.of(table(), all, 0, parameters(Split.IMAGES, 0.2, 0.5), random);
      long present = Arrays.stream(draw.training()).filter(row -> row % 3 == 0).count();
      assertTrue(Math.abs(present - 0.5 * draw.training().length) <= 60);
      for (boolean each : draw.noisy()) {
        noisy += each ? 1 : 0;
        drawn++;
      }
    }
    assertEquals(0.2, (double) noisy / drawn, 0.05);
  }

  @Test
  void saysWhatIsMissing() {
    LabelTable few = table().withClasses(List.of()).withClasses(List.of("a"));
    LabelTable oneSided = few.withLabels(0, IntStream.range(0, 20).toArray(), new byte[20]);
    List<ProbedFeatures> good = List.of(features("good", true));
    ProbeParameters parameters = parameters(Split.IMAGES, 0, 0);
    ProbeService service = new ProbeService();
    assertTrue(
        assertThrows(TrainingException.class, () -> service.run(good, few, "a", parameters, null))
            .getMessage()
            .contains("label at least 8"));
    assertTrue(
        assertThrows(
                TrainingException.class, () -> service.run(good, oneSided, "a", parameters, null))
            .getMessage()
            .contains("both kinds"),
        "a bounded number of tries (T40)");
  }

  @Test
  void stopsWhenCancelled() {
    NullProgressMonitor monitor = new NullProgressMonitor();
    monitor.setCanceled(true);
    List<ProbedFeatures> good = List.of(features("good", true));
    assertThrows(
        OperationCanceledException.class,
        () -> new ProbeService().run(good, table(), "a", parameters(Split.IMAGES, 0, 0), monitor));
  }
}
