// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.patchwork.core.Awaited;
import org.patchwork.core.ImageFormatException;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.RandomStreams;
import org.patchwork.core.TrainingException;
import org.patchwork.image.AreaResize;
import org.patchwork.image.ImagePatch;
import org.patchwork.learn.encoder.EncoderAccess;
import org.patchwork.learn.encoder.EncoderBatch;
import org.patchwork.learn.encoder.EncoderModel;

/** Encodes images between steps, reading them on all cores. */
final class ImageEncoder implements EncoderAccess, AutoCloseable {
  private static final int CHUNK = 64;

  private final SomeImages images;
  private final EncoderModel model;
  private final RandomStreams random;
  private final Supplier<EncoderBatch> blank;
  private final ExecutorService threads;

  /**
   * Encodes images of a run.
   *
   * @param blank a batch of zeros, whose first view has images of full size
   */
  ImageEncoder(
      SomeImages images, EncoderModel model, RandomStreams random, Supplier<EncoderBatch> blank) {
    this.blank = blank;
    this.images = images;
    this.model = model;
    this.random = random;
    this.threads =
        Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().daemon().name("Patchwork encoding ", 0).factory());
  }

  @Override
  public float[][] features(int[] rows, IProgressMonitor monitor) throws PatchworkException {
    return encode(rows, plain(rows), monitor);
  }

  private Reading plain(int[] rows) {
    return (place, pixels, at) -> images.plain(rows[place], pixels, at);
  }

  /** From an image and its place among the rows to an image of the same size. */
  interface Change {
    ImagePatch of(ImagePatch image, int place);
  }

  /** Features of images that are changed first. */
  float[][] changed(int[] rows, Change change, IProgressMonitor monitor) throws PatchworkException {
    return encode(
        rows,
        (place, pixels, at) -> {
          float[] values = change.of(images.plain(rows[place]), place).values();
          System.arraycopy(values, 0, pixels, at, values.length);
        },
        monitor);
  }

  /**
   * Features of augmented images.
   *
   * @param view number of the view; the same number gives the same images
   */
  float[][] augmented(int[] rows, int view, IProgressMonitor monitor) throws PatchworkException {
    return encode(
        rows,
        (place, pixels, at) ->
            images.augmented(
                rows[place], random.seedOf("check " + rows[place] + "." + view), pixels, at),
        monitor);
  }

  /** The images themselves, shrunk to at most {@code side} pixels a side. */
  float[][] pixels(int[] rows, int side, IProgressMonitor monitor) {
    int height = Math.min(side, images.input().height());
    int width = Math.min(side, images.input().width());
    float[] chunk = new float[CHUNK * images.width()];
    float[][] pixels = new float[rows.length][];
    for (int begin = 0; begin < rows.length; begin += CHUNK) {
      if (monitor.isCanceled()) {
        throw new OperationCanceledException();
      }
      int count = Math.min(CHUNK, rows.length - begin);
      read(plain(rows), begin, count, chunk);
      for (int i = 0; i < count; i++) {
        ImagePatch image = images.patch(chunk, i * images.width());
        pixels[begin + i] = AreaResize.shrink(image, height, width).values();
      }
    }
    return pixels;
  }

  @Override
  public float[][] outputs(String name, int[] rows, IProgressMonitor monitor)
      throws PatchworkException {
    EncoderBatch batch = blank.get();
    int batchSize = batch.views()[0].length / images.width();
    float[][] outputs = new float[rows.length][];
    for (int begin = 0; begin < rows.length; begin += batchSize) {
      if (monitor.isCanceled()) {
        throw new OperationCanceledException();
      }
      int count = Math.min(batchSize, rows.length - begin);
      read(plain(rows), begin, count, batch.views()[0]);
      float[] values = model.outputs(batch).get(name);
      int width = values.length / batchSize;
      for (int i = 0; i < count; i++) {
        outputs[begin + i] = Arrays.copyOfRange(values, i * width, (i + 1) * width);
      }
    }
    return outputs;
  }

  @Override
  public Map<String, float[]> state() throws TrainingException {
    return model.state();
  }

  @Override
  public void set(Map<String, float[]> values) throws TrainingException {
    model.set(values);
  }

  /** Reads the image at a place. */
  private interface Reading {
    void read(int place, float[] pixels, int offset) throws ImageFormatException;
  }

  private float[][] encode(int[] rows, Reading reading, IProgressMonitor monitor)
      throws PatchworkException {
    int[] shape = model.featureShape();
    int cells = shape[0] * shape[1];
    float[] pixels = new float[CHUNK * images.width()];
    float[] maps = new float[CHUNK * cells * shape[2]];
    float[][] features = new float[rows.length][];
    for (int begin = 0; begin < rows.length; begin += CHUNK) {
      if (monitor.isCanceled()) {
        throw new OperationCanceledException();
      }
      int count = Math.min(CHUNK, rows.length - begin);
      read(reading, begin, count, pixels);
      model.encode(pixels, count, maps);
      for (int i = 0; i < count; i++) {
        features[begin + i] = pooled(maps, i * cells * shape[2], cells, shape[2]);
      }
    }
    return features;
  }

  /** Outputs of a function of images as they are. */
  float[][] apply(String function, int[] rows, IProgressMonitor monitor) throws PatchworkException {
    float[] pixels = new float[CHUNK * images.width()];
    float[][] outputs = new float[rows.length][];
    for (int begin = 0; begin < rows.length; begin += CHUNK) {
      if (monitor.isCanceled()) {
        throw new OperationCanceledException();
      }
      int count = Math.min(CHUNK, rows.length - begin);
      read(plain(rows), begin, count, pixels);
      float[][] found = FunctionsOfRun.split(model.apply(function, pixels, count), count);
      System.arraycopy(found, 0, outputs, begin, count);
    }
    return outputs;
  }

  private static float[] pooled(float[] maps, int offset, int cells, int channels) {
    float[] mean = new float[channels];
    for (int cell = 0; cell < cells; cell++) {
      for (int c = 0; c < channels; c++) {
        mean[c] += maps[offset + cell * channels + c] / cells;
      }
    }
    return mean;
  }

  private void read(Reading reader, int begin, int count, float[] pixels) {
    List<Future<?>> reading = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int place = begin + i;
      int offset = i * images.width();
      reading.add(threads.submit(() -> read(reader, place, pixels, offset)));
    }
    for (Future<?> image : reading) {
      Awaited.result(image, "reading images");
    }
  }

  private void read(Reading reader, int place, float[] pixels, int offset) {
    try {
      reader.read(place, pixels, offset);
    } catch (ImageFormatException e) {
      Arrays.fill(pixels, offset, offset + images.width(), 0); // training has named it already
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    threads.close();
  }
}
