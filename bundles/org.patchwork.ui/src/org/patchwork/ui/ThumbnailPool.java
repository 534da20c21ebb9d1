// SPDX-License-Identifier: MIT
package org.patchwork.ui;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.patchwork.image.Thumbnail;

/**
 * The SWT images of thumbnails on display, in the size in which they are drawn, as many as a memory
 * limit allows; the least recently drawn goes first. Asks the source for what is missing and tells
 * when it has come: first for what is in sight, then, a few at a time, for what the user is about
 * to scroll to. What has scrolled away before it came is given up.
 */
public final class ThumbnailPool {
  /**
   * Edges in pixels in which thumbnails are asked for, so that zooming a little decodes nothing
   * again.
   */
  private static final int[] SIZES = {64, 96, 128, 192, 256, 384, 512, 768, 1024};

  /** Most requests under way for images that are not in sight. */
  private static final int AHEAD_AT_A_TIME = 4;

  private record Key(int row, int side) {}

  private final Control owner;
  private final UiThread thread;
  private final long byteLimit;
  private final IntConsumer arrived;
  private final Map<Key, Image> images = new LinkedHashMap<>(64, 0.75f, true);
  private final Map<Key, CompletableFuture<Thumbnail>> waiting = new HashMap<>();
  private final Map<Integer, Key> newest = new HashMap<>();
  private final Map<Integer, String> failures = new HashMap<>();
  private final Set<Key> outdated = new HashSet<>();
  private final Set<Integer> inSight = new HashSet<>();
  private final Deque<Key> ahead = new ArrayDeque<>();
  private ThumbnailSource source;
  private long bytes;

  /**
   * A pool that lives as long as its owner.
   *
   * @param byteLimit most bytes of pixels held, except that the image that came last is always kept
   * @param arrived told on the display thread which row has an image, or a failure, now
   */
  public ThumbnailPool(Control owner, long byteLimit, IntConsumer arrived) {
    this.owner = owner;
    this.thread = UiThread.of(owner);
    this.byteLimit = byteLimit;
    this.arrived = arrived;
    owner.addDisposeListener(event -> clear());
  }

  /** Takes another source, null for none, and forgets all images. */
  public void setSource(ThumbnailSource newSource) {
    clear();
    source = newSource;
  }

  /**
   * Takes another source for the same rows, for example because they are to be shown brighter. The
   * images there are stand in for the new ones until these come.
   */
  void replaceSource(ThumbnailSource newSource) {
    cancelWaiting();
    failures.clear();
    outdated.addAll(images.keySet());
    source = newSource;
  }

  /**
   * The image fitted into a square of this edge, or in another size while that is made, or null
   * while there is none.
   */
  public Image get(int row, int side) {
    Key key = new Key(row, side);
    Image image = images.get(key);
    if (image != null && !outdated.contains(key)) {
      return image;
    }
    request(key);
    if (images.containsKey(key)) {
      return images.get(key); // the outdated one, or a new one if it came at once
    }
    Key other = newest.get(row);
    return other == null ? null : images.get(other);
  }

  /** Why the row has no image, or null. */
  public String failure(int row) {
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

  /**
   * Says which images are wanted from now on: what is asked for already and is neither in sight nor
   * ahead is given up, and what is ahead is fetched when everything in sight has come.
   *
   * @param rowsInSight rows being painted; {@link #get} asks for them
   * @param rowsAhead rows likely to be painted soon, the likeliest first
   */
  void want(int[] rowsInSight, int[] rowsAhead, int side) {
    inSight.clear();
    Arrays.stream(rowsInSight).forEach(inSight::add);
    ahead.clear();
    Set<Integer> wanted = new HashSet<>(inSight);
    for (int row : rowsAhead) {
      wanted.add(row);
      ahead.add(new Key(row, side));
    }
    Map<Key, CompletableFuture<Thumbnail>> stale = new HashMap<>(waiting);
    stale.keySet().removeIf(key -> key.side == side && wanted.contains(key.row));
    waiting.keySet().removeAll(stale.keySet());
    stale.values().forEach(future -> future.cancel(false));
    fetchAhead();
  }

  private void fetchAhead() {
    while (!ahead.isEmpty()
        && waiting.size() < AHEAD_AT_A_TIME
        && waiting.keySet().stream().noneMatch(key -> inSight.contains(key.row))) {
      Key key = ahead.poll();
      if (!images.containsKey(key) || outdated.contains(key)) {
        request(key);
      }
    }
  }

  /**
   * Gives up what was asked for and has not come, because another page is shown; what failed before
   * is tried again there.
   */
  void cancelWaiting() {
    failures.clear();
    ahead.clear();
    Map<Key, CompletableFuture<Thumbnail>> stale = new HashMap<>(waiting);
    waiting.clear();
    stale.values().forEach(future -> future.cancel(false));
  }

  void clear() {
    cancelWaiting();
    images.values().forEach(Image::dispose);
    images.clear();
    newest.clear();
    failures.clear();
    outdated.clear();
    bytes = 0;
  }

  private void request(Key key) {
    if (source == null || waiting.containsKey(key) || failures.containsKey(key.row)) {
      return;
    }
    int zoom = owner.getMonitor().getZoom();
    boolean smooth = source.smooth();
    CompletableFuture<Thumbnail> future = source.request(key.row, sizeFor(key.side * zoom / 100));
    waiting.put(key, future);
    CompletableFuture<FittedPicture> fitted =
        future.thenApply(
            thumbnail ->
                thumbnail.failed() ? null : new FittedPicture(thumbnail, key.side, zoom, smooth));
    thread.deliver(
        fitted, picture -> take(key, future, picture), error -> fail(key, future, error));
  }

  private void take(Key key, CompletableFuture<Thumbnail> future, FittedPicture picture) {
    if (!waiting.remove(key, future)) {
      return; // another page or project is shown by now
    }
    if (picture == null) {
      failures.put(key.row, future.join().error());
    } else {
      forget(key);
      Image image = new Image(owner.getDisplay(), picture);
      images.put(key, image);
      newest.put(key.row, key);
      bytes += bytesOf(image);
      trim(key);
    }
    arrived.accept(key.row);
    fetchAhead();
  }

  private void fail(Key key, CompletableFuture<Thumbnail> future, Throwable error) {
    if (waiting.remove(key, future) && !(error instanceof CancellationException)) {
      failures.put(key.row, "This image cannot be shown: " + error);
      arrived.accept(key.row);
      fetchAhead();
    }
  }

  /** Disposes an image that is outdated, now that its successor is here. */
  private void forget(Key key) {
    Image old = images.remove(key);
    outdated.remove(key);
    if (old != null) {
      bytes -= bytesOf(old);
      old.dispose();
    }
  }

  private void trim(Key keep) {
    Iterator<Map.Entry<Key, Image>> oldestFirst = images.entrySet().iterator();
    while (bytes > byteLimit && oldestFirst.hasNext()) {
      Map.Entry<Key, Image> entry = oldestFirst.next();
      if (!entry.getKey().equals(keep)) {
        bytes -= bytesOf(entry.getValue());
        entry.getValue().dispose();
        newest.remove(entry.getKey().row, entry.getKey());
        outdated.remove(entry.getKey());
        oldestFirst.remove();
      }
    }
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
