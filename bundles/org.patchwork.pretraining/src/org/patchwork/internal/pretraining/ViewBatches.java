// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.patchwork.core.Awaited;
import org.patchwork.core.ImageFormatException;
import org.patchwork.core.RandomStreams;
import org.patchwork.learn.encoder.EncoderBatch;
import org.patchwork.learn.encoder.View;

/**
 * The batches of a run, read and augmented on all cores while the engine computes. Which images a
 * step has and how they are augmented follows from seed and number of the step alone; so a run that
 * goes on at any step sees what it would have seen.
 */
final class ViewBatches implements AutoCloseable {
  private static final int AHEAD = 2;

  private final SomeImages images;
  private final PretrainingPlan plan;
  private final StepMaker maker;
  private final RandomStreams random;
  private final EncoderBatch[] buffers = new EncoderBatch[AHEAD + 1];
  private final List<List<Future<?>>> pending = new ArrayList<>();
  private final ExecutorService threads;
  private final Set<String> skipped = new ConcurrentSkipListSet<>();
  private final int[][] orders;
  private long submitted;
  private long limit;
  private int orderedEpoch = -1;

  /**
   * Batches from a step on; nothing is read before it is {@linkplain #allow allowed}.
   *
   * @param inputs further inputs of the model: shape of a row by name
   */
  ViewBatches(
      SomeImages images,
      PretrainingPlan plan,
      Map<String, int[]> inputs,
      RandomStreams random,
      long firstStep) {
    this.images = images;
    this.plan = plan;
    this.random = random;
    this.maker = new StepMaker(images, plan.run(), inputs, random, skipped::add);
    this.threads =
        Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().daemon().name("Patchwork views ", 0).factory());
    int batchSize = plan.parameters().batchSize();
    for (int i = 0; i < buffers.length; i++) {
      buffers[i] = maker.buffer(batchSize);
    }
    int streams = plan.run().views().stream().mapToInt(View::stream).max().orElse(0) + 1;
    this.orders = new int[streams][];
    this.submitted = firstStep;
    this.limit = firstStep;
  }

  /** Lets it read up to a step, exclusive: the end of an epoch that has begun. */
  void allow(long step) {
    limit = step;
    readAhead();
  }

  private void readAhead() {
    while (pending.size() < AHEAD && submitted < limit) {
      submit();
    }
  }

  private void submit() {
    int batchSize = plan.parameters().batchSize();
    int epoch = (int) (submitted / plan.stepsPerEpoch());
    int begin = (int) (submitted % plan.stepsPerEpoch()) * batchSize;
    order(epoch);
    int[][] rows = orders.clone();
    EncoderBatch buffer = buffers[(int) (submitted % buffers.length)];
    long step = submitted++;
    List<Future<?>> reading = new ArrayList<>();
    for (int slot = 0; slot < batchSize; slot++) {
      int place = slot;
      reading.add(
          threads.submit(
              () -> {
                maker.fill(buffer, step, epoch, place, rows, begin + place);
                return null;
              }));
    }
    pending.add(reading);
  }

  /** New orders of the rows for each epoch. */
  private void order(int epoch) {
    if (epoch != orderedEpoch) {
      for (int stream = 0; stream < orders.length; stream++) {
        String name = "epoch " + epoch + (stream == 0 ? "" : "." + stream);
        orders[stream] = plan.run().order(stream, epoch, images.rows(), random.stream(name));
      }
      orderedEpoch = epoch;
    }
  }

  /**
   * The batch of the next step, valid until the one after it is taken.
   *
   * @throws ImageFormatException if hardly any image can be read; names one
   */
  EncoderBatch next() throws ImageFormatException {
    long step = submitted - pending.size();
    for (Future<?> image : pending.remove(0)) {
      Awaited.result(image, ImageFormatException.class, "reading images");
    }
    readAhead();
    return buffers[(int) (step % buffers.length)];
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
