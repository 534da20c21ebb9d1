// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.patchwork.core.ImageFormatException;
import org.patchwork.core.RandomStreams;
import org.patchwork.image.AreaResize;
import org.patchwork.image.ImagePatch;
import org.patchwork.learn.encoder.EncoderBatch;
import org.patchwork.learn.encoder.StepImage;
import org.patchwork.learn.encoder.TrainerRun;
import org.patchwork.learn.encoder.View;

/** Makes what one place of a batch is fed with: views and further inputs. Thread-safe. */
final class StepMaker {
  private static final int MOST_REPLACEMENTS = 100;

  private final SomeImages images;
  private final TrainerRun run;
  private final List<View> views;
  private final Map<String, int[]> inputs;
  private final RandomStreams random;
  private final Consumer<String> skipped;

  StepMaker(
      SomeImages images,
      TrainerRun run,
      Map<String, int[]> inputs,
      RandomStreams random,
      Consumer<String> skipped) {
    this.images = images;
    this.run = run;
    this.views = run.views();
    this.inputs = inputs;
    this.random = random;
    this.skipped = skipped;
  }

  /** Room for a batch. */
  EncoderBatch buffer(int batchSize) {
    float[][] made = new float[views.size()][];
    for (int i = 0; i < made.length; i++) {
      made[i] = new float[Math.multiplyExact(batchSize, width(shape(i)))];
    }
    Map<String, float[]> values = new LinkedHashMap<>();
    inputs.forEach(
        (name, shape) -> values.put(name, new float[Math.multiplyExact(batchSize, width(shape))]));
    return new EncoderBatch(made, values);
  }

  private int[] shape(int view) {
    int[] whole = {images.input().height(), images.input().width(), images.input().channels()};
    return views.get(view).shape(whole);
  }

  private static int width(int[] shape) {
    return Arrays.stream(shape).reduce(1, Math::multiplyExact);
  }

  /**
   * Fills one place of a batch.
   *
   * @param rows the order of the epoch, by stream
   * @param place where the image stands in these orders
   * @throws ImageFormatException if hardly any image can be read
   */
  void fill(EncoderBatch batch, long step, int epoch, int slot, int[][] rows, int place)
      throws ImageFormatException {
    long[] seeds = new long[views.size()];
    for (int view = 0; view < seeds.length; view++) {
      seeds[view] = random.seedOf("view " + step + "." + slot + "." + view);
    }
    for (int stream = 0; stream < rows.length; stream++) {
      StepImage image = read(step, epoch, slot, stream, seeds, rows[stream], place);
      for (int view = 0; view < seeds.length; view++) {
        if (views.get(view).stream() == stream) {
          make(view, image, batch.views()[view]);
        }
      }
      if (stream == 0) {
        fillInputs(image, batch);
      }
    }
  }

  /** An image that cannot be read gives its place to the next one that can. */
  private StepImage read(
      long step, int epoch, int slot, int stream, long[] seeds, int[] rows, int place)
      throws ImageFormatException {
    for (int i = 0; ; i++) {
      int row = rows[(place + i) % rows.length];
      try {
        return new StepImage(
            step, epoch, slot, stream, row, seeds, images.ofViews(), images.plain(row));
      } catch (ImageFormatException e) {
        skipped.accept(e.getMessage());
        if (i == MOST_REPLACEMENTS || i == rows.length) {
          throw e;
        }
      }
    }
  }

  private void make(int view, StepImage image, float[] target) {
    int[] shape = shape(view);
    ImagePatch made = run.view(view, image, images.ofViews().get(view));
    float[] values = AreaResize.shrink(made, shape[0], shape[1]).values();
    System.arraycopy(values, 0, target, image.slot() * values.length, values.length);
  }

  private void fillInputs(StepImage image, EncoderBatch batch) {
    inputs.forEach(
        (name, shape) -> {
          int width = width(shape);
          int offset = image.slot() * width;
          float[] values = batch.inputs().get(name);
          Arrays.fill(values, offset, offset + width, 0);
          run.fill(image, name, values, offset);
        });
  }
}
