// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.trainers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.RandomStreams;
import org.patchwork.core.TrainingException;
import org.patchwork.image.ImagePatch;
import org.patchwork.image.ImageSource;
import org.patchwork.image.InputSpec;
import org.patchwork.image.augmentation.AugmentationText;
import org.patchwork.image.augmentation.Augmenter;
import org.patchwork.image.augmentation.BuiltInAugmentations;
import org.patchwork.learn.conformance.ReferenceNetwork;
import org.patchwork.learn.conformance.ReferenceOps;
import org.patchwork.learn.conformance.ReferenceTowers;
import org.patchwork.learn.conformance.ReferenceValue;
import org.patchwork.learn.encoder.EncoderAccess;
import org.patchwork.learn.encoder.StepImage;
import org.patchwork.learn.encoder.Trainer;
import org.patchwork.learn.encoder.TrainerContext;
import org.patchwork.learn.encoder.TrainerRun;
import org.patchwork.learn.network.Node;

/** Trainers that set the network a task of their own: turns, clusters, segments. */
class TaskTrainersTest {

  static Stream<Arguments> trainers() {
    return Stream.of(
        Arguments.of(new Autoencoder(), new Autoencoder.Parameters(4, 0.2)),
        Arguments.of(new ContextEncoder(), new ContextEncoder.Parameters(1, 0.01, 0.1, true, 4)),
        Arguments.of(new ContextEncoder(), new ContextEncoder.Parameters(1, 0, 1, false, 4)),
        Arguments.of(new Rotation(), new Rotation.Parameters(6, true)),
        Arguments.of(new Rotation(), new Rotation.Parameters(6, false)),
        Arguments.of(new DeepCluster(), new DeepCluster.Parameters(3, 2, 6, 2, 5, 0.5)),
        Arguments.of(
            new InformationClustering(), new InformationClustering.Parameters(2, 4, 2, 2, 0.5)),
        Arguments.of(
            new InformationClustering(), new InformationClustering.Parameters(2, 0, 1, 1, 0)),
        Arguments.of(
            new DetCon(), new DetCon.Parameters(0.2, 3000, 4, new ProjectionHead(6, 5), true)),
        Arguments.of(
            new DetCon(), new DetCon.Parameters(0.2, 0, 5, new ProjectionHead(6, 5), false)));
  }

  @ParameterizedTest
  @MethodSource("trainers")
  <P extends Record> void conforms(Trainer<P> trainer, P parameters) {
    Conformity.verify(trainer, parameters);
  }

  /** Grey images, of which the first is excluded. */
  private static TrainerContext context(int images, int side) {
    return new TrainerContext(
        new ImageSource() {
          @Override
          public int size() {
            return images + 1;
          }

          @Override
          public String path(int index) {
            return index + ".png";
          }

          @Override
          public void read(int index, InputSpec input, float[] target, int offset) {
            Arrays.fill(target, offset, offset + input.values(), 0.5f);
          }
        },
        LabelTable.empty(),
        IntStream.rangeClosed(1, images).toArray(),
        new InputSpec(side, side, 1, 255),
        4,
        2,
        1e-3,
        new RandomStreams(1),
        Path.of(""));
  }

  @Test
  void imagesTurnCounterClockwise() {
    Node image = ReferenceValue.of(new double[] {1, 2, 3, 4}, 1, 2, 2, 1);
    double[][] expected = {{1, 2, 3, 4}, {2, 4, 1, 3}, {4, 3, 2, 1}, {3, 1, 4, 2}};
    ReferenceNetwork network = new ReferenceNetwork(1);
    for (int turns = 0; turns < 4; turns++) {
      assertArrayEquals(
          expected[turns], ReferenceOps.value(Rotation.turned(network, image, turns)).values());
    }
  }

  @Test
  void augmentationDoesNotGiveTheTurnAway() throws TrainingException {
    TrainerRun run = new Rotation().open(new Rotation.Parameters(4, false), context(8, 8));
    assertEquals(1, run.views().size());
    assertEquals(
        Map.of("flip_left_right", 1.0),
        AugmentationText.parse(
                "flip_left_right,rot90,flip_up_down," + run.views().get(0).augmentation())
            .strengths());
    int[] counts = new int[4];
    for (long seed = 0; seed < 400; seed++) {
      float[] turn = new float[4];
      run.fill(image(seed, 1, List.of(), new float[64], 8), "turn", turn, 0);
      for (int i = 0; i < 4; i++) {
        counts[i] += (int) turn[i];
      }
    }
    assertEquals(400, Arrays.stream(counts).sum());
    assertTrue(Arrays.stream(counts).allMatch(count -> count > 70), Arrays.toString(counts));
  }

