// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.patchwork.core.LabelTable;
import org.patchwork.core.ParameterSchema;
import org.patchwork.pretraining.PretrainingParameters;
import org.patchwork.pretraining.PretrainingSpec;
import org.patchwork.project.ProjectSession;

/**
 * A {@link Bench} whose project has pictures: the even ones red and of class A, the odd ones green
 * and of class B. An epoch has five steps.
 */
final class PretrainingBench implements AutoCloseable {
  static final int STEPS_PER_EPOCH = 5;
  private static final int SIDE = 12;

  final Bench bench;
  final FeatureTrainer trainer;
  private final Path folder;

  PretrainingBench(Path folder) {
    this.folder = folder;
    bench = new Bench(folder);
    trainer =
        new FeatureTrainer(bench.display, bench.open, bench.algorithms, InstantSource.system());
    trainer.setSpec(spec(2));
  }

  /** A small run that draws nothing. */
  static PretrainingSpec spec(int epochs) {
    return new PretrainingSpec(
        "t.simclr",
        Map.of(),
        "small",
        Map.of(),
        ParameterSchema.of(PretrainingParameters.class)
            .create(
                Map.of(
                    "epochs",
                    epochs,
                    "batchSize",
                    Bench.IMAGES / STEPS_PER_EPOCH,
                    "size",
                    8,
                    "augmentation",
                    "none",
                    "picturesEvery",
                    0)));
  }

  /** Makes the project with pictures and labels, and opens it. */
  ProjectSession project() throws Exception {
    ProjectSession session = bench.project(false);
    for (int i = 0; i < Bench.IMAGES; i++) {
      BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
      int light = 128 + 3 * i;
      int rgb = i % 2 == 0 ? light << 16 : light << 8;
      for (int p = 0; p < SIDE * SIDE; p++) {
        image.setRGB(p % SIDE, p / SIDE, rgb);
      }
      ImageIO.write(image, "png", folder.resolve("project").resolve(i + ".png").toFile());
    }
    int[] even = IntStream.range(0, Bench.IMAGES / 2).map(i -> 2 * i).toArray();
    int[] odd = IntStream.range(0, Bench.IMAGES / 2).map(i -> 2 * i + 1).toArray();
    bench.label("A", LabelTable.PRESENT, even);
    bench.label("A", LabelTable.ABSENT, odd);
    bench.label("B", LabelTable.PRESENT, odd);
    bench.label("B", LabelTable.ABSENT, even);
    return session;
  }

  /** Trains to the end. */
  void train() {
    trainer.train();
    idle();
  }

  /** Waits until nothing is under way, and what came of it is known. */
  void idle() {
    bench.until("the trainer is idle", () -> !trainer.busy());
    bench.until(
        "the runs are read", () -> trainer.runs().stream().noneMatch(r -> r.record() == null));
    bench.idle();
  }

  /** Begins a run that waits in its first step. */
  void trainAndHold() throws Exception {
    bench.engine.hold();
    trainer.train();
    bench.until("a step is being done", bench.engine::begun);
    bench.until("the run is known", () -> trainer.training() != null);
  }

  void release() {
    bench.engine.release();
  }

  @Override
  public void close() throws Exception {
    trainer.stop();
    release();
    bench.until("no run is left", () -> !trainer.busy());
    bench.close();
  }
}
