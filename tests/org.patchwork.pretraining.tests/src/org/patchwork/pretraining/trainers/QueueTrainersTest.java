// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.trainers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.patchwork.core.LabelTable;
import org.patchwork.core.RandomStreams;
import org.patchwork.core.TrainingException;
import org.patchwork.image.ImagePatch;
import org.patchwork.image.InputSpec;
import org.patchwork.image.augmentation.AugmentationSpec;
import org.patchwork.image.augmentation.AugmentationText;
import org.patchwork.image.augmentation.Augmenter;
import org.patchwork.image.augmentation.BuiltInAugmentations;
import org.patchwork.learn.encoder.StepImage;
import org.patchwork.learn.encoder.Trainer;
import org.patchwork.learn.encoder.TrainerContext;
import org.patchwork.learn.encoder.TrainerRun;
import org.patchwork.learn.encoder.View;

/** Trainers with queues, learned negatives and views of two sizes. */
class QueueTrainersTest {
  static Stream<Arguments> trainers() {
    return Stream.of(
        Arguments.of(
            new MoCo(),
            new MoCo.Parameters(8, .9, .2, 2, new ProjectionHead(8, 6), true, 2, .1, 4, 3, 2)),
        Arguments.of(
            new MoCo(),
            new MoCo.Parameters(8, .9, .2, 1, new ProjectionHead(8, 6), false, 1, 0, 0, 0, 0)),
        Arguments.of(
            new NnClr(), new NnClr.Parameters(8, .2, new ProjectionHead(8, 6), 3, true, 0)),
        Arguments.of(
            new AdCo(),
            new AdCo.Parameters(8, .9, .2, .1, 3, 1e-4, false, new ProjectionHead(8, 6))),
        Arguments.of(
            new SwAv(),
            new SwAv.Parameters(
                5, .1, .05, 3, new ProjectionHead(8, 6), 8, 2, new Crops(2, .5, .3))),
        Arguments.of(
            new Dino(), new Dino.Parameters(5, .1, .04, .9, .9, 8, true, 6, new Crops(2, .5, .4))));
  }

  @ParameterizedTest
  @MethodSource("trainers")
  <P extends Record> void conforms(Trainer<P> trainer, P parameters) {
    Conformity.verify(trainer, parameters);
  }

  private static TrainerContext context(int batchSize) {
    return new TrainerContext(
        null,
        LabelTable.empty(),
        new int[100],
        new InputSpec(32, 32, 3, 255),
        batchSize,
        1,
        1e-3,
        new RandomStreams(1),
        Path.of(""));
  }

  @Test
  void queuesAreFilledBeforeTheFirstStep() throws TrainingException {
    TrainerRun run = new MoCo().open(new MoCo.Parameters(), context(64));
    assertEquals(64, run.rehearsals(1000), "4096 embeddings, 64 at a time");
    assertEquals(15, run.rehearsals(15), "of a small pile each image once");
    assertEquals(0.99, run.targetDecay(0.5).orElseThrow());
  }

  @Test
  void queuesShorterThanABatchAreRefused() {
    MoCo.Parameters shortQueue =
        new MoCo.Parameters(8, .9, .2, 2, new ProjectionHead(8, 6), true, 1, 0, 0, 0, 0);
    TrainingException problem =
        assertThrows(TrainingException.class, () -> new MoCo().open(shortQueue, context(16)));
    assertTrue(problem.getMessage().contains("batch of 16"), problem.getMessage());
    MoCo.Parameters thirds =
        new MoCo.Parameters(64, .9, .2, 2, new ProjectionHead(8, 6), true, 3, 0, 0, 0, 0);
    assertThrows(TrainingException.class, () -> new MoCo().open(thirds, context(16)));
  }