  private static StepImage image(
      long seed, int row, List<Augmenter> augmenters, float[] pixels, int side) {
    return new StepImage(
        0,
        0,
        0,
        0,
        row,
        new long[] {seed, seed + 1},
        augmenters,
        new ImagePatch(side, side, 1, pixels));
  }

  // DeepCluster

  /** Features in two heaps, by whether the row is even. */
  private static EncoderAccess heaps(float[][] written) {
    return new EncoderAccess() {
      @Override
      public float[][] features(int[] rows, IProgressMonitor monitor) {
        throw new AssertionError("DeepCluster clusters its hidden layer");
      }

      @Override
      public float[][] outputs(String name, int[] rows, IProgressMonitor monitor) {
        SplittableRandom random = new SplittableRandom(1);
        return Arrays.stream(rows)
            .mapToObj(
                row ->
                    new float[] {
                      row % 2 * 10 + (float) random.nextDouble(),
                      (float) random.nextDouble(),
                      row % 2
                    })
            .toArray(float[][]::new);
      }

      @Override
      public Map<String, float[]> state() {
        return Map.of();
      }

      @Override
      public void set(Map<String, float[]> values) {
        written[0] = values.get("clusters/kernel");
        written[1] = values.get("clusters/bias");
      }
    };
  }

  @Test
  void clustersBecomeLabelsThatSurviveABreak() throws PatchworkException {
    DeepCluster.Parameters parameters = new DeepCluster.Parameters(2, 1, 3, 2, 10, 0.5);
    TrainerRun run = new DeepCluster().open(parameters, context(20, 8));
    float[][] written = new float[2][];
    Map<String, Double> measures = run.beginEpoch(0, heaps(written), new NullProgressMonitor());
    assertEquals(Map.of("largest_cluster", 0.5), measures, "nothing to compare with yet");
    assertEquals(6, written[0].length);
    assertArrayEquals(new float[2], written[1], "biases begin at 0");
    float[] kernel = written[0];
    measures = run.beginEpoch(1, heaps(written), new NullProgressMonitor());
    assertEquals(1, measures.get("normalized_mutual_information"), 1e-9);
    assertTrue(!Arrays.equals(kernel, written[0]), "the output layer begins anew");

    TrainerRun later = new DeepCluster().open(parameters, context(20, 8));
    later.restore(run.state());
    int[] rows = context(20, 8).rows();
    int[] order = run.order(0, 1, rows, new SplittableRandom(5));
    assertArrayEquals(order, later.order(0, 1, rows, new SplittableRandom(5)));
    assertEquals(run.epochSize(20), order.length);
    assertEquals(40, order.length);
    float[] even = label(later, 2);
    assertEquals(1, even[0] + even[1]);
    for (int row = 1; row <= 20; row++) {
      assertEquals(row % 2 == 0, Arrays.equals(even, label(later, row)), "row " + row);
    }
  }

  private static float[] label(TrainerRun run, int row) {
    float[] label = new float[2];
    run.fill(image(0, row, List.of(), new float[64], 8), "cluster", label, 0);
    return label;
  }

  @Test
  void epochsAreLongEnoughToLearnTheClusters() throws TrainingException {
    DeepCluster.Parameters parameters = new DeepCluster.Parameters(3, 1, 3, 0, 10, 0);
    TrainerRun run = new DeepCluster().open(parameters, context(20, 8));
    int images = run.epochSize(20);
    assertEquals(0, images % 18, "as many of each cluster");
    assertTrue(images >= 200 * 4 && images < 200 * 4 + 18, images + " for 200 steps of 4");
  }

  @Test
  void moreClustersThanImagesAreRefused() throws TrainingException {
    String message =
        assertThrows(
                TrainingException.class,
                () -> new DeepCluster().open(new DeepCluster.Parameters(), context(20, 8)))
            .getMessage();
    assertTrue(message.contains("20 images, but 100 clusters"), message);
    TrainerRun run =
        new DeepCluster().open(new DeepCluster.Parameters(2, 1, 3, 1, 10, 0.5), context(20, 8));
    assertThrows(TrainingException.class, () -> run.restore(Map.of("clusters", new float[3])));
  }

  // Invariant information clustering

  @Test
  void epochsTakeTurns() {
    TrainerRun run =
        new InformationClustering()
            .open(new InformationClustering.Parameters(3, 6, 1, 2, 0), context(20, 8));
    int[] goals = IntStream.range(0, 15).map(run::goal).toArray();
    assertArrayEquals(new int[] {0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0}, goals);
    assertEquals(3, run.views().size());
    assertEquals("none", run.views().get(0).augmentation());
  }

  // DetCon

