// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.CompiledFunction;
import org.patchwork.learn.SavedModelCall;
import org.patchwork.learn.TrainableModel;
import org.patchwork.tensorflow.TensorFlowEngine;

/** Counts what is open in native memory, and closes models while they are in use. */
class NativeMemoryTest {
  private static final int STEPS = 3000;
  private static final int BATCH = 8;

  private final TensorFlowEngine engine = new TensorFlowEngine();
  @TempDir Path folder;

  @Test
  void stepsLeaveNothingOpen() throws TrainingException {
    float[] inputs = Networks.values("x", BATCH * 8 * 8 * 2);
    float[] targets = Networks.targets("y", BATCH * 3);
    float[] predictions = new float[BATCH * 3];
    try (TrainableModel model = Networks.open(Networks.convnet(3), 3, 8, 8, 2)) {
      model.step(inputs, targets, BATCH, 1e-3);
      long open = Pointer.totalCount();
      long bytes = Pointer.totalBytes();
      for (int i = 0; i < STEPS; i++) {
        model.step(inputs, targets, BATCH - i % 2, 1e-3); // a batch size that changes, too
      }
      for (int i = 0; i < 100; i++) {
        model.loss(inputs, targets, BATCH);
        model.predict(inputs, BATCH, predictions);
        model.restore(model.weights());
      }
      assertNoMoreThan(open, Pointer.totalCount(), "native objects");
      assertNoMoreThan(bytes, Pointer.totalBytes(), "bytes in native objects");
    }
  }

  @Test
  void closedModelsLeaveNothingOpen() throws TrainingException {
    openAndClose(); // what TensorFlow keeps for good is made now
    long open = Pointer.totalCount();
    for (int i = 0; i < 5; i++) {
      openAndClose();
    }
    assertNoMoreThan(open, Pointer.totalCount(), "native objects");
  }

  /** Fewer is no fault: the collector may free what an earlier test left to it. */
  private static void assertNoMoreThan(long before, long now, String what) {
    assertTrue(now <= before, what + ": " + before + " before, " + now + " now");
  }

  private void openAndClose() throws TrainingException {
    float[] inputs = Networks.values("x", BATCH * 5);
    try (TrainableModel model = Networks.open(Networks.sigmoidHead(3), 3, 5);
        CompiledFunction function =
            engine.compile(new int[] {5}, (network, x) -> network.square(x))) {
      model.step(inputs, Networks.targets("y", BATCH * 3), BATCH, 1e-3);
      function.apply(inputs, BATCH, new float[BATCH * 5]);
      model.export(folder, List.of("a", "b", "c"));
      try (CompiledFunction exported =
          engine.openSavedModel(folder, SavedModelCall.of(SavedModelCall.SERVING))) {
        exported.apply(inputs, BATCH, new float[BATCH * 3]);
      }
    }
    assertThrows(TrainingException.class, () -> Networks.open(Networks.sigmoidHead(2), 3, 5));
    assertThrows(
        UnsupportedOperationException.class,
        () -> engine.compile(new int[] {5}, (network, x) -> List.of(x).remove(0)));
  }

  @Test
  void predictionsLeaveNothingOpen() throws TrainingException {
    float[] inputs = Networks.values("x", BATCH * 5);
    float[] outputs = new float[BATCH * 3];
    try (TrainableModel model = Networks.open(Networks.sigmoidHead(3), 3, 5)) {
      model.export(folder, List.of("a", "b", "c"));
    }
    try (CompiledFunction function =
        engine.openSavedModel(folder, SavedModelCall.of(SavedModelCall.SERVING))) {
      function.apply(inputs, BATCH, outputs);
      long open = Pointer.totalCount();
      for (int i = 0; i < 300; i++) {
        function.apply(inputs, BATCH - i % 2, outputs);
      }
      assertNoMoreThan(open, Pointer.totalCount(), "native objects");
    }
  }

  @Test
  void closingWaitsForTheStepAndThenRefuses() throws Exception {
    float[] inputs = Networks.values("x", BATCH * 8 * 8 * 2);
    float[] targets = Networks.targets("y", BATCH * 3);
    TrainableModel model = Networks.open(Networks.convnet(3), 3, 8, 8, 2);
    CountDownLatch running = new CountDownLatch(20);
    try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
      Future<?> training =
          thread.submit(
              () -> {
                while (true) {
                  model.step(inputs, targets, BATCH, 1e-3);
                  running.countDown();
                }
              });
      assertTrue(running.await(120, TimeUnit.SECONDS));
      model.close();
      Exception end = assertThrows(Exception.class, () -> training.get(120, TimeUnit.SECONDS));
      assertEquals("The model is closed", end.getCause().getMessage());
    }
    model.close(); // closing twice is allowed
    assertThrows(IllegalStateException.class, model::weights);
  }
}
