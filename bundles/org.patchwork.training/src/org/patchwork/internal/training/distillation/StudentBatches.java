// SPDX-License-Identifier: MIT
package org.patchwork.internal.training.distillation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.patchwork.core.Awaited;
import org.patchwork.core.ImageFormatException;
import org.patchwork.core.LabelTable;
import org.patchwork.core.RandomStreams;
import org.patchwork.core.TrainingException;
import org.patchwork.internal.training.Prefetch;
import org.patchwork.learn.RandomRows;
import org.patchwork.training.distillation.DistillationParameters;

/**
 * The batches of a run, read and augmented ahead on all cores. Every epoch has the images in an
 * order of its own; those that do not fill a batch wait for the next. Order and augmentation follow
 * from the seed and the number of the step alone.
 */
final class StudentBatches implements AutoCloseable {
  private static final int AHEAD = 2;

  private final StudentImages images;
  private final TeacherTargets targets;
  private final int[] rows;
  private final int size;
  private final int stepsPerEpoch;
  private final RandomStreams random;
  private final Batch[] batches = new Batch[AHEAD + 1];
  private final ExecutorService threads;
  private final Prefetch<Batch> prefetch;
  private int[] order;

  /** Images and what the student is to say of them. */
  static final class Batch {
    final float[] pixels;
    final float[] targets;
    ImageFormatException problem; // set if no image can be read

    Batch(int pixels, int targets) {
      this.pixels = new float[pixels];
      this.targets = new float[targets];
    }
  }

  /**
   * Starts to read.
   *
   * @param done steps of an earlier run, which are not read again
   */
  StudentBatches(
      StudentImages images,
      TeacherTargets targets,
      int[] rows,
      DistillationParameters parameters,
      int done) {
    this.images = images;
    this.targets = targets;
    this.rows = rows;
    this.size = Math.min(parameters.batchSize(), rows.length);
    this.stepsPerEpoch = stepsPerEpoch(rows.length, parameters);
    this.random = new RandomStreams(parameters.seed());
    for (int i = 0; i < batches.length; i++) {
      batches[i] =
          new Batch(
              Math.multiplyExact(size, images.input().values()),
              Math.multiplyExact(size, targets.classes()));
    }
    this.threads =
        Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().daemon().name("Patchwork student image ", 0).factory());
    this.prefetch =
        new Prefetch<>(
            "Patchwork student batches",
            Math.multiplyExact(parameters.epochs(), stepsPerEpoch) - done,
            AHEAD,
            i -> fill(batches[i % batches.length], done + i));
  }

  static int stepsPerEpoch(int rows, DistillationParameters parameters) {
    return Math.max(1, rows / parameters.batchSize());
  }

  /** Number of images in a batch. */
  int size() {
    return size;
  }

  /**
   * The next batch; valid until the one after the next is taken.
   *
   * @throws TrainingException if none of its images can be read; names one
   */
  Batch next() throws TrainingException {
    Batch batch = prefetch.next();
    if (batch.problem != null) {
      throw new TrainingException(
          "None of the images of a batch can be read: " + batch.problem.getMessage(),
          batch.problem);
    }
    return batch;
  }

  private Batch fill(Batch batch, int step) {
    if (order == null || step % stepsPerEpoch == 0) {
      order = RandomRows.shuffled(rows, random.stream("epoch " + step / stepsPerEpoch));
    }
    int begin = step % stepsPerEpoch * size;
    List<Future<ImageFormatException>> reading = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      int slot = i;
      int row = order[begin + i];
      targets.copy(row, batch.targets, i * targets.classes());
      long seed = random.seedOf("view " + step + "." + i);
      reading.add(threads.submit(() -> read(row, seed, batch, slot)));
    }
    int unreadable = 0;
    batch.problem = null;
    for (Future<ImageFormatException> image : reading) {
      ImageFormatException problem = Awaited.result(image, "reading images");
      if (problem != null && ++unreadable == size) {
        batch.problem = problem;
      }
    }
    return batch;
  }

  /** An image that cannot be read is black and teaches nothing. */
  private ImageFormatException read(int row, long seed, Batch batch, int slot) {
    int width = images.input().values();
    try {
      images.read(row, seed, batch.pixels, slot * width);
      return null;
    } catch (ImageFormatException e) {
      Arrays.fill(batch.pixels, slot * width, (slot + 1) * width, 0);
      int classes = targets.classes();
      Arrays.fill(batch.targets, slot * classes, (slot + 1) * classes, LabelTable.UNKNOWN);
      return e;
    }
  }

  @Override
  public void close() {
    prefetch.close();
    threads.shutdownNow();
    threads.close();
  }
}
