// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.patchwork.core.LabelTable;
import org.patchwork.core.ParameterSchema;
import org.patchwork.image.ImagePatch;
import org.patchwork.learn.conformance.AlternatingClasses;
import org.patchwork.pretraining.PretrainingParameters;
import org.patchwork.pretraining.ProbeSplit;

/** What is shown of a run, by hand. */
class MonitoringTest {
  @Test
  void whatIsDueIsDueBeforeTheFirstAndAfterTheLastEpoch() {
    int[] due = IntStream.rangeClosed(0, 7).filter(e -> RunMonitor.due(3, e, 7)).toArray();
    assertArrayEquals(new int[] {0, 3, 6, 7}, due);
    assertEquals(0, IntStream.rangeClosed(0, 7).filter(e -> RunMonitor.due(0, e, 7)).count());
  }

  @Test
  void confusionCountsAndTells() {
    ConfusionMatrix matrix = ConfusionMatrix.of(new int[] {0, 0, 0, 1}, new int[] {0, 0, 1, 1}, 2);
    assertArrayEquals(new int[] {2, 1}, matrix.counts()[0]);
    assertArrayEquals(new int[] {0, 1}, matrix.counts()[1]);
    assertEquals("class,a,\"b,c\"\na,2,1\n\"b,c\",0,1\n", matrix.csv(List.of("a", "b,c")));
    ImagePatch picture = matrix.picture();
    int middle = picture.height() / 4;
    assertTrue(picture.at(middle, middle, 2) > picture.at(middle, middle, 0), "right is blue");
    int right = picture.width() * 3 / 4;
    assertTrue(picture.at(middle, right, 0) > picture.at(middle, right, 2), "wrong is red");
    assertEquals(1, picture.at(right, middle, 0), "none is white");
  }

  /** Long names of many classes take no more room than there is, and stand upright above. */
  @Test
  void confusionIsDrawnWithNames() {
    int classes = 40;
    ConfusionMatrix matrix =
        ConfusionMatrix.of(
            IntStream.range(0, 4000).map(i -> i % classes).toArray(),
            IntStream.range(0, 4000).map(i -> i % 7 == 0 ? i / 7 % classes : i % classes).toArray(),
            classes);
    List<String> names =
        IntStream.range(0, classes)
            .mapToObj(i -> i % 3 == 0 ? "k" + i : "a class with a name that never ends " + i)
            .toList();
    ImagePatch picture = ConfusionPicture.draw(matrix, names);
    int squares = classes * 28;
    assertTrue(picture.width() > squares && picture.width() < squares + 200, "" + picture.width());
    assertTrue(picture.height() > squares && picture.height() < squares + 200);
    assertTrue(isInk(picture, 170, 20, 190), "names at the left");
    assertTrue(isInk(picture, 60, 200, picture.width()), "names above");
  }

