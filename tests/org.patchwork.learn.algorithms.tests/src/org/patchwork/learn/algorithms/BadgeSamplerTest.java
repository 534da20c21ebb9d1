// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;
import org.patchwork.learn.SampleRequest;
import org.patchwork.learn.Sampler;
import org.patchwork.learn.Selection;
import org.patchwork.learn.conformance.SamplerConformance;

class BadgeSamplerTest extends SamplerConformance<BadgeParameters> {
  @Override
  protected Sampler<BadgeParameters> algorithm() {
    return new BadgeSampler();
  }

  @Test
  void keepsTheContract() throws Exception {
    verify();
  }

  @Test
  void factorsMakeTheEmbeddingsOfTheOracle() throws Exception {
    for (JsonNode oracle : Oracles.cases("gradientEmbeddings")) {
      PredictionTable predictions = Oracles.predictions(oracle.get("probabilities"), false);
      LabelTable labels = Oracles.table(predictions.rows(), predictions.classIds().size());
      double[] inputs = Oracles.matrix(oracle.get("inputs")).values();
      FeatureMatrix features =
          FeatureMatrix.of(new int[] {inputs.length / labels.rows()}, floats(inputs));
      SampleRequest request = Oracles.request(labels, predictions, features, 4, 1, 1);
      PredictionView view = new PredictionView(request, new NullProgressMonitor());
      Points all = GradientEmbedding.ofAllClasses(pool(request), view, request).errors();
      check(Oracles.matrix(oracle.get("embedding")).values(), inputs, all);
      Points second =
          GradientEmbedding.ofClass(pool(request), view, view.chosenIndex(), request).errors();
      check(Oracles.matrix(oracle.get("ofSecondClass")).values(), inputs, second);
    }
  }

  private static void check(double[] expected, double[] inputs, Points errors) {
    int width = inputs.length / errors.count();
    double[] products = new double[expected.length];
    for (int i = 0; i < products.length; i++) {
      int c = i % errors.width();
      int j = i / errors.width() % width;
      int row = i / errors.width() / width;
      products[i] = inputs[row * width + j] * errors.values()[row * errors.width() + c];
    }
    assertArrayEquals(expected, products, 1e-5);
  }

  @Test
  void distancesAreThoseOfTheOuterProducts() {
    SplittableRandom random = new SplittableRandom(5);
    Points left = random(random, 50, 7);
    Points right = random(random, 50, 3);
    OuterProducts space = new OuterProducts(left, right);
    float[] nearest = NearestCentre.unreached(50);
    float[] expected = NearestCentre.unreached(50);
    for (int pick : new int[] {3, 17, 3, 40, 8}) {
      space.approach(pick, nearest);
      for (int i = 0; i < 50; i++) {
        expected[i] = (float) Math.min(expected[i], squaredDistance(left, right, i, pick));
      }
    }
    assertArrayEquals(expected, nearest, 1e-3f);
  }

  private static double squaredDistance(Points left, Points right, int a, int b) {
    double sum = 0;
    for (int j = 0; j < left.width(); j++) {
      for (int c = 0; c < right.width(); c++) {
        double difference =
            left.values()[a * left.width() + j] * right.values()[a * right.width() + c]
                - left.values()[b * left.width() + j] * right.values()[b * right.width() + c];
        sum += difference * difference;
      }
    }
    return sum;
  }

  @Test
  void exclusiveClassesHaveTheGradientOfThePaper() {
    PredictionTable predictions = Oracles.predictions(new float[][] {{.2f}, {.5f}, {.3f}}, true);
    Points errors = errors(Oracles.table(1, 3), predictions);
    assertArrayEquals(new float[] {.2f, -.5f, .3f}, errors.values(), 1e-6f);
  }

  @Test
  void aCellWithALabelHasNoGradientUnlessAllHaveOne() {
    PredictionTable predictions = Oracles.predictions(new float[][] {{.4f}, {.9f}}, false);
    LabelTable labels = Oracles.table(1, 2);
    assertArrayEquals(new float[] {.2f, -.05f}, errors(labels, predictions).values(), 1e-6f);
    labels = labels.withLabels(0, new int[] {0}, new byte[] {1});
    assertArrayEquals(new float[] {0, -.05f}, errors(labels, predictions).values(), 1e-6f);
    labels = labels.withLabels(1, new int[] {0}, new byte[] {1});
    assertArrayEquals(new float[] {.2f, -.05f}, errors(labels, predictions).values(), 1e-6f);
  }

  private static Points errors(LabelTable labels, PredictionTable predictions) {
    FeatureMatrix features = FeatureMatrix.of(new int[] {1}, new float[labels.rows()]);
    SampleRequest request = Oracles.request(labels, predictions, features, 1, -1, 1);
    PredictionView view = new PredictionView(request, new NullProgressMonitor());
    return GradientEmbedding.ofAllClasses(pool(request), view, request).errors();
  }

