// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.patchwork.core.ImageFormatException;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.RandomStreams;
import org.patchwork.learn.encoder.EncoderModel;
import org.patchwork.pretraining.FeatureCheck;

/** Measures what the features are worth, always on the same images. */
final class FeatureChecker implements AutoCloseable {
  private static final int CHUNK = 64;
  private static final int PAIRS = 256;

  private final SomeImages images;
  private final EncoderModel model;
  private final RandomStreams random;
  private final ProbeRows probe;
  private final int[] pairRows;
  private final ExecutorService threads;

  FeatureChecker(PretrainingPlan<?> plan, SomeImages images, EncoderModel model) {
    this.images = images;
    this.model = model;
    this.random = new RandomStreams(plan.parameters().seed());
    this.probe =
        ProbeRows.of(
            images.data().labels(),
            images.rows(),
            plan.parameters().probeImages(),
            plan.parameters().probeSplit(),
            random.stream("probe"));
    this.pairRows = ProbeRows.some(images.rows(), PAIRS, random.stream("pairs"));
    this.threads =
        Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().daemon().name("Patchwork check ", 0).factory());
  }

  /** What the features are worth now. */
  FeatureCheck check(IProgressMonitor monitor) throws PatchworkException {
    float[][] first = encode(pairRows, 0, monitor);
    float[][] second = encode(pairRows, 1, monitor);
    Geometry geometry = new Geometry(first, second);
    Double linear = null;
    Double neighbours = null;
    if (probe.usable()) {
      float[][] training = encode(probe.training(), -1, monitor);
      float[][] test = encode(probe.test(), -1, monitor);
      linear =
          LinearProbe.fit(training, probe.trainingClasses(), probe.classes(), monitor::isCanceled)
              .accuracy(test, probe.testClasses());
      neighbours =
          NeighbourVote.accuracy(
              training, probe.trainingClasses(), test, probe.testClasses(), probe.classes());
    }
    return new FeatureCheck(
        probe.usable() ? probe.training().length + probe.test().length : 0,
        linear,
        neighbours,
        geometry.alignment(),
        geometry.uniformity(),
        geometry.uniformityUnsquared(),
        geometry.spread(),
        geometry.rank());
  }

  /**
   * Pooled features of images; of those that cannot be read, those of an image of zeros.
   *
   * @param view number of an augmented view, or −1 for the plain image
   */
  private float[][] encode(int[] rows, int view, IProgressMonitor monitor)
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
      read(rows, begin, count, view, pixels);
      model.encode(pixels, count, maps);
      for (int i = 0; i < count; i++) {
        features[begin + i] = pooled(maps, i * cells * shape[2], cells, shape[2]);
      }
    }
    return features;
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

  private void read(int[] rows, int begin, int count, int view, float[] pixels) {
    List<Future<?>> reading = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int row = rows[begin + i];
      int offset = i * images.width();
      reading.add(threads.submit(() -> read(row, view, pixels, offset)));
    }
    for (Future<?> image : reading) {
      try {
        image.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancellationException("Interrupted while reading images");
      }
    }
  }

  private void read(int row, int view, float[] pixels, int offset) {
    try {
      if (view < 0) {
        images.plain(row, pixels, offset);
      } else {
        long seed = random.seedOf("check " + row + "." + view);
        images.views(row, new long[] {seed}, pixels, new int[] {offset});
      }
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
