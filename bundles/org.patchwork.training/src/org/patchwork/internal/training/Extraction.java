// SPDX-License-Identifier: MIT
package org.patchwork.internal.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.FeatureSetInfo.UnreadableImage;
import org.patchwork.core.NpyWriter;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.TrainingException;
import org.patchwork.image.ImageSource;
import org.patchwork.learn.FeatureExtractor;
import org.patchwork.training.ExtractionListener;
import org.patchwork.training.ExtractionProgress;

/** One pass of images through an extractor into an array file. One object per extraction. */
final class Extraction {
  private static final long FLUSH_INTERVAL = 1_000_000_000L;

  private final ExtractionFolder folder;
  private final ImageSource images;
  private final FeatureExtractor extractor;
  private final ExtractionListener listener;
  private final LongSupplier nanoTime;
  private final int threads;
  private final int[] shape;
  private final int width;
  private final List<UnreadableImage> unreadable = new ArrayList<>();

  Extraction(
      ExtractionFolder folder,
      ImageSource images,
      FeatureExtractor extractor,
      ExtractionListener listener,
      LongSupplier nanoTime,
      int threads)
      throws TrainingException {
    this.folder = folder;
    this.images = images;
    this.extractor = extractor;
    this.listener = listener;
    this.nanoTime = nanoTime;
    this.threads = threads;
    this.shape = extractor.function().outputShape();
    if (Arrays.stream(shape).anyMatch(size -> size < 1)) {
      throw new TrainingException(
          "The extractor gives features of the unknown shape "
              + Arrays.toString(shape)
              + "; export it with a fixed size of input and output.");
    }
    this.width = Arrays.stream(shape).reduce(1, Math::multiplyExact);
  }

  /** Extracts what is missing; returns the images that could not be read. */
  List<UnreadableImage> run(ExtractionState state, IProgressMonitor monitor)
      throws PatchworkException, IOException {
    int blockSize = ImageBlocks.size(extractor.input());
    try (NpyWriter writer = folder.open(shape, blockSize)) {
      int first = writer.rows();
      state.unreadable().stream().filter(image -> image.row() < first).forEach(unreadable::add);
      SubMonitor progress =
          SubMonitor.convert(monitor, "Extracting features", images.size() - first);
      try (ImageBlocks blocks = new ImageBlocks(images, extractor.input(), first, threads)) {
        extract(blocks, state, writer, progress);
      }
      state.withUnreadable(unreadable).write(folder.path());
    }
    return unreadable;
  }

  private void extract(
      ImageBlocks blocks, ExtractionState state, NpyWriter writer, SubMonitor progress)
      throws PatchworkException, IOException {
    Throttle reports = new Throttle(nanoTime, Throttle.REPORTS);
    Throttle flushes = new Throttle(nanoTime, FLUSH_INTERVAL);
    long start = nanoTime.getAsLong();
    int first = writer.rows();
    float[] features = new float[ImageBlocks.size(extractor.input()) * width];
    for (ImageBlock block = blocks.next(); block != null; block = blocks.next()) {
      progress.split(block.count());
      apply(block, features, writer);
      blocks.release(block);
      if (flushes.due()) {
        state.withUnreadable(unreadable).write(folder.path());
        writer.flush();
      }
      if (reports.due() || writer.rows() == images.size()) {
        report(progress, writer.rows(), first, (nanoTime.getAsLong() - start) * 1e-9);
      }
    }
  }

  private void apply(ImageBlock block, float[] features, NpyWriter writer)
      throws PatchworkException {
    extractor.toRange(block.pixels(), block.count() * extractor.input().values());
    extractor.function().apply(block.pixels(), block.count(), features);
    for (UnreadableImage image : block.unreadable()) {
      int offset = (image.row() - block.first()) * width;
      Arrays.fill(features, offset, offset + width, Float.NaN);
      unreadable.add(image);
    }
    for (int i = 0; i < block.count(); i++) {
      writer.append(features, i * width);
    }
  }

  private void report(SubMonitor progress, int done, int first, double seconds) {
    ExtractionProgress state =
        new ExtractionProgress(
            done, images.size(), seconds > 0 ? (done - first) / seconds : 0, unreadable.size());
    progress.subTask(state.text());
    listener.extracted(state);
  }
}
