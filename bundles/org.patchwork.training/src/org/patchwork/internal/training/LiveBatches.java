// SPDX-License-Identifier: MIT
package org.patchwork.internal.training;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import org.patchwork.core.Awaited;
import org.patchwork.core.ImageFormatException;
import org.patchwork.core.RandomStreams;
import org.patchwork.learn.LiveBatch;
import org.patchwork.learn.RowSampler;
import org.patchwork.learn.TrainingParameters;
import org.patchwork.training.TrainingData;

/**
 * The batches of a run, read and augmented ahead on all cores. Which rows are drawn and how they
 * are augmented follows from the seed and the number of the step alone, whatever the threads do;
 * the labelled rows are those that a run on stored features draws.
 */
final class LiveBatches implements AutoCloseable {
  private static final int AHEAD = 2;

  private final TrainingData data;
  private final LiveInputs inputs;
  private final UnlabelledRows unlabelled;
  private final boolean strongView;
  private final int width;
  private final int batchSize;
  private final int unlabelledSize;
  private final RandomStreams random;
  private final RandomGenerator unlabelledDraws;
  private final BatchDraw draw;
  private final Buffer[] buffers = new Buffer[AHEAD + 1];
  private final ExecutorService threads;
  private final Prefetch<Buffer> prefetch;

  /** Room for one batch. */
  private final class Buffer {
    final int[] rows = new int[batchSize];
    final int[] others = new int[unlabelledSize];
    final int[] groups = new int[unlabelledSize];
    final float[] pixels = new float[(batchSize + views() * unlabelledSize) * width];
    final float[] targets = new float[batchSize * data.labels().classes()];
    final float[] subsets = new float[unlabelledSize * unlabelledSize];
    ImageFormatException problem;
    LiveBatch batch;
  }

  /**
   * Starts to read.
   *
   * @param unlabelled null for labelled images alone
   * @param ratio unlabelled images for each labelled one
   */
  LiveBatches(
      TrainingParameters parameters,
      TrainingData data,
      LiveInputs inputs,
      RowSampler sampler,
      UnlabelledRows unlabelled,
      int ratio,
      boolean strongView) {
    this.data = data;
    this.inputs = inputs;
    this.unlabelled = unlabelled;
    this.strongView = strongView;
    this.width = width(inputs.shape());
    this.batchSize = parameters.batchSize();
    this.unlabelledSize = unlabelled == null ? 0 : Math.multiplyExact(batchSize, ratio);
    this.random = new RandomStreams(parameters.seed());
    this.unlabelledDraws = random.stream("unlabelled batches");
    this.draw = new BatchDraw(sampler, 1, batchSize, parameters.seed());
    for (int i = 0; i < buffers.length; i++) {
      buffers[i] = new Buffer();
    }
    this.threads =
        Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().daemon().name("Patchwork live image ", 0).factory());
    this.prefetch =
        new Prefetch<>(
            "Patchwork live batches",
            Math.multiplyExact(parameters.epochs(), parameters.batchesPerEpoch()),
            AHEAD,
            i -> fill(buffers[i % buffers.length], i));
  }

  static int width(int[] shape) {
    int width = 1;
    for (int size : shape) {
      width = Math.multiplyExact(width, size);
    }
    return width;
  }

  private int views() {
    return strongView ? 2 : 1;
  }

  /**
   * The next batch; valid until the one after the next is taken.
   *
   * @throws ImageFormatException if one of its images cannot be read; names it
   */
  LiveBatch next() throws ImageFormatException {
    Buffer buffer = prefetch.next();
    if (buffer.problem != null) {
      throw buffer.problem;
    }
    return buffer.batch;
  }

  private Buffer fill(Buffer buffer, int step) {
    draw.next(buffer.rows);
    int subsets = 0;
    if (unlabelled != null) {
      unlabelled.draw(unlabelledDraws, buffer.others, buffer.groups);
      subsets = unlabelled.memberships(buffer.groups, buffer.subsets);
    }
    for (int i = 0; i < batchSize; i++) {
      data.labels().copyLabels(buffer.rows[i], buffer.targets, i * data.labels().classes());
    }
    buffer.problem = read(buffer, step);
    buffer.batch =
        new LiveBatch(
            buffer.pixels, batchSize, buffer.targets, unlabelledSize, buffer.subsets, subsets);
    return buffer;
  }

  /** Reads all images on all threads; what one of them said if it cannot be read. */
  private ImageFormatException read(Buffer buffer, int step) {
    List<Future<ImageFormatException>> reading = new ArrayList<>();
    for (int i = 0; i < batchSize; i++) {
      reading.add(submit(buffer, i, buffer.rows[i], LiveInputs.View.WEAK, step));
    }
    for (int i = 0; i < unlabelledSize; i++) {
      int slot = batchSize + i;
      reading.add(submit(buffer, slot, buffer.others[i], LiveInputs.View.WEAK, step));
      if (strongView) {
        reading.add(
            submit(buffer, slot + unlabelledSize, buffer.others[i], LiveInputs.View.STRONG, step));
      }
    }
    ImageFormatException problem = null;
    for (Future<ImageFormatException> image : reading) {
      ImageFormatException found = Awaited.result(image, "reading images");
      problem = problem == null ? found : problem;
    }
    return problem;
  }

  private Future<ImageFormatException> submit(
      Buffer buffer, int slot, int row, LiveInputs.View view, int step) {
    long seed = random.seedOf("view " + step + "." + slot);
    return threads.submit(
        () -> {
          try {
            inputs.read(row, view, seed, buffer.pixels, slot * width);
            return null;
          } catch (ImageFormatException e) {
            return e;
          }
        });
  }

  @Override
  public void close() {
    prefetch.close();
    threads.shutdownNow();
    threads.close();
  }
}