  @Test
  void largerSegmentsAreDrawnMoreOftenAndNoneTwice() {
    int[] sizes = {1000, 1, 1000, 1, 1000, 1, 1, 1};
    int large = 0;
    for (long seed = 0; seed < 100; seed++) {
      int[] chosen = Segments.choose(sizes, 3, new SplittableRandom(seed));
      assertEquals(3, Arrays.stream(chosen).distinct().count());
      large += (int) Arrays.stream(chosen).filter(i -> sizes[i] == 1000).count();
    }
    assertTrue(large > 280, large + " of 300");
    int[] all = Segments.choose(new int[] {5, 6, 7}, 3, new SplittableRandom(1));
    assertEquals(3, Arrays.stream(all).distinct().count(), "as many as wanted are enough");
    assertEquals(5, Segments.choose(new int[] {5, 6, 7}, 5, new SplittableRandom(1)).length);
  }

  @Test
  void gridsCoverEveryPixelOnce() {
    ImagePatch masks =
        new Segments(0, 17, new InputSpec(12, 16, 1, 255))
            .masks(new ImagePatch(12, 16, 1, new float[192]), 1);
    assertEquals(16, masks.channels());
    for (int pixel = 0; pixel < 192; pixel++) {
      float sum = 0;
      for (int c = 0; c < 16; c++) {
        sum += masks.values()[pixel * 16 + c];
      }
      assertEquals(1, sum);
    }
  }

  /** The quarters of the image are of four greys, and so tell where a mask has to be. */
  @Test
  void masksFollowTheViews() throws TrainingException {
    int side = 8;
    float[] pixels = new float[side * side];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (i / side / 4 * 2 + i % side / 4) / 4f;
    }
    Augmenter augmenter =
        Augmenter.of(
            BuiltInAugmentations.catalog(),
            AugmentationText.parse("flip_left_right,rot90,pixel_mask=0"));
    TrainerContext context = context(8, side);
    TrainerRun run =
        new DetCon()
            .open(new DetCon.Parameters(0.1, 0, 4, new ProjectionHead(4, 4), false), context);
    run.build(new ReferenceTowers(context, run)); // its encoder keeps the size
    boolean moved = false;
    for (long seed = 0; seed < 10; seed++) {
      StepImage image = image(seed, 1, List.of(augmenter, augmenter), pixels, side);
      float[] masks = new float[2 * pixels.length * 4];
      run.fill(image, "masks", masks, 0);
      for (int view = 0; view < 2; view++) {
        float[] seen = run.view(view, image, augmenter).values();
        moved |= !Arrays.equals(seen, pixels);
        for (int i = 0; i < 4 * seen.length; i++) {
          float expected = seen[i / 4] == i % 4 / 4f ? 1 : 0;
          assertEquals(expected, masks[view * 4 * seen.length + i], "seed " + seed);
        }
      }
    }
    assertTrue(moved);
  }

  @Test
  void segmentsArePaintedInTheirMeans() {
    float[] pixels = {0, 1, .5f, 1, 1, 0, .5f, 0, .9f, .9f, .9f, .9f}; // three rows of four
    float[] painted =
        new Segments(0, 4, new InputSpec(3, 4, 1, 255)).painted(new ImagePatch(3, 4, 1, pixels), 1);
    assertArrayEquals(new float[] {.5f, .5f, .75f, .75f}, Arrays.copyOf(painted, 4), 1e-6f);
    assertArrayEquals(new float[4], Arrays.copyOfRange(painted, 8, 12), "the rest of a grid");
  }

  @Test
  void clustersAreShownByTheirMembers() throws Exception {
    assertArrayEquals(
        new int[] {2, 0, 3}, ClusterSheet.largest(new int[] {2, 2, 0, 3, 2}), "none is empty");
    int[] rows = {1, 2, 3, 4, 5};
    List<ImagePatch> drawn = new ArrayList<>();
    new ClusterSheet(context(8, 8))
        .log("clusters", rows, new int[] {2, 2, 0, 3, 2}, (name, sheet) -> drawn.add(sheet));
    ImagePatch sheet = drawn.get(0);
    assertEquals(3 * (8 + 4) + 4, sheet.height(), "a row for each cluster");
    int[] members = {3, 1, 1};
    for (int cluster = 0; cluster < 3; cluster++) {
      for (int i = 0; i < 10; i++) {
        float expected = i < members[cluster] ? 0.5f : 1; // grey images, white beside them
        assertEquals(expected, sheet.at(cluster * 12 + 8, i * 12 + 8, 0), cluster + ", " + i);
      }
    }
  }

  @Test
  void gridsThatDoNotFitAreRefused() {
    assertThrows(
        TrainingException.class,
        () ->
            new DetCon()
                .open(
                    new DetCon.Parameters(0.1, 0, 100, new ProjectionHead(4, 4), true),
                    context(8, 8)));
  }
}
