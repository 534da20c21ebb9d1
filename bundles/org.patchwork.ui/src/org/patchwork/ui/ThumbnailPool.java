// SPDX-License-Identifier: MIT
package org.patchwork.ui;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.patchwork.image.Thumbnail;

/**
 * The SWT images of thumbnails on display, as many as a memory limit allows; the least recently drawn goes first. Asks
 * the source for what is missing and tells when it has come.
 */
final class ThumbnailPool {
  /** Edges in which thumbnails are asked for, so that zooming a little decodes nothing again. */
  private static final int[] SIZES = {64, 96, 128, 192, 256, 384, 512, 768, 1024};

  private record Key(int row, int size) {}

  private final Control owner;
  private final UiThread thread;
  private final long byteLimit;
  private final IntConsumer arrived;
  private final Map<Key, Image> images = new LinkedHashMap<>(64, 0.75f, true);
  private final Map<Key, CompletableFuture<Thumbnail>> waiting = new HashMap<>();
  private final Map<Integer, String> failures = new HashMap<>();
  private ThumbnailSource source;
  private long bytes;

  /**
   * A pool that lives as long as its owner.
   *
   * @param byteLimit most bytes of pixels held, except that the image drawn last is always kept
   * @param arrived told on the display thread which row has an image, or a failure, now
   */
  ThumbnailPool(Control owner, long byteLimit, IntConsumer arrived) {
    this.owner = owner;
    this.thread = UiThread.of(owner);
    this.byteLimit = byteLimit;
    this.arrived = arrived;
    owner.addDisposeListener(event -> clear());
  }

  /** Takes another source, null for none, and forgets all images. */
  void setSource(ThumbnailSource newSource) {
    clear();
    source = newSource;
  }

  /** Image of at least this edge, or a smaller one while that is made, or null while there is none. */
  Image get(int row, int pixels) {
    Key key = new Key(row, sizeFor(pixels));
    Image image = images.get(key);
    if (image == null) {
      request(key);
      return anyOf(row);
    }
    return image;
  }

  /** Why the row has no image, or null. */
  String failure(int row) {
    return failures.get(row);
  }

  /** Number of images held. */
  int size() {
    return images.size();
  }

  /** Lets images that could not be read be tried again. */
  void forgetFailures() {
    failures.clear();
  }

  /** Gives up what was asked for and has not come, because another page is shown. */
  void cancelWaiting() {
    Map<Key, CompletableFuture<Thumbnail>> stale = new HashMap<>(waiting);
    waiting.clear();
    stale.values().forEach(future -> future.cancel(false));
  }

  void clear() {
    cancelWaiting();
    images.values().forEach(Image::dispose);
    images.clear();
    failures.clear();
    bytes = 0;
  }

  private void request(Key key) {
    if (source == null || waiting.containsKey(key) || failures.containsKey(key.row)) {
      return;
    }
    CompletableFuture<Thumbnail> future = source.request(key.row, key.size);
    waiting.put(key, future);
    thread.deliver(future, thumbnail -> take(key, future, thumbnail), error -> fail(key, future, error));
  }

  private void take(Key key, CompletableFuture<Thumbnail> future, Thumbnail thumbnail) {
    if (!waiting.remove(key, future)) {
      return; // another page or project is shown by now
    }
    if (thumbnail.failed()) {
      failures.put(key.row, thumbnail.error());
    } else {
      Image image = toImage(thumbnail);
      images.put(key, image);
      bytes += bytesOf(image);
      trim(key);
    }
    arrived.accept(key.row);
  }

  private void fail(Key key, CompletableFuture<Thumbnail> future, Throwable error) {
    if (waiting.remove(key, future) && !(error instanceof CancellationException)) {
      String message = error.getMessage();
      failures.put(key.row, message == null ? error.getClass().getSimpleName() : message);
      arrived.accept(key.row);
    }
  }

  private void trim(Key newest) {
    Iterator<Map.Entry<Key, Image>> oldestFirst = images.entrySet().iterator();
    while (bytes > byteLimit && oldestFirst.hasNext()) {
      Map.Entry<Key, Image> entry = oldestFirst.next();
      if (!entry.getKey().equals(newest)) {
        bytes -= bytesOf(entry.getValue());
        entry.getValue().dispose();
        oldestFirst.remove();
      }
    }
  }

  private Image anyOf(int row) {
    for (int i = SIZES.length - 1; i >= 0; i--) {
      Image image = images.get(new Key(row, SIZES[i]));
      if (image != null) {
        return image;
      }
    }
    return null;
  }

  private Image toImage(Thumbnail thumbnail) {
    PaletteData rgb = new PaletteData(0xff0000, 0xff00, 0xff);
    return new Image(
        owner.getDisplay(),
        new ImageData(thumbnail.width(), thumbnail.height(), 24, rgb, 1, thumbnail.rgb()));
  }

  private static long bytesOf(Image image) {
    Rectangle bounds = image.getBounds();
    return 4L * bounds.width * bounds.height;
  }

  static int sizeFor(int pixels) {
    for (int size : SIZES) {
      if (size >= pixels) {
        return size;
      }
    }
    return SIZES[SIZES.length - 1];
  }
}
