// SPDX-License-Identifier: MIT
package org.patchwork.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.core.runtime.IProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.Catalog;
import org.patchwork.core.Contribution;

class ThumbnailStoreTest {
  @TempDir Path folder;

  private final List<String> messages = new CopyOnWriteArrayList<>();
  private final AtomicInteger decoded = new AtomicInteger();
  private final CountDownLatch gate = new CountDownLatch(1);
  private volatile boolean gated;

  /** Counts decodings, and holds them up while gated. */
  private final class WatchedReader implements ImageReader {
    private final StandardImageReader reader = new StandardImageReader();

    @Override
    public boolean supports(byte[] head, String fileName) {
      return reader.supports(head, fileName);
    }

    @Override
    public ImageSize size(Path file) throws java.io.IOException {
      return reader.size(file);
    }

    @Override
    public DecodedImage open(Path file, IProgressMonitor monitor) throws java.io.IOException {
      try {
        if (gated && !gate.await(120, TimeUnit.SECONDS)) {
          throw new java.io.IOException("The gate was never opened");
        }
      } catch (InterruptedException e) {
        throw new java.io.IOException(e);
      }
      decoded.incrementAndGet();
      return reader.open(file, monitor);
    }
  }

  private ThumbnailStore store(Path file, long bytes) {
    Catalog<ImageReader> readers =
        new Catalog<>(
            List.of(new Contribution<>("x.watched", "Watched", "", "", "x", new WatchedReader())));
    return new ThumbnailStore(file, bytes, new ImageLoader(readers), 255, messages::add);
  }

  private ImageReference image(String name, int color) throws Exception {
    return ImageReference.of(
        TestImages.write(TestImages.rgb(40, 20, (x, y) -> color), "png", folder.resolve(name)));
  }

  private static Thumbnail get(CompletableFuture<Thumbnail> future) throws Exception {
    return future.get(120, TimeUnit.SECONDS);
  }

  @Test
  void makesAThumbnailOnceAndFindsItAfterReopening() throws Exception {
    ImageReference image = image("a.png", 0x010203);
    Path file = folder.resolve("thumbnails.db");
    for (int round = 0; round < 2; round++) {
      try (ThumbnailStore store = store(file, 1 << 20)) {
        Thumbnail thumbnail = get(store.request(image, 10));
        assertEquals(10, thumbnail.width());
        assertEquals(5, thumbnail.height());
        assertArrayEquals(new byte[] {1, 2, 3}, java.util.Arrays.copyOf(thumbnail.rgb(), 3));
      }
    }
    assertEquals(1, decoded.get());
    assertEquals(List.of(), messages);
  }

  @Test
  void smallImagesKeepTheirSizeAndOtherSizesAreOtherThumbnails() throws Exception {
    ImageReference image = image("a.png", 0x010203);
    try (ThumbnailStore store = store(folder.resolve("t.db"), 1 << 20)) {
      assertEquals(40, get(store.request(image, 500)).width());
      assertEquals(20, get(store.request(image, 20)).width());
      ImageReference window = ImageReference.parse(image + "#xywh=30,0,4,8");
      assertEquals(4, get(store.request(window, 20)).width());
    }
  }

  @Test
  void aChangedFileGetsANewThumbnail() throws Exception {
    ImageReference image = image("a.png", 0x010203);
    try (ThumbnailStore store = store(folder.resolve("t.db"), 1 << 20)) {
      assertEquals(1, get(store.request(image, 10)).rgb()[0]);
      image("a.png", 0x070809);
      Files.setLastModifiedTime(image.file(), FileTime.fromMillis(1_000_000));
      assertEquals(7, get(store.request(image, 10)).rgb()[0]);
    }
  }

  @Test
  void unreadableImagesGiveAThumbnailWithTheReason() throws Exception {
    try (ThumbnailStore store = store(folder.resolve("t.db"), 1 << 20)) {
      Thumbnail missing = get(store.request(ImageReference.of(folder.resolve("missing.png")), 10));
      assertTrue(missing.failed());
      assertTrue(missing.error().contains("missing.png does not exist"), missing.error());
      Path text = Files.writeString(folder.resolve("text.png"), "no image");
      assertTrue(get(store.request(ImageReference.of(text), 10)).failed());
    }
    assertEquals(0, decoded.get());
  }

