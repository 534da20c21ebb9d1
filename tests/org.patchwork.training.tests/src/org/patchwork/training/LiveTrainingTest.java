// SPDX-License-Identifier: MIT
package org.patchwork.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.Catalog;
import org.patchwork.core.ImageFormatException;
import org.patchwork.core.LabelTable;
import org.patchwork.core.NoParameters;
import org.patchwork.core.PredictionTable;
import org.patchwork.core.TrainingException;
import org.patchwork.image.ImageSource;
import org.patchwork.image.InputSpec;
import org.patchwork.image.augmentation.AugmentationSpec;
import org.patchwork.image.augmentation.AugmentationText;
import org.patchwork.image.augmentation.BuiltInAugmentations;
import org.patchwork.learn.Algorithms;
import org.patchwork.learn.CompiledFunction;
import org.patchwork.learn.FeatureExtractor;
import org.patchwork.learn.FeatureSource;
import org.patchwork.learn.LiveBatch;
import org.patchwork.learn.RunRecord;
import org.patchwork.learn.SemiSupervised;
import org.patchwork.learn.TrainingSpec;
import org.patchwork.learn.UnlabelledNodes;
import org.patchwork.learn.UnlabelledSpec;
import org.patchwork.learn.network.Node;
import org.patchwork.learn.network.Ops;

class LiveTrainingTest {
  private static final int ROWS = 60;
  private static final FeatureSource LIVE = new FeatureSource.Live(AugmentationSpec.NONE, -1, 0.1);

  private final WatchedEngine engine = new WatchedEngine();
  private final TrainingData stored = TestData.labeled(ROWS);
  @TempDir Path folder;

  /** Images of 1×2 pixels whose values are the features, and an extractor that passes them on. */
  private TrainingData data() {
    return stored.withImages(
        new Pixels(-1), new FeatureExtractor(new InputSpec(1, 2, 1, 255), 1, new AsIs()));
  }

  private record AsIs() implements CompiledFunction {
    @Override
    public int[] inputShape() {
      return new int[] {1, 2, 1};
    }

    @Override
    public int[] outputShape() {
      return new int[] {2};
    }

    @Override
    public void apply(float[] inputs, int count, float[] outputs) {
      System.arraycopy(inputs, 0, outputs, 0, count * 2);
    }

    @Override
    public void close() {
      // nothing to release
    }
  }

  /** One of them may be unreadable. */
  private record Pixels(int broken) implements ImageSource {
    @Override
    public int size() {
      return ROWS;
    }

    @Override
    public String path(int index) {
      return index + ".png";
    }

    @Override
    public void read(int index, InputSpec input, float[] target, int offset)
        throws ImageFormatException {
      if (index == broken) {
        throw new ImageFormatException("The image " + path(index) + " is broken.");
      }
      float[] features = TestData.features(ROWS);
      System.arraycopy(features, index * 2, target, offset, 2);
    }
  }

  private abstract static class Unlabelled implements SemiSupervised<NoParameters> {
    @Override
    public Class<NoParameters> parameterType() {
      return NoParameters.class;
    }

    @Override
    public Node build(Ops ops, UnlabelledNodes unlabelled, NoParameters parameters) {
      return ops.mean(unlabelled.predictions(), false);
    }
  }

  private static final class TwoViews extends Unlabelled {
    @Override
    public boolean needsStrongView() {
      return true;
    }
  }

  private static final class BySubset extends Unlabelled {
    @Override
    public boolean needsSubsets() {
      return true;
    }
  }

  private Algorithms algorithms() {
    Algorithms plain = TestAlgorithms.with(engine);
    return new Algorithms(
        plain.samplers(),
        plain.losses(),
        plain.fineTuningModels(),
        plain.outputModels(),
        plain.featureExtractors(),
        plain.engines(),
        BuiltInAugmentations.catalog(),
        Catalog.<SemiSupervised<?>>of(Map.of("views", new TwoViews(), "subsets", new BySubset())));
  }

  private static TrainingSpec spec(Map<String, Object> parameters) {
    return TestData.spec(parameters).with(LIVE, Optional.empty());
  }

  private static Map<String, Object> small() {
    return Map.of("epochs", 3, "batchesPerEpoch", 5, "batchSize", 4, "learningRate", 0.1);
  }