  private static boolean isInk(ImagePatch picture, int top, int left, int right) {
    for (int y = top; y < top + 40; y++) {
      for (int x = left; x < right; x++) {
        if (picture.at(y, x, 0) < 0.3f && picture.at(y, x, 2) < 0.3f) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void kernelsAreStretchedEachOnItsOwn() {
    // height 1, width 2, one channel, two kernels: (1, 3) and (5, 5)
    ImagePatch picture = KernelPicture.draw(new float[] {1, 5, 3, 5}, new int[] {1, 2, 1, 2});
    assertEquals(0, picture.at(3, 3, 0));
    assertEquals(1, picture.at(3, 3 + 12, 0));
    int second = picture.width() / 2;
    assertEquals(.5f, picture.at(3, second + 3, 0), "a kernel without a range is grey");
    assertEquals(.5f, picture.at(3, second + 3 + 12, 1));
  }

  @Test
  void kernelsOfManyChannelsAreTheirMean() {
    float[] five = {0, 0, 0, 0, 5, 1, 1, 1, 1, 1}; // two cells of equal mean
    ImagePatch picture = KernelPicture.draw(five, new int[] {1, 2, 5, 1});
    assertEquals(.5f, picture.at(3, 3, 0));
    ImagePatch colors = KernelPicture.draw(new float[] {1, 0, .5f}, new int[] {1, 1, 3, 1});
    assertArrayEquals(
        new float[] {1, 0, .5f},
        new float[] {colors.at(5, 5, 0), colors.at(5, 5, 1), colors.at(5, 5, 2)});
  }

  @Test
  void theFirstLayerIsTheFirstConvolutionOfSuchImages() {
    Map<String, int[]> shapes = new LinkedHashMap<>();
    shapes.put("scale", new int[] {3});
    shapes.put("stem", new int[] {1, 1, 3, 1});
    shapes.put("next", new int[] {1, 1, 3, 4});
    Map<String, float[]> state = Map.of("stem", new float[] {1, 2, 3}, "next", new float[12]);
    assertTrue(KernelPicture.ofFirstLayer(state, shapes, 3).isPresent());
    assertTrue(KernelPicture.ofFirstLayer(state, shapes, 1).isEmpty());
  }

  @Test
  void neighboursAreNearestFirstAndNeverTheImageItself() {
    float[][] units = {{1, 0}, {0, 1}, {.8f, .6f}, {.6f, .8f}};
    assertEquals(List.of(2, 3), QueryPicture.nearest(units, 0, 2));
    assertEquals(List.of(3, 2, 0), QueryPicture.nearest(units, 1, 3));
    CheckedFeatures.Labelled[] labelled =
        IntStream.of(1, 0, 1, 0)
            .mapToObj(type -> new CheckedFeatures.Labelled(0, type, false, new float[2]))
            .toArray(CheckedFeatures.Labelled[]::new);
    assertArrayEquals(new int[] {1, 0}, QueryPicture.examples(labelled));
  }

  @Test
  void whatLearnsFromLabelsIsJudgedByHeldOutImages() {
    LabelTable table = AlternatingClasses.of(60, "a", "b");
    int[] all = IntStream.range(0, 60).toArray();
    SplittableRandom random = new SplittableRandom(3);
    assertFalse(ProbeRows.heldOut(table, all, 60, random).usable(), "nothing is held out");
    byte[] yes = new byte[20];
    Arrays.fill(yes, (byte) 1);
    LabelTable held = table.withValidation(Arrays.copyOfRange(all, 40, 60), yes);
    ProbeRows probe = ProbeRows.heldOut(held, all, 30, random);
    assertTrue(probe.usable());
    assertEquals(10, probe.test().length);
    assertEquals(20, probe.training().length);
    assertTrue(Arrays.stream(probe.test()).allMatch(held::validation));
    assertTrue(Arrays.stream(probe.training()).noneMatch(held::validation));
  }

  @Test
  void imagesOfOneSubsetTestOrTeachTogether() {
    int rows = 240;
    List<String> paths = IntStream.range(0, rows).mapToObj(i -> i + ".png").toList();
    List<String> subsets = IntStream.range(0, rows).mapToObj(i -> "slide " + i / 12).toList();
    LabelTable table =
        AlternatingClasses.in(
            LabelTable.empty().withClasses(List.of("a", "b")).withRows(paths, subsets));
    int[] all = IntStream.range(0, rows).toArray();
    ProbeRows probe = ProbeRows.of(table, all, rows, ProbeSplit.GROUPED, new SplittableRandom(3));
    for (int test : probe.test()) {
      assertTrue(
          Arrays.stream(probe.training()).noneMatch(row -> row / 12 == test / 12),
          "slide " + test / 12 + " is on both sides");
    }
    assertEquals(rows / 3.0, probe.test().length, 24);
    assertEquals(rows, probe.test().length + probe.training().length);
    LabelTable one =
        AlternatingClasses.in(
            LabelTable.empty()
                .withClasses(List.of("a", "b"))
                .withRows(
                    Collections.nCopies(30, "scan.png#xywh=0,0,1,1"), Collections.nCopies(30, "")));
    int[] thirty = Arrays.copyOf(all, 30);
    ProbeRows single = ProbeRows.of(one, thirty, 30, ProbeSplit.GROUPED, new SplittableRandom(3));
    assertEquals(10, single.test().length, "one group is divided");
  }

  @Test
  void whatIsOnlyLookedAtDoesNotMakeAnotherRun() {
    ParameterSchema<PretrainingParameters> schema = ParameterSchema.of(PretrainingParameters.class);
    PretrainingParameters run = new PretrainingParameters();
    assertTrue(run.sameTraining(schema.create(Map.of("picturesEvery", 5, "notes", "again"))));
    assertTrue(run.sameTraining(schema.create(Map.of("recordCache", true))));
    assertFalse(run.sameTraining(schema.create(Map.of("seed", 1))));
    assertFalse(run.sameTraining(schema.create(Map.of("colors", "SOBEL"))));
  }
}