  @Test
  void aBrokenFileIsBegunAnewWithAMessage() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("thumbnails.db"),
            "this is no database, but long enough to look at".repeat(99));
    ImageReference image = image("a.png", 0x010203);
    try (ThumbnailStore store = store(file, 1 << 20)) {
      assertFalse(get(store.request(image, 10)).failed());
    }
    assertEquals(1, messages.size());
    assertTrue(messages.get(0).contains("made again"), messages.get(0));
    try (ThumbnailStore store = store(file, 1 << 20)) {
      get(store.request(image, 10));
    }
    assertEquals(1, decoded.get());
  }

  /** Fifty thumbnails of noise in a file of many pages. */
  private Path filled() throws Exception {
    Path file = folder.resolve("thumbnails.db");
    try (ThumbnailDatabase database = ThumbnailDatabase.open(file, 1 << 20)) {
      for (int i = 0; i < 50; i++) {
        database.put(image("f" + i + ".png", i).toString(), 10, 0, noise());
      }
    }
    return file;
  }

  @Test
  void damageInTheMiddleIsSaidOnceAndEveryImageStillComes() throws Exception {
    Path file = filled();
    byte[] bytes = Files.readAllBytes(file);
    for (int page = 1; page < bytes.length / 4096; page++) {
      java.util.Arrays.fill(bytes, page * 4096, page * 4096 + 600, (byte) 0x5a);
    }
    Files.write(file, bytes);
    try (ThumbnailStore store = store(file, 1 << 20)) {
      for (int i = 0; i < 50; i++) {
        Thumbnail thumbnail =
            get(store.request(ImageReference.of(folder.resolve("f" + i + ".png")), 10));
        assertFalse(thumbnail.failed(), thumbnail.error());
      }
    }
    assertEquals(1, messages.size(), messages.toString());
    assertTrue(messages.get(0).contains("made again"), messages.get(0));
  }

  @Test
  void aCutOffFileAndNonsenseInTheTableAreBegunAnew() throws Exception {
    Path file = filled();
    Files.write(file, java.util.Arrays.copyOf(Files.readAllBytes(file), 9000));
    ImageReference image = ImageReference.of(folder.resolve("f7.png"));
    try (ThumbnailStore store = store(file, 1 << 20)) {
      assertFalse(get(store.request(image, 10)).failed());
    }
    assertEquals(1, messages.size(), messages.toString());
    messages.clear();
    try (java.sql.Connection connection =
            java.sql.DriverManager.getConnection("jdbc:sqlite:" + file);
        java.sql.Statement statement = connection.createStatement()) {
      assertEquals(1, statement.executeUpdate("UPDATE thumbnail SET width = -7"));
    }
    try (ThumbnailStore store = store(file, 1 << 20)) {
      assertEquals(10, get(store.request(image, 10)).width());
      assertEquals(10, get(store.request(image, 10)).width());
    }
    assertEquals(1, messages.size(), messages.toString());
  }

  @Test
  void aFileInUseElsewhereIsNotThrownAway() throws Exception {
    Path file = filled();
    long before = Files.size(file);
    try (java.sql.Connection other = java.sql.DriverManager.getConnection("jdbc:sqlite:" + file);
        java.sql.Statement statement = other.createStatement()) {
      statement.execute("BEGIN EXCLUSIVE");
      try (ThumbnailStore store = store(file, 1 << 20)) {
        ImageReference image = ImageReference.of(folder.resolve("f7.png"));
        assertFalse(get(store.request(image, 10)).failed());
        get(store.request(image, 10));
      }
      statement.execute("ROLLBACK");
    }
    assertEquals(1, decoded.get(), "kept in memory meanwhile");
    assertEquals(1, messages.size(), messages.toString());
    assertTrue(messages.get(0).contains("no other program"), messages.get(0));
    assertEquals(before, Files.size(file));
  }

  @Test
  void withoutAFileSomeAreKeptInMemoryAndNothingIsSaid() throws Exception {
    ImageReference image = image("a.png", 0x010203);
    try (ThumbnailStore store = store(null, 1 << 20)) {
      assertEquals(10, get(store.request(image, 10)).width());
      assertEquals(10, get(store.request(image, 10)).width());
    }
    assertEquals(1, decoded.get());
    assertEquals(List.of(), messages);
  }

  @Test
  void worksWithoutAFileWhenItCannotBeWritten() throws Exception {
    ImageReference image = image("a.png", 0x010203);
    Path impossible = folder.resolve("a.png").resolve("thumbnails.db");
    try (ThumbnailStore store = store(impossible, 1 << 20)) {
      assertFalse(get(store.request(image, 10)).failed());
    }
    assertEquals(1, messages.size());
    assertTrue(messages.get(0).contains("cannot be kept"), messages.get(0));
  }

  @Test
  void requestsThatScrolledAwayAreNotMade() throws Exception {
    gated = true;
    List<CompletableFuture<Thumbnail>> visible = new java.util.ArrayList<>();
    List<CompletableFuture<Thumbnail>> gone = new java.util.ArrayList<>();
    try (ThumbnailStore store = store(folder.resolve("t.db"), 1 << 20)) {
      for (int i = 0; i < 8; i++) { // more than there are threads: the gate is shut
        visible.add(store.request(image("v" + i + ".png", i), 10));
      }
      for (int i = 0; i < 20; i++) {
        gone.add(store.request(image("g" + i + ".png", i), 10));
      }
      gone.forEach(future -> future.cancel(false));
      gate.countDown();
      for (CompletableFuture<Thumbnail> future : visible) {
        assertFalse(get(future).failed());
      }
      get(store.request(image("last.png", 5), 10));
    }
    assertEquals(9, decoded.get());
  }

  @Test
  void requestsAtTheSameTimeAreServedTogether() throws Exception {
    gated = true;
    ImageReference image = image("a.png", 0x010203);
    try (ThumbnailStore store = store(folder.resolve("t.db"), 1 << 20)) {
      CompletableFuture<Thumbnail> gone = store.request(image, 10);
      CompletableFuture<Thumbnail> first = store.request(image, 10);
      CompletableFuture<Thumbnail> second = store.request(image, 10);
      CompletableFuture<Thumbnail> larger = store.request(image, 20);
      gone.cancel(false); // the others still wait
      gate.countDown();
      assertEquals(10, get(first).width());
      assertEquals(get(first), get(second));
      assertEquals(20, get(larger).width());
      assertTrue(gone.isCancelled());
    }
    assertEquals(2, decoded.get());
  }

  @Test
  void closingCancelsWhatIsLeft() throws Exception {
    ImageReference image = image("a.png", 1);
    ThumbnailStore store = store(folder.resolve("t.db"), 1 << 20);
    store.close();
    assertTrue(store.request(image, 10).isCancelled());
  }

  @Test
  void theLeastRecentlyUsedGoFirst() throws Exception {
    try (ThumbnailDatabase database = ThumbnailDatabase.open(folder.resolve("t.db"), 10_000)) {
      Thumbnail noise = noise();
      database.put("old", 1, 0, noise);
      database.put("used", 1, 0, noise);
      database.find("old", 1, 0); // now "used" is the least recently used one
      database.put("new", 1, 0, noise);
      assertTrue(database.bytes() <= 10_000, "bytes " + database.bytes());
      assertNull(database.find("used", 1, 0));
      assertEquals(noise.width(), database.find("old", 1, 0).width());
      assertEquals(noise.width(), database.find("new", 1, 0).width());
    }
  }

  @Test
  void replacingCountsOnce() throws Exception {
    try (ThumbnailDatabase database = ThumbnailDatabase.open(folder.resolve("t.db"), 10_000)) {
      for (int stamp = 0; stamp < 50; stamp++) {
        database.put("same", 1, stamp, noise());
      }
      assertTrue(database.bytes() < 5000, "bytes " + database.bytes());
      assertNull(database.find("same", 1, 3));
      assertEquals(36, database.find("same", 1, 49).width());
    }
  }

  /** About 3.9 kB that cannot be packed. */
  private static Thumbnail noise() {
    byte[] rgb = new byte[36 * 36 * 3];
    new java.util.Random(1).nextBytes(rgb);
    return new Thumbnail(36, 36, rgb, null);
  }
}
