// SPDX-License-Identifier: MIT
package org.patchwork.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.patchwork.core.ImageFormatException;

/**
 * Keeps the images last decoded, so that reading many windows of one image decodes it once, also
 * when several threads ask at the same time. Bounded by the memory of the images; the newest one is
 * kept even if it alone exceeds the bound. Thread-safe.
 */
final class DecodedCache {
  /** What is opened when it is not in the cache. */
  interface Opener {
    DecodedImage open(Path file) throws ImageFormatException;
  }

  /** A file as it was when it was opened: a changed file is another key. */
  private record Key(Path file, Object modified, long length) {
    static Key of(Path file) throws ImageFormatException {
      try {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new Key(file, attributes.lastModifiedTime(), attributes.size());
      } catch (IOException e) {
        throw ImageLoader.unreadable(file, e);
      }
    }
  }

  private final long maxBytes;
  private final Map<Key, CompletableFuture<DecodedImage>> images =
      new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  DecodedCache(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  DecodedImage get(Path file, Opener opener) throws ImageFormatException {
    Key key = Key.of(file);
    CompletableFuture<DecodedImage> mine = new CompletableFuture<>();
    CompletableFuture<DecodedImage> found;
    synchronized (images) {
      found = images.putIfAbsent(key, mine);
    }
    return found == null ? open(key, mine, opener) : await(key, found, opener);
  }

  private DecodedImage open(Key key, CompletableFuture<DecodedImage> mine, Opener opener)
      throws ImageFormatException {
    try {
      DecodedImage image = opener.open(key.file());
      keep(mine, image);
      return image;
    } finally {
      if (!mine
          .isDone()) { // failed or cancelled: those who wait open it themselves and get their own
        // error
        synchronized (images) {
          images.remove(key, mine);
        }
        mine.completeExceptionally(new IllegalStateException("Not opened"));
      }
    }
  }

  private static DecodedImage await(Key key, CompletableFuture<DecodedImage> found, Opener opener)
      throws ImageFormatException {
    try {
      return found.join();
    } catch (CompletionException e) {
      return opener.open(key.file());
    }
  }

  private void keep(CompletableFuture<DecodedImage> mine, DecodedImage image) {
    synchronized (images) {
      mine.complete(image);
      bytes += image.bytes();
      Iterator<CompletableFuture<DecodedImage>> oldestFirst = images.values().iterator();
      while (bytes > maxBytes && oldestFirst.hasNext()) {
        CompletableFuture<DecodedImage> old = oldestFirst.next();
        if (old != mine && old.isDone()) {
          bytes -= old.join().bytes();
          oldestFirst.remove();
        }
      }
    }
  }

  /** Memory of the images it holds. */
  long bytes() {
    synchronized (images) {
      return bytes;
    }
  }
}
