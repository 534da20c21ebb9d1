// SPDX-License-Identifier: MIT
package org.patchwork.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.ImageFormatException;
import org.patchwork.image.display.BandChoice;
import org.patchwork.image.display.ColorRamp;
import org.patchwork.image.display.DisplaySettings;

/** Display settings in the thumbnail store and the close look, over files. */
class DisplayedImagesTest {
  @TempDir Path folder;

  private final ImageLoader loader = TestImages.loader();

  private ThumbnailStore store(double norm) {
    return new ThumbnailStore(folder.resolve("t.db"), 1 << 24, loader, norm, message -> {});
  }

  private static Thumbnail get(
      ThumbnailStore store, ImageReference image, int side, DisplaySettings settings)
      throws Exception {
    return store.request(image, side, settings).get(120, TimeUnit.SECONDS);
  }

  private ImageReference photograph() throws Exception {
    return ImageReference.of(
        TestImages.write(
            TestImages.rgb(
                300, 200, (x, y) -> (x * 7 + y * 3) % 200 << 16 | (x + y) % 256 << 8 | y),
            "png",
            folder.resolve("photo.png")));
  }

  /** Five 16-bit bands in which only the first few values are used. */
  private ImageReference fiveBands() throws Exception {
    double[] samples = new double[40 * 30 * 5];
    Arrays.setAll(samples, i -> (i / 5 % 40) * (i % 5 + 1));
    return ImageReference.of(
        new TestTiff(40, 30, 5).bits(16).extraSample(0).write(folder.resolve("five.tif"), samples));
  }

  @Test
  void trainingReadsTheSameBitsWhateverIsShown() throws Exception {
    for (ImageReference file : new ImageReference[] {photograph(), fiveBands()}) {
      ImageReference window = ImageReference.parse(file + "#xywh=5,5,20,20");
      InputSpec input = new InputSpec(16, 16, 3, 255);
      float[] whole = loader.load(file, input);
      float[] part = loader.load(window, input);
      try (ThumbnailStore store = store(255)) {
        for (BandChoice bands :
            new BandChoice[] {
              new BandChoice.FalseColor(2, 1, 0, true),
              new BandChoice.Ramp(1, ColorRamp.INFERNO, true)
            }) {
          DisplaySettings wild = new DisplaySettings(bands, true, 0.5, 3, 0.4, -0.7, false);
          assertFalse(get(store, file, 64, wild).failed());
          assertFalse(get(store, window, 64, wild).failed());
          OpenPicture picture = loader.picture(file.file(), 255, bands, new NullProgressMonitor());
          picture.render(wild).detail(new Window(5, 5, 20, 20), 20);
          assertArrayEquals(whole, loader.load(file, input), 0f);
          assertArrayEquals(part, loader.load(window, input), 0f);
        }
      }
    }
  }

  @Test
  void eachSettingHasItsPictureAndOnlyBandsAreKeptApartOnDisk() throws Exception {
    ImageReference image = photograph();
    DisplaySettings bright = DisplaySettings.PLAIN.withTone(0.2, 0);
    DisplaySettings swapped =
        DisplaySettings.PLAIN.withBands(new BandChoice.FalseColor(2, 1, 0, false));
    Thumbnail plain;
    Thumbnail changed;
    try (ThumbnailStore store = store(255)) {
      plain = get(store, image, 300, DisplaySettings.PLAIN);
      changed = get(store, image, 300, bright);
    }
    assertEquals(
        Math.min(255, (plain.rgb()[3] & 0xff) + 51),
        changed.rgb()[3] & 0xff,
        "0.2 of 255 brighter");
    try (ThumbnailStore store = store(255)) {
      Thumbnail turned = get(store, image, 300, swapped);
      assertEquals(plain.rgb()[3], turned.rgb()[5]);
      assertArrayEquals(
          plain.rgb(), get(store, image, 300, DisplaySettings.PLAIN).rgb(), "still as it was");
    }
  }

