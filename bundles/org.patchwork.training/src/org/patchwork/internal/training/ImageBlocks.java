// SPDX-License-Identifier: MIT
package org.patchwork.internal.training;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.patchwork.image.ImageSource;
import org.patchwork.image.InputSpec;

/**
 * Images in blocks of fixed size, decoded ahead on several threads. A block always begins at a
 * multiple of the size, so that an interrupted extraction sends the very batches to the engine that
 * an uninterrupted one would, and gets the same bits.
 */
final class ImageBlocks implements AutoCloseable {
  private static final int BLOCK_VALUES = 1 << 22;
  private static final int MIN_BLOCK = 16;
  private static final int MAX_BLOCK = 64;
  private static final int AHEAD = 2;

  private final ExecutorService threads;
  private final int images;
  private final int size;
  private final Deque<ImageBlock> free = new ArrayDeque<>();
  private final Deque<ImageBlock> started = new ArrayDeque<>();
  private int next;

  /** Starts to read from image {@code first} on, which is a multiple of {@link #size}. */
  ImageBlocks(ImageSource source, InputSpec input, int first, int threadCount) {
    this.images = source.size();
    this.size = size(input);
    this.next = first;
    this.threads =
        Executors.newFixedThreadPool(
            threadCount, Thread.ofPlatform().daemon().name("Patchwork image ", 0).factory());
    for (int i = 0; i <= AHEAD; i++) {
      free.add(new ImageBlock(source, input, Math.min(size, Math.max(1, images - first))));
    }
    startMore();
  }

  /** Number of images in a block of this form, the last one aside. */
  static int size(InputSpec input) {
    return Math.clamp(BLOCK_VALUES / input.values(), MIN_BLOCK, MAX_BLOCK);
  }

  private void startMore() {
    while (next < images && !free.isEmpty()) {
      ImageBlock block = free.remove();
      int count = Math.min(size, images - next);
      block.start(next, count, threads);
      started.add(block);
      next += count;
    }
  }

  /** The next block, read; null behind the last. It is used again after {@link #release}. */
  ImageBlock next() {
    ImageBlock block = started.poll();
    if (block != null) {
      try {
        block.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancellationException("Interrupted while reading images");
      }
    }
    return block;
  }

  /** Gives a block back to be filled again. */
  void release(ImageBlock block) {
    free.add(block);
    startMore();
  }

  /** Drops what is not read yet and waits for the rest. */
  @Override
  public void close() {
    threads.shutdownNow();
    threads.close();
  }
}
