// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.TrainableModel;
import org.patchwork.tensorflow.TensorFlowEngine;

/** Loads native code in processes of its own, because it is loaded only once in each. */
class TensorFlowNativeTest {
  private static final long TIMEOUT_SECONDS = 120;

  private record Outcome(int status, String output) {}

  private static Outcome start(Class<?> main, Map<String, String> properties, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("TENSORFLOW_") || name.startsWith("TF_"));
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS));
    return new Outcome(process.exitValue(), output);
  }

  /**
   * Trains a step in a thread without a context class loader, as pool threads of a product may be.
   */
  static final class Step {
    private Step() {}

    public static void main(String[] arguments) throws InterruptedException {
      Thread thread = new Thread(Step::train);
      thread.setContextClassLoader(null);
      thread.start();
      thread.join();
    }

    private static void train() {
      try (TrainableModel model = Networks.open(Networks.sigmoidHead(1), 1, 2)) {
        model.step(new float[2], new float[] {1}, 1, 0.1);
        System.out.println("context " + Thread.currentThread().getContextClassLoader());
        System.out.println("trained with " + new TensorFlowEngine().version());
      } catch (TrainingException e) {
        System.out.println("failed: " + e.getMessage());
      }
    }
  }

  @Test
  void loadsWithoutContextClassLoaderAndWithoutNoise() throws Exception {
    String folder = locatedFolder();
    Outcome outcome = start(Step.class, Map.of("TENSORFLOW_LIBRARY_PATH", folder));
    assertTrue(outcome.output().contains("trained with TensorFlow 2."), outcome.output());
    assertTrue(outcome.output().contains("context null"), "the context class loader was put back");
    assertFalse(outcome.output().contains("oneDNN"), outcome.output());
    assertFalse(outcome.output().contains("cpu_feature_guard"), outcome.output());
    assertEquals(0, outcome.status());
  }

  private static String locatedFolder() throws TrainingException {
    TensorFlowNative.load();
    return System.getProperty("TENSORFLOW_LIBRARY_PATH");
  }

  @Test
  void aPlatformWithoutLibraryIsToldWhatToDo(@TempDir Path empty) throws Exception {
    Outcome outcome = start(Step.class, Map.of("TENSORFLOW_LIBRARY_PATH", empty.toString()));
    assertTrue(
        outcome.output().contains("failed: TensorFlow cannot be loaded on "), outcome.output());
    assertTrue(
        outcome.output().contains("Install the feature Patchwork TensorFlow"), outcome.output());
    assertTrue(outcome.output().contains(empty.toString()), outcome.output());
  }

  @Test
  void loadingTwiceGivesTheSameVersion() throws TrainingException {
    assertEquals(TensorFlowNative.load(), TensorFlowNative.load());
  }
}
