// SPDX-License-Identifier: MIT
package org.patchwork.internal.training;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.patchwork.core.FeatureSetInfo.UnreadableImage;
import org.patchwork.core.ImageFormatException;
import org.patchwork.image.ImageSource;
import org.patchwork.image.InputSpec;

/**
 * Room for the pixels of a run of images, decoded by many threads at once. An unreadable image is
 * left black.
 */
final class ImageBlock {
  private final ImageSource images;
  private final InputSpec input;
  private final float[] pixels;
  private final List<Future<UnreadableImage>> reading = new ArrayList<>();
  private final List<UnreadableImage> unreadable = new ArrayList<>();
  private int first;
  private int count;

  ImageBlock(ImageSource images, InputSpec input, int capacity) {
    this.images = images;
    this.input = input;
    this.pixels = new float[Math.multiplyExact(capacity, input.values())];
  }

  /** Starts to read {@code count} images from {@code first} on. */
  void start(int firstImage, int imageCount, ExecutorService threads) {
    first = firstImage;
    count = imageCount;
    unreadable.clear();
    reading.clear();
    for (int i = 0; i < imageCount; i++) {
      int slot = i;
      reading.add(threads.submit(() -> read(slot)));
    }
  }

  private UnreadableImage read(int slot) {
    int offset = slot * input.values();
    try {
      images.read(first + slot, input, pixels, offset);
      return null;
    } catch (ImageFormatException e) {
      java.util.Arrays.fill(pixels, offset, offset + input.values(), 0);
      return new UnreadableImage(first + slot, images.path(first + slot), e.getMessage());
    }
  }

  /** Waits until all images are read. */
  void await() throws InterruptedException {
    for (Future<UnreadableImage> image : reading) {
      try {
        if (image.get() != null) {
          unreadable.add(image.get());
        }
      } catch (ExecutionException e) {
        throw new IllegalStateException("An image reader failed without saying why", e.getCause());
      }
    }
  }

  int first() {
    return first;
  }

  int count() {
    return count;
  }

  float[] pixels() {
    return pixels;
  }

  /** The images of this block that could not be read, ascending. */
  List<UnreadableImage> unreadable() {
    return unreadable;
  }
}