  private static UnlabelledSpec unlabelled(String id, double weight) {
    return new UnlabelledSpec(
        id, Map.of(), weight, 2, AugmentationText.parse("brightness_delta=1"));
  }

  private PredictionTable predict(TrainingSpec spec, TrainingData data) throws TrainingException {
    return new TrainingService(algorithms())
        .predictions(spec, data, "run", new NullProgressMonitor());
  }

  private String refusal(TrainingSpec spec, TrainingData data) {
    return assertThrows(TrainingException.class, () -> predict(spec, data)).getMessage();
  }

  @Test
  void withoutAugmentationItIsTheRunOnStoredFeatures() throws TrainingException {
    PredictionTable live = predict(spec(small()), data());
    PredictionTable plain = predict(TestData.spec(small()), stored);
    for (int row = 0; row < ROWS; row++) {
      assertEquals(plain.probability(row, 0), live.probability(row, 0), 1e-6);
    }
    assertEquals(15, engine.batches.size());
    assertEquals(0, engine.linear.open.get(), "everything is closed");
  }

  @Test
  void weightZeroIsTheSupervisedRun() throws TrainingException {
    TrainingSpec zero =
        TestData.spec(small()).with(FeatureSource.STORED, Optional.of(unlabelled("subsets", 0)));
    assertEquals(TestData.spec(small()), zero);
    predict(zero, stored);
    assertTrue(engine.batches.isEmpty(), "no network with unlabelled rows was built");
  }

  @Test
  void theSeedDecidesRowsAndViewsWhateverTheThreadsDo() throws TrainingException {
    TrainingSpec augmented =
        spec(small())
            .with(
                new FeatureSource.Live(AugmentationText.parse("brightness_delta=0.9"), -1, 0.1),
                Optional.of(unlabelled("views", 1)));
    predict(augmented, data());
    List<LiveBatch> first = List.copyOf(engine.batches);
    engine.batches.clear();
    predict(augmented, data());
    for (int i = 0; i < first.size(); i++) {
      assertArrayEquals(first.get(i).inputs(), engine.batches.get(i).inputs());
      assertArrayEquals(first.get(i).targets(), engine.batches.get(i).targets());
    }
    float[] batch = first.get(0).inputs();
    assertEquals((4 + 2 * 8) * 2, batch.length);
    int different = 0;
    for (int i = 0; i < 8; i++) { // the two views of an unlabelled image
      different += batch[(4 + i) * 2] == batch[(12 + i) * 2] ? 0 : 1;
    }
    assertTrue(different > 0);
  }

  @Test
  void fineTuningBeginsAfterItsEpoch() throws TrainingException {
    TrainingSpec later =
        spec(small()).with(new FeatureSource.Live(AugmentationSpec.NONE, 2, 0.1), Optional.empty());
    predict(later, data());
    assertEquals(IntStream.range(0, 15).mapToObj(i -> i >= 10).toList(), engine.fineTuned);
    assertTrue(engine.build.extractor().orElseThrow().trainable());
    engine.fineTuned.clear();
    TrainingSpec never =
        spec(small()).with(new FeatureSource.Live(AugmentationSpec.NONE, 3, 0.1), Optional.empty());
    predict(never, data());
    assertFalse(engine.build.extractor().orElseThrow().trainable(), "3 epochs end before it");
  }

  @Test
  void unlabelledImagesAreNeitherHeldOutNorExcluded() throws TrainingException {
    byte[] yes = {1, 1, 1, 1};
    LabelTable labels = stored.labels().withExcluded(new int[] {0, 1, 2, 3}, yes);
    TrainingSpec mixed =
        TestData.spec(small()).with(FeatureSource.STORED, Optional.of(unlabelled("subsets", 0.5)));
    predict(mixed, stored.withLabels(labels));
    float[] features = TestData.features(ROWS);
    for (LiveBatch batch : engine.batches) {
      for (int i = 0; i < batch.unlabelled(); i++) {
        int row = row(features, batch.inputs()[(4 + i) * 2]);
        assertTrue(row >= 4 && row < 48, "row " + row);
        int subset = -1;
        for (int s = 0; s < batch.subsetCount(); s++) {
          subset = batch.subsets()[s * batch.unlabelled() + i] == 1 ? s : subset;
        }
        assertNotEquals(-1, subset, "every image belongs to a subset of the batch");
      }
    }
  }

