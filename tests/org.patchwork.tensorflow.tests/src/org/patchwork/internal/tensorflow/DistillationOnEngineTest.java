// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.patchwork.core.Catalog;
import org.patchwork.core.LabelTable;
import org.patchwork.core.ParameterSchema;
import org.patchwork.core.PredictionTable;
import org.patchwork.image.ImageSource;
import org.patchwork.image.InputSpec;
import org.patchwork.learn.Algorithms;
import org.patchwork.learn.CompiledFunction;
import org.patchwork.learn.OutputModel;
import org.patchwork.learn.SavedModelCall;
import org.patchwork.learn.algorithms.SigmoidOutput;
import org.patchwork.learn.algorithms.SoftmaxOutput;
import org.patchwork.learn.encoder.EncoderNetwork;
import org.patchwork.pretraining.networks.BuiltInNetworks;
import org.patchwork.tensorflow.TensorFlowEngine;
import org.patchwork.training.distillation.DistillationData;
import org.patchwork.training.distillation.DistillationListener;
import org.patchwork.training.distillation.DistillationParameters;
import org.patchwork.training.distillation.DistillationResult;
import org.patchwork.training.distillation.DistillationService;
import org.patchwork.training.distillation.DistillationSpec;
import org.patchwork.training.distillation.StudentEpoch;

/** A small convolutional student learns by heart what a teacher says, and leaves a full model. */
class DistillationOnEngineTest {
  private static final int IMAGES = 32;
  private static final int SIDE = 8;
  private static final double NORM = 1000;

  @TempDir private Path folder;
  private final TensorFlowEngine engine = new TensorFlowEngine();

  private DistillationResult distil(
      String softening, double temperature, boolean exclusive, Path to) throws Exception {
    return distil(softening, temperature, exclusive, to, new NullProgressMonitor());
  }

  private DistillationResult distil(
      String softening, double temperature, boolean exclusive, Path to, IProgressMonitor monitor)
      throws Exception {
    Catalog<EncoderNetwork<?>> networks = BuiltInNetworks.catalog();
    Algorithms algorithms =
        new Algorithms(
            new Catalog<>(List.of()),
            new Catalog<>(List.of()),
            new Catalog<>(List.of()),
            Catalog.<OutputModel<?>>of(
                Map.of("sigmoid", new SigmoidOutput(), "softmax", new SoftmaxOutput())),
            new Catalog<>(List.of()),
            Catalog.of(Map.of("engine", engine)));
    DistillationParameters parameters =
        ParameterSchema.of(DistillationParameters.class)
            .create(
                Map.ofEntries(
                    Map.entry("epochs", 40),
                    Map.entry("batchSize", 16),
                    Map.entry("size", SIDE),
                    Map.entry("softening", softening),
                    Map.entry("temperature", temperature),
                    Map.entry("learningRate", 0.01),
                    Map.entry("weightDecay", 1e-6)));
    return new DistillationService(algorithms, networks)
        .run(
            new DistillationSpec("student", "small", Map.of("width", 8, "stages", 1), parameters),
            data(exclusive),
            to,
            DistillationListener.NONE,
            monitor);
  }

  /** The red channel says how probable the first class is. */
  private static DistillationData data(boolean exclusive) {
    List<String> names = IntStream.range(0, IMAGES).mapToObj(Integer::toString).toList();
    LabelTable labels =
        LabelTable.empty()
            .withClasses(List.of("a", "b"))
            .withRows(names, IntStream.range(0, IMAGES).mapToObj(row -> "").toList());
    float[][] says = new float[2][IMAGES];
    for (int row = 0; row < IMAGES; row++) {
      says[0][row] = row % 2 == 0 ? 0.95f : 0.05f;
      says[1][row] = 1 - says[0][row];
    }
    PredictionTable teacher = new PredictionTable(List.of("a", "b"), says, "teacher", exclusive);
    return new DistillationData(labels, List.of("A", "B"), new Noise(), NORM, teacher);
  }

  @ParameterizedTest
  @CsvSource({"probabilities, 0.5, false", "logits, 2, false", "logits, 2, true"})
  void theStudentDecidesAsTheTeacherAndItsModelSaysTheSame(
      String softening, double temperature, boolean exclusive) throws Exception {
    DistillationResult result = distil(softening, temperature, exclusive, folder.resolve("run"));
    List<StudentEpoch> epochs = result.distillation().epochs();
    StudentEpoch last = epochs.get(epochs.size() - 1);
    assertEquals(1, last.agreement(), () -> epochs.toString());
    assertTrue(last.loss() < epochs.get(0).loss());
    assertTrue(last.l2() > 0);
    checkModel(result);
    Path twin = folder.resolve("twin");
    distil(softening, temperature, exclusive, twin);
    assertArrayEquals(
        Files.readAllBytes(result.folder().resolve("predictions.npy")),
        Files.readAllBytes(twin.resolve("predictions.npy")),
        "equal seeds give equal students");
  }

  @Test
  void aStudentThatWasCancelledInAnEpochGoesOnBitForBit() throws Exception {
    DistillationResult whole = distil("logits", 2, false, folder.resolve("whole"));
    Path other = folder.resolve("other/run");
    IProgressMonitor impatient =
        new NullProgressMonitor() {
          private int asked;

          @Override
          public boolean isCanceled() {
            return asked++ > 40;
          }
        };
    assertThrows(
        OperationCanceledException.class, () -> distil("logits", 2, false, other, impatient));
    DistillationResult second = distil("logits", 2, false, other);
    assertTrue(
        second.resumed() > 0 && second.resumed() < 80, () -> "went on at " + second.resumed());
    assertArrayEquals(
        Files.readAllBytes(whole.folder().resolve("predictions.npy")),
        Files.readAllBytes(second.folder().resolve("predictions.npy")));
  }

  /** Full models take raw values divided by 255, whatever the norm of the project is. */
  private void checkModel(DistillationResult result) throws Exception {
    Path model = result.folder().resolve("full_model");
    assertEquals(List.of("A", "B"), Files.readAllLines(model.resolve("assets.extra/classes.txt")));
    try (CompiledFunction function =
        engine.openSavedModel(model, SavedModelCall.of(SavedModelCall.SERVING))) {
      InputSpec input = new InputSpec(SIDE, SIDE, 3, 255);
      float[] pixels = new float[IMAGES * input.values()];
      for (int row = 0; row < IMAGES; row++) {
        new Noise().read(row, input, pixels, row * input.values());
      }
      float[] outputs = new float[2 * IMAGES];
      function.apply(pixels, IMAGES, outputs);
      for (int row = 0; row < IMAGES; row++) {
        assertEquals(result.predictions().probability(row, 0), outputs[2 * row], 1e-5f);
      }
    }
  }

  private static final class Noise implements ImageSource {
    @Override
    public int size() {
      return IMAGES;
    }

    @Override
    public String path(int index) {
      return Integer.toString(index);
    }

    @Override
    public void read(int index, InputSpec input, float[] target, int offset) {
      float[] noise = Networks.values("image " + index, input.values());
      for (int i = 0; i < noise.length; i++) {
        boolean red = i % 3 == 0;
        float raw = red ? (index % 2 == 0 ? 800 : 200) : 500 + 300 * noise[i];
        target[offset + i] = (float) (raw / input.norm());
      }
    }
  }
}
