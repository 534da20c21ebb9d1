// SPDX-License-Identifier: MIT
package org.patchwork.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.ParameterSchema;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.RandomStreams;
import org.patchwork.core.TrainingException;
import org.patchwork.image.InputSpec;
import org.patchwork.learn.FeatureExtractor;
import org.patchwork.learn.ModelBuild;
import org.patchwork.learn.Optimizer;
import org.patchwork.learn.SavedModelSettings;
import org.patchwork.learn.TrainableModel;
import org.patchwork.learn.network.NetworkFunction;

class SavedModelExtractorTest {
  private final TensorFlowEngine engine = new TensorFlowEngine();
  private final SavedModelExtractor extractor = new SavedModelExtractor();
  @TempDir Path folder;

  private SavedModelParameters parameters(int height) {
    return new SavedModelParameters(
        folder.resolve("model").toString(),
        new SavedModelSettings("serving_default", "", 2, -1),
        new InputSize(height, 0),
        0);
  }

  private void writeModel(int size) throws TrainingException {
    NetworkFunction model =
        (network, x) -> network.sigmoid(network.dense("a", network.mean(x, false, 1, 2), 2));
    ModelBuild build =
        new ModelBuild(
            new int[] {size, size, 3},
            2,
            model,
            (ops, target, prediction) -> ops.mean(prediction, false),
            Optimizer.ADAM,
            0,
            name -> true,
            size);
    try (TrainableModel trained = engine.open(build)) {
      trained.export(folder.resolve("model"), List.of("a", "b"));
    }
  }

  private void fit() throws PatchworkException {
    extractor.fit(
        null,
        parameters(0),
        new RandomStreams(0),
        folder.resolve("features"),
        new NullProgressMonitor());
  }

  @Test
  void sizesComeFromTheModel() throws PatchworkException, IOException {
    writeModel(6);
    fit();
    assertTrue(
        Files.readString(folder.resolve("features/model.sha256"))
            .matches("[0-9a-f]{64}  saved_model.pb\n"));
    try (FeatureExtractor opened =
        extractor.open(engine, parameters(0), folder.resolve("features"))) {
      assertEquals(new InputSpec(6, 6, 3, 255), opened.input());
      float[] pixels = {0, 0.5f, 1};
      opened.toRange(pixels, 3);
      assertArrayEquals(new float[] {-1, 0, 1}, pixels);
      assertArrayEquals(new int[] {2}, opened.function().outputShape());
    }
  }

  @Test
  void aChangedModelIsRefused() throws PatchworkException {
    writeModel(6);
    fit();
    writeModel(5);
    PatchworkException failure =
        assertThrows(
            PatchworkException.class,
            () -> extractor.open(engine, parameters(0), folder.resolve("features")));
    assertTrue(failure.getMessage().contains("Extract the features again"), failure.getMessage());
  }

  @Test
  void aSizeThatTheModelDoesNotTakeIsRefused() throws PatchworkException {
    writeModel(6);
    PatchworkException failure =
        assertThrows(
            PatchworkException.class,
            () -> extractor.open(engine, parameters(7), folder.resolve("features")));
    assertTrue(
        failure.getMessage().contains("takes images of height 6, not 7"), failure.getMessage());
  }

  @Test
  void aMissingModelIsNamed() {
    PatchworkException failure = assertThrows(PatchworkException.class, this::fit);
    assertTrue(
        failure.getMessage().contains(folder.resolve("model").toString()), failure.getMessage());
  }

  @Test
  void theFolderMustBeNamed() {
    PatchworkException failure =
        assertThrows(
            PatchworkException.class,
            () -> extractor.open(engine, extractor.defaults(), folder.resolve("features")));
    assertTrue(failure.getMessage().contains("Name the folder"), failure.getMessage());
  }

  @Test
  void checksumsHonourCancel() throws PatchworkException {
    writeModel(6);
    NullProgressMonitor cancelled = new NullProgressMonitor();
    cancelled.setCanceled(true);
    assertThrows(
        OperationCanceledException.class,
        () ->
            extractor.fit(
                null, parameters(0), new RandomStreams(0), folder.resolve("features"), cancelled));
  }

  @Test
  void parametersDescribeThemselves() {
    ParameterSchema<SavedModelParameters> schema = ParameterSchema.of(SavedModelParameters.class);
    assertEquals(255.0, schema.defaults().model().inputScale());
    assertEquals("--input-height", schema.parameters().get(5).optionName());
  }
}