  private static int row(float[] features, float first) {
    return IntStream.range(0, ROWS).filter(r -> features[r * 2] == first).findFirst().orElse(-1);
  }

  @Test
  void whatCannotBeIsSaidWithTheWayOut() {
    TrainingSpec views =
        TestData.spec(small()).with(FeatureSource.STORED, Optional.of(unlabelled("views", 1)));
    assertTrue(refusal(views, stored).contains("Switch the live extractor on"));
    assertTrue(refusal(spec(small()), stored).contains("no extractor to be live"));
    TrainingSpec ensemble = spec(Map.of("ensemble", "seeds"));
    assertTrue(refusal(ensemble, data()).contains("Set the ensemble to none"));
    TrainingSpec unknown =
        TestData.spec(small()).with(FeatureSource.STORED, Optional.of(unlabelled("magic", 1)));
    assertTrue(refusal(unknown, stored).contains("known are"));
    TrainingSpec augmented =
        TestData.spec(small())
            .with(
                new FeatureSource.Live(new AugmentationSpec(Map.of("spin", 1.0)), -1, 0.1),
                Optional.empty());
    assertTrue(refusal(augmented, data()).contains("Augmentation: Nothing is installed"));
    assertEquals(0, engine.linear.open.get());
  }

  @Test
  void oneSubsetCannotBeCompared() {
    LabelTable one =
        LabelTable.empty()
            .withClasses(List.of("a", "b"))
            .withRows(List.of("a.png", "b.png"), List.of("only", "only"))
            .withLabels(0, new int[] {0, 1}, new byte[] {1, 0});
    TrainingSpec subsets =
        TestData.spec(small()).with(FeatureSource.STORED, Optional.of(unlabelled("subsets", 1)));
    String message = refusal(subsets, TestData.data(one, new float[] {1, 2, 3, 4}));
    assertTrue(message.contains("there is only one"), message);
    assertEquals(0, engine.linear.open.get());
  }

  @Test
  void aFineTunedNetworkIsJudgedAndAskedByItsImages() throws TrainingException {
    TrainingSpec tuned =
        spec(small()).with(new FeatureSource.Live(AugmentationSpec.NONE, 0, 0.1), Optional.empty());
    PredictionTable tunedPredictions = predict(tuned, data());
    PredictionTable frozen = predict(spec(small()), data()); // the extractor of the test stays
    for (int row = 0; row < ROWS; row++) {
      assertEquals(frozen.probability(row, 1), tunedPredictions.probability(row, 1), 1e-6);
    }
    PredictionTable some =
        new TrainingService(algorithms())
            .predictions(tuned, data(), row -> row == 5, "run", new NullProgressMonitor());
    assertTrue(Float.isNaN(some.probability(4, 0)));
    assertEquals(tunedPredictions.probability(5, 0), some.probability(5, 0));
  }

  @Test
  void anImageThatCannotBeReadIsNamed() {
    TrainingData broken = stored.withImages(new Pixels(7), data().extractor());
    TrainingSpec spec = spec(Map.of("epochs", 20, "batchesPerEpoch", 20, "batchSize", 16));
    assertEquals("The image 7.png is broken.", refusal(spec, broken));
    assertEquals(0, engine.linear.open.get());
  }

  @Test
  void theRunRecordTellsHowItWasTrained() throws Exception {
    TrainingSpec tuned =
        spec(small())
            .with(
                new FeatureSource.Live(AugmentationText.parse("flip_left_right"), 0, 0.2),
                Optional.of(unlabelled("views", 0.5)));
    Path run = folder.resolve("run");
    new TrainingService(algorithms())
        .run(tuned, data(), run, TrainingListener.NONE, new NullProgressMonitor());
    RunRecord record = RunRecord.read(run);
    assertEquals("fixmatch-weak", record.live().get("augmentation"));
    assertEquals(0, record.live().get("fineTuneAfter"));
    assertEquals("views", record.unlabelled().get("semiSupervised"));
    assertTrue(record.epochs().get(0).unlabelledLoss().isPresent());
    assertTrue(Files.exists(run.resolve("full_model")));
    assertFalse(Files.exists(run.resolve("saved_model")), "no use without its extractor");
  }
}
