// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import org.patchwork.core.ImageFormatException;
import org.patchwork.core.RandomStreams;

/**
 * The batches of a run, read and augmented on all cores while the engine computes. Which images a
 * step has and how they are augmented follows from seed and number of the step alone; so a run that
 * goes on at any step sees what it would have seen.
 */
final class ViewBatches implements AutoCloseable {
  private static final int AHEAD = 2;
  private static final int MOST_REPLACEMENTS = 100;

  private final SomeImages images;
  private final int batchSize;
  private final int views;
  private final int stepsPerEpoch;
  private final long steps;
  private final RandomStreams random;
  private final float[][] buffers = new float[AHEAD + 1][];
  private final List<List<Future<?>>> pending = new ArrayList<>();
  private final ExecutorService threads;
  private final Set<String> skipped = new ConcurrentSkipListSet<>();
  private long submitted;
  private int orderedEpoch = -1;
  private int[] order;

  /** Starts to read the batch of a step. */
  ViewBatches(SomeImages images, PretrainingPlan<?> plan, long firstStep) {
    this.images = images;
    this.batchSize = plan.parameters().batchSize();
    this.views = plan.views();
    this.stepsPerEpoch = plan.stepsPerEpoch();
    this.steps = plan.steps();
    this.random = new RandomStreams(plan.parameters().seed());
    this.threads =
        Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().daemon().name("Patchwork views ", 0).factory());
    for (int i = 0; i < buffers.length; i++) {
      buffers[i] = new float[Math.multiplyExact(views * batchSize, images.width())];
    }
    this.submitted = firstStep;
    while (submitted < Math.min(steps, firstStep + AHEAD)) {
      submit();
    }
  }

  private void submit() {
    int epoch = (int) (submitted / stepsPerEpoch);
    int begin = (int) (submitted % stepsPerEpoch) * batchSize;
    int[] rows = order(epoch);
    float[] buffer = buffers[(int) (submitted % buffers.length)];
    long step = submitted++;
    List<Future<?>> reading = new ArrayList<>();
    for (int slot = 0; slot < batchSize; slot++) {
      int place = slot;
      reading.add(
          threads.submit(
              () -> {
                read(rows, begin + place, step, place, buffer);
                return null;
              }));
    }
    pending.add(reading);
  }

  /** A new order of all rows for each epoch (Fisher and Yates). */
  private int[] order(int epoch) {
    if (epoch != orderedEpoch) {
      order = images.rows().clone();
      RandomGenerator lot = random.stream("epoch " + epoch);
      for (int i = order.length - 1; i > 0; i--) {
        int j = lot.nextInt(i + 1);
        int swapped = order[i];
        order[i] = order[j];
        order[j] = swapped;
      }
      orderedEpoch = epoch;
    }
    return order;
  }

  /** An image that cannot be read gives its place to the next one that can. */
  private void read(int[] rows, int place, long step, int slot, float[] buffer)
      throws ImageFormatException {
    long[] seeds = new long[views];
    int[] offsets = new int[views];
    for (int view = 0; view < views; view++) {
      seeds[view] = random.seedOf("view " + step + "." + slot + "." + view);
      offsets[view] = (view * batchSize + slot) * images.width();
    }
    for (int i = 0; ; i++) {
      try {
        images.views(rows[(place + i) % rows.length], seeds, buffer, offsets);
        return;
      } catch (ImageFormatException e) {
        skipped.add(e.getMessage());
        if (i == MOST_REPLACEMENTS || i == rows.length) {
          throw e;
        }
      }
    }
  }

  /**
   * The images of the next step, valid until the one after it is taken.
   *
   * @throws ImageFormatException if hardly any image can be read; names one
   */
  float[] next() throws ImageFormatException {
    long step = submitted - pending.size();
    for (Future<?> image : pending.remove(0)) {
      await(image);
    }
    if (submitted < steps) {
      submit();
    }
    return buffers[(int) (step % buffers.length)];
  }

  private static void await(Future<?> image) throws ImageFormatException {
    try {
      image.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ImageFormatException problem) {
        throw problem;
      }
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("Interrupted while reading images");
    }
  }

  /** What was said of images that could not be read. */
  List<String> skipped() {
    return List.copyOf(skipped);
  }

  @Override
  public void close() {
    threads.shutdownNow();
    threads.close();
  }
}