  /** Rows 0 to 9 are sure, 10 to 14 unsure of one class and 15 to 19 of the other. */
  @Test
  void comesWhereTheModelIsUnsureOncePerKind() throws Exception {
    float[][] columns = new float[2][20];
    float[] values = new float[40];
    for (int row = 0; row < 20; row++) {
      columns[0][row] = row >= 10 && row < 15 ? .5f : .0001f;
      columns[1][row] = row >= 15 ? .45f : .0001f;
      values[2 * row] = 1;
      values[2 * row + 1] = row % 5;
    }
    PredictionTable predictions = Oracles.predictions(columns, false);
    FeatureMatrix features = FeatureMatrix.of(new int[] {2}, values);
    int bothKinds = 0;
    for (long seed = 0; seed < 50; seed++) {
      Selection selection =
          Oracles.sample(
              algorithm(),
              Oracles.request(Oracles.table(20, 2), predictions, features, 4, -1, seed));
      int[] unsure = Arrays.stream(selection.rows()).filter(row -> row >= 10).toArray();
      assertTrue(unsure.length >= 3, Arrays.toString(selection.rows()));
      boolean first = Arrays.stream(unsure).anyMatch(row -> row < 15);
      boolean second = Arrays.stream(unsure).anyMatch(row -> row >= 15);
      bothKinds += first && second ? 1 : 0;
      int place =
          IntStream.range(0, 4).filter(i -> selection.rows()[i] >= 15).findFirst().orElse(0);
      if (second) {
        assertEquals(1, selection.why().classIndex(place));
        assertTrue(selection.why().phrase(place).endsWith("about c1"));
      }
    }
    assertTrue(bothKinds > 45, bothKinds + " of 50 pages have both kinds");
  }

  /** All features are alike; what the last layer sees is of two kinds. */
  @Test
  void comparesWhatTheLastLayerSees() throws Exception {
    float[][] columns = new float[1][20];
    Arrays.fill(columns[0], .4f);
    float[] hidden = new float[40];
    for (int row = 0; row < 20; row++) {
      hidden[2 * row + (row < 10 ? 0 : 1)] = 1;
    }
    FeatureMatrix alike = FeatureMatrix.of(new int[] {3}, new float[60]);
    for (long seed = 0; seed < 20; seed++) {
      SampleRequest request =
          Oracles.request(
                  Oracles.table(20, 1), Oracles.predictions(columns, false), alike, 2, 0, seed)
              .withHidden(FeatureMatrix.of(new int[] {2}, hidden));
      for (Sampler<BadgeParameters> sampler :
          List.of(new BadgeSampler(), new ClassBadgeSampler())) {
        assertTrue(sampler.looksInside());
        int[] rows =
            sampler.sample(request, new BadgeParameters(), new NullProgressMonitor()).rows();
        assertTrue(rows[0] < 10 != rows[1] < 10, Arrays.toString(rows));
      }
    }
  }

  /** The outer products would take 5 GB, more than the tests have. */
  @Test
  void holdsTheFactorsOnly() throws Exception {
    int rows = 20_000;
    int width = 256;
    SplittableRandom random = new SplittableRandom(2);
    float[][] columns = new float[width][rows];
    for (float[] column : columns) {
      for (int row = 0; row < rows; row++) {
        column[row] = (float) random.nextDouble();
      }
    }
    FeatureMatrix features =
        FeatureMatrix.of(new int[] {width}, random(random, rows, width).values());
    Selection selection =
        Oracles.sample(
            algorithm(),
            Oracles.request(
                Oracles.table(rows, width),
                Oracles.predictions(columns, false),
                features,
                8,
                -1,
                1));
    assertEquals(8, Arrays.stream(selection.rows()).distinct().count());
  }

  @Test
  void onlySoManyAreConsidered() throws Exception {
    SplittableRandom random = new SplittableRandom(2);
    float[][] columns = new float[1][500];
    Arrays.fill(columns[0], .3f);
    SampleRequest request =
        Oracles.request(
            Oracles.table(500, 1),
            Oracles.predictions(columns, false),
            FeatureMatrix.of(new int[] {4}, random(random, 500, 4).values()),
            200,
            -1,
            1);
    Selection selection =
        new BadgeSampler().sample(request, new BadgeParameters(100), new NullProgressMonitor());
    assertEquals(100, selection.rows().length);
    assertTrue(selection.reason().contains("100 images out of 500"), selection.reason());
    assertFalse(selection.reason().contains("at random"), selection.reason());
  }

  private static FeaturePool pool(SampleRequest request) {
    return FeaturePool.of(
        request.features(),
        request.candidates(),
        1000,
        request.random(),
        new NullProgressMonitor());
  }

  private static Points random(SplittableRandom random, int count, int width) {
    float[] values = new float[count * width];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return new Points(values, count, width);
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}
