// SPDX-License-Identifier: MIT
package org.patchwork.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Canvas;
import org.junit.jupiter.api.Test;
import org.patchwork.image.Thumbnail;

/** Pictures that are shown otherwise from one moment to the next. */
class ShownPicturesTest {
  private final List<CompletableFuture<Thumbnail>> asked = new ArrayList<>();
  private final ThumbnailSource slow =
      (row, size) -> {
        CompletableFuture<Thumbnail> answer = new CompletableFuture<>();
        asked.add(answer);
        return answer;
      };

  private static Thumbnail plain(int value) {
    byte[] rgb = new byte[8 * 8 * 3];
    Arrays.fill(rgb, (byte) value);
    return new Thumbnail(8, 8, rgb, null);
  }

  private static ThumbnailSource always(int value) {
    return (row, size) -> CompletableFuture.completedFuture(plain(value));
  }

  private static int value(Image image) {
    ImageData data = image.getImageData();
    return data.palette.getRGB(data.getPixel(0, 0)).red;
  }

  @Test
  void theOldPictureStandsInUntilTheNewOneComesAndIsFreedThen() {
    try (Screen screen = new Screen()) {
      ThumbnailPool pool =
          new ThumbnailPool(new Canvas(screen.shell, 0), 1 << 20, row -> screen.display.wake());
      pool.setSource(always(10));
      pool.get(3, 64);
      Image old = pool.get(3, 64);
      assertEquals(10, value(old));

      pool.replaceSource(slow);
      assertSame(old, pool.get(3, 64));
      assertSame(old, pool.get(3, 64), "asked for once");
      assertEquals(1, asked.size());
      asked.get(0).complete(plain(20));
      screen.until("the new one is there", () -> pool.get(3, 64) != old);
      assertTrue(old.isDisposed());
      assertEquals(20, value(pool.get(3, 64)));
      assertEquals(1, pool.size());
      assertEquals(1, asked.size());
    }
  }

  @Test
  void whatWasAskedForBeforeIsCancelledAndNeverShown() {
    try (Screen screen = new Screen()) {
      ThumbnailPool pool =
          new ThumbnailPool(new Canvas(screen.shell, 0), 1 << 20, row -> screen.display.wake());
      pool.setSource(slow);
      pool.get(3, 64);
      pool.replaceSource(always(30));
      assertTrue(asked.get(0).isCancelled());
      pool.get(3, 64);
      assertEquals(30, value(pool.get(3, 64)));
    }
  }

  @Test
  void anImageThatFailedIsTriedAgainOnTheNextPage() {
    try (Screen screen = new Screen()) {
      ThumbnailPool pool =
          new ThumbnailPool(new Canvas(screen.shell, 0), 1 << 20, row -> screen.display.wake());
      pool.setSource((row, size) -> CompletableFuture.completedFuture(Thumbnail.failed("gone")));
      pool.get(3, 64);
      assertEquals("gone", pool.failure(3));
      pool.cancelWaiting();
      assertEquals(null, pool.failure(3));
      pool.setSource(always(5));
      pool.get(3, 64);
      assertNotNull(pool.get(3, 64));
    }
  }

  @Test
  void enlargedPixelsAreSquaresOrRunIntoEachOther() {
    Thumbnail two = new Thumbnail(2, 1, new byte[] {0, 0, 0, (byte) 200, 0, 0}, null);
    ImageData squares = new FittedPicture(two, 8, 100, false).getImageData(100);
    ImageData smooth = new FittedPicture(two, 8, 100, true).getImageData(100);
    int[] reds = new int[8];
    for (int x = 0; x < 8; x++) {
      reds[x] = red(squares, x);
    }
    assertEquals("[0, 0, 0, 0, 200, 200, 200, 200]", Arrays.toString(reds));
    assertEquals(75, red(smooth, 3), "at ⅜ of the way from 0 to 200");
    assertFalse(red(smooth, 4) == 200);
  }

  private static int red(ImageData data, int x) {
    RGB color = data.palette.getRGB(data.getPixel(x, 0));
    return color.red;
  }
}