  @Test
  void halfOfMochiIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new MoCo.Parameters(8, .9, .2, 2, new ProjectionHead(8, 6), true, 1, 0, 4, 0, 0));
    assertThrows(
        IllegalArgumentException.class,
        () -> new MoCo.Parameters(8, .9, .2, 2, new ProjectionHead(8, 6), true, 1, 0, 0, 4, 0));
    assertThrows(
        IllegalArgumentException.class,
        () -> new MoCo.Parameters(8, .9, .2, 2, new ProjectionHead(8, 6), true, 1, 0, 9, 4, 0));
  }

  /** Shares from 0 to 1, ranks that differ, and not the same for the next query. */
  @Test
  void eachQueryMixesByDrawsOfItsOwn() throws TrainingException {
    int count = 200;
    TrainerRun run =
        new MoCo()
            .open(
                new MoCo.Parameters(
                    64, .9, .2, 2, new ProjectionHead(8, 6), true, 1, 0, 10, count, count),
                context(4));
    float[] first = filled(run, "mixed_first", 0, count);
    float[] second = filled(run, "mixed_second", 0, count);
    float[] share = filled(run, "mixed_share", 0, count);
    float[] ofQuery = filled(run, "query_share", 0, count);
    double sum = 0;
    for (int i = 0; i < count; i++) {
      assertNotEquals(first[i], second[i]);
      assertTrue(first[i] >= 0 && first[i] < 10 && second[i] >= 0 && second[i] < 10);
      assertTrue(share[i] >= 0 && share[i] < 1);
      assertTrue(ofQuery[i] >= 0 && ofQuery[i] < 0.5);
      sum += share[i];
    }
    assertEquals(0.5, sum / count, 0.1, "uniform, not always 1");
    assertNotEquals(List.of(first[0], first[1], first[2]), start(run, 1, count));
    assertArrayEquals(share, filled(run, "mixed_share", 0, count));
  }

  private static List<Float> start(TrainerRun run, int slot, int count) {
    float[] values = filled(run, "mixed_first", slot, count);
    return List.of(values[0], values[1], values[2]);
  }

  private static float[] filled(TrainerRun run, String input, int slot, int count) {
    float[] values = new float[count];
    run.fill(image(slot, 0), input, values, 0);
    return values;
  }

  private static StepImage image(int slot, int epoch) {
    ImagePatch plain = new ImagePatch(1, 1, 1, new float[1]);
    Augmenter none = Augmenter.of(BuiltInAugmentations.catalog(), AugmentationSpec.NONE);
    return new StepImage(
        0, epoch, slot, 0, slot, new long[] {slot, slot}, List.of(none, none), plain);
  }

  @Test
  void smallCropsShowSmallParts() {
    List<View> views = new Crops(3, 0.5, 0.3).views();
    assertEquals(5, views.size());
    assertArrayEquals(new int[] {32, 32, 3}, views.get(1).shape(new int[] {32, 32, 3}));
    assertArrayEquals(new int[] {16, 16, 3}, views.get(2).shape(new int[] {32, 32, 3}));
    var strengths = AugmentationText.parse("simclr," + views.get(2).augmentation()).strengths();
    assertEquals(0.05, strengths.get("zoom_scale"));
    assertEquals(0.3, strengths.get("zoom_scale.largest"));
    var large = AugmentationText.parse("simclr," + views.get(0).augmentation()).strengths();
    assertEquals(0.3, large.get("zoom_scale"));
    assertEquals(0.8, large.get("contrast_delta"), "the rest is that of the run");
  }

  @Test
  void theQueueOfSwavCountsFromItsEpoch() throws TrainingException {
    SwAv.Parameters late =
        new SwAv.Parameters(5, .1, .05, 3, new ProjectionHead(8, 6), 8, 2, new Crops(2, .5, .3));
    TrainerRun run = new SwAv().open(late, context(4));
    float[] value = new float[1];
    run.fill(image(0, 0), "queue_in_use", value, 0);
    assertEquals(0, value[0]);
    run.fill(image(0, 1), "queue_in_use", value, 0);
    assertEquals(1, value[0]);
  }
}