  @Test
  void bandsOfAnImageWithFiveAreSeen() throws Exception {
    ImageReference image = fiveBands();
    assertEquals(5, loader.bands(image.file(), new NullProgressMonitor()));
    try (ThumbnailStore store = store(65535)) {
      DisplaySettings fifth =
          DisplaySettings.PLAIN.withBands(new BandChoice.Ramp(4, ColorRamp.GREY, true));
      byte[] shown = get(store, image, 64, fifth).rgb();
      assertEquals(0, shown[0]);
      assertEquals((byte) 255, shown[39 * 3]);
      byte[] dark = get(store, image, 64, DisplaySettings.PLAIN).rgb();
      assertEquals(0, dark[39 * 3], "the norm of 65535 shows nothing of it");
      Thumbnail missing =
          get(
              store,
              image,
              64,
              DisplaySettings.PLAIN.withBands(new BandChoice.Ramp(5, ColorRamp.GREY, true)));
      assertTrue(
          missing.error().contains("five.tif") && missing.error().contains("5 bands"),
          missing.error());
    }
  }

  @Test
  void aCloseLookShowsThePixelsOfALargeImageAsTheWholeIsShown() throws Exception {
    ImageReference image =
        ImageReference.of(
            TestImages.write(
                TestImages.rgb(2048, 1024, (x, y) -> (x + y) % 256 * 0x10101),
                "png",
                folder.resolve("large.png")));
    OpenPicture picture =
        loader.picture(image.file(), 255, BandChoice.AS_STORED, new NullProgressMonitor());
    assertFalse(picture.complete());
    assertEquals(new ImageSize(1024, 2048), picture.size());
    OpenPicture.Rendering plain = picture.render(DisplaySettings.PLAIN);
    assertEquals(OpenPicture.OVERVIEW_SIDE, plain.overview().width());
    Thumbnail detail = plain.detail(new Window(100, 50, 16, 8), 500);
    assertEquals(16, detail.width(), "never more pixels than there are");
    assertEquals(150, detail.rgb()[0] & 0xff);
    assertEquals(151, detail.rgb()[3] & 0xff);

    OpenPicture.Rendering equal = picture.render(DisplaySettings.PLAIN.withEqualized(true));
    byte[] close = equal.detail(new Window(512, 256, 256, 256), 128).rgb();
    byte[] far = equal.overview().rgb();
    for (int i = 0; i < 128; i++) { // the same reduction as in the overview: the same pixels
      assertEquals(far[3 * ((128 + 10) * 1024 + 256 + i)], close[3 * (10 * 128 + i)], "pixel " + i);
    }
  }

  @Test
  void decodingEndsWhenItIsCancelled() throws Exception {
    NullProgressMonitor cancelled = new NullProgressMonitor();
    cancelled.setCanceled(true);
    Path jpeg =
        TestImages.write(
            folder.resolve("a.jpg"), TestImages.jpeg(TestImages.rgb(400, 400, (x, y) -> x * y)));
    for (Path file : new Path[] {photograph().file(), fiveBands().file(), jpeg}) {
      assertThrows(
          OperationCanceledException.class,
          () -> loader.picture(file, 255, BandChoice.AS_STORED, cancelled));
      assertFalse(
          loader
              .picture(file, 255, BandChoice.AS_STORED, new NullProgressMonitor())
              .render(DisplaySettings.PLAIN)
              .overview()
              .failed(),
          "and can be asked for again");
    }
  }

  @Test
  void aMissingBandInACloseLookNamesTheFile() throws Exception {
    ImageReference image = photograph();
    String message =
        assertThrows(
                ImageFormatException.class,
                () ->
                    loader.picture(
                        image.file(),
                        255,
                        new BandChoice.FalseColor(0, 1, 3, false),
                        new NullProgressMonitor()))
            .getMessage();
    assertTrue(message.contains("photo.png") && message.contains("band 4"), message);
  }
}
