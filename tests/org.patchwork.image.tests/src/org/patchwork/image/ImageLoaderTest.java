// SPDX-License-Identifier: MIT
package org.patchwork.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.Catalog;
import org.patchwork.core.Contribution;
import org.patchwork.core.ImageFormatException;

/**
 * The traps of the loaders that this one replaces, and the rules for channels, windows and the
 * cache.
 */
class ImageLoaderTest {
  @TempDir Path folder;

  private final ImageLoader loader = TestImages.loader();

  private float[] load(Path file, int height, int width, int channels, double norm)
      throws ImageFormatException {
    return loader.load(ImageReference.of(file), new InputSpec(height, width, channels, norm));
  }

  /** T1: what comes after loading always sees the size it was promised, whatever the files are. */
  @Test
  void everyImageComesInTheWantedShape() throws Exception {
    for (int size : new int[] {1, 7, 300}) {
      Path file =
          TestImages.write(
              TestImages.rgb(size, size, (x, y) -> 0x102030), "png", folder.resolve(size + ".png"));
      float[] values = load(file, 16, 24, 3, 255);
      assertEquals(16 * 24 * 3, values.length);
      assertEquals(16 / 255f, values[0]);
      assertEquals(48 / 255f, values[values.length - 1]);
    }
  }

  /** T2: each file is read by its own content; names and the first file of a list mean nothing. */
  @Test
  void choosesTheReaderForEachFileByItsContent() throws Exception {
    BufferedImage red = TestImages.rgb(8, 8, (x, y) -> 0xff0000);
    List<Path> files =
        List.of(
            TestImages.write(red, "png", folder.resolve("a.png")),
            TestImages.write(red, "jpeg", folder.resolve("b.jpeg")),
            TestImages.write(red, "gif", folder.resolve("c.gif")),
            TestImages.write(red, "bmp", folder.resolve("d.bmp")),
            TestImages.write(red, "png", folder.resolve("really a png.jpg")),
            new TestTiff(1, 1, 3).photometric(2).write(folder.resolve("no extension"), 255, 0, 0));
    for (Path file : files) {
      assertArrayEquals(new float[] {1, 0, 0}, load(file, 1, 1, 3, 255), .02f, file.toString());
    }
  }

  /** T3: the norm is applied once, in training and on the screen. */
  @Test
  void dividesByTheNormOnce() throws Exception {
    BufferedImage image = TestImages.image(1, 1, BufferedImage.TYPE_USHORT_GRAY, 200);
    Path file = TestImages.write(image, "png", folder.resolve("grey16.png"));
    assertEquals(.2f, load(file, 1, 1, 1, 1000)[0]);
    assertEquals(.2f, load(file, 4, 4, 3, 1000)[0]);
    assertEquals(51, loader.thumbnail(ImageReference.of(file), 64, 1000).rgb()[0] & 0xff);
  }

  /** T4: the screen shows what training sees: same resize, no alpha. */
  @Test
  void displayAndTrainingAgree() throws Exception {
    int[] samples = IntStream.range(0, 12 * 8 * 4).map(i -> i * 37 % 256).toArray();
    Path file =
        TestImages.write(
            TestImages.image(12, 8, BufferedImage.TYPE_INT_ARGB, samples),
            "png",
            folder.resolve("rgba.png"));
    Thumbnail shown = loader.thumbnail(ImageReference.of(file), 6, 255);
    assertEquals(6, shown.width());
    assertEquals(4, shown.height());
    float[] trained = load(file, 4, 6, 3, 255);
    for (int i = 0; i < trained.length; i++) {
      assertEquals(Math.round(trained[i] * 255), shown.rgb()[i] & 0xff);
    }
  }

  /** T5: grey is repeated without being told. */
  @Test
  void repeatsGrey() throws Exception {
    Path file =
        TestImages.write(
            TestImages.image(2, 1, BufferedImage.TYPE_BYTE_GRAY, 51, 255),
            "png",
            folder.resolve("grey.png"));
    assertArrayEquals(new float[] {.2f, .2f, .2f, 1, 1, 1}, load(file, 1, 2, 3, 255));
    assertArrayEquals(new float[] {.2f, .2f, .2f, .2f, .2f}, load(file, 1, 1, 5, 255), .41f);
  }

  /** T5: rows stay rows and columns stay columns, in TIFF, too. */
  @Test
  void keepsHeightAndWidthApart() throws Exception {
    Path file = new TestTiff(3, 2, 1).write(folder.resolve("wide.tif"), 1, 2, 3, 4, 5, 6);
    ImagePatch patch = TestImages.read(file);
    assertEquals(2, patch.height());
    assertEquals(3, patch.width());
    assertEquals(6, patch.at(1, 2, 0));
    assertEquals(new ImageSize(2, 3), loader.size(file));
  }

  @Test
  void takesTheFirstChannelsAndSaysWhenThereAreTooFew() throws Exception {
    Path five =
        new TestTiff(1, 1, 5).extraSample(0).write(folder.resolve("five.tif"), 10, 20, 30, 40, 50);
    assertArrayEquals(new float[] {10, 20, 30}, load(five, 1, 1, 3, 1));
    assertArrayEquals(new float[] {10, 20, 30, 40, 50}, load(five, 1, 1, 5, 1));
    String message =
        assertThrows(ImageFormatException.class, () -> load(five, 1, 1, 6, 1)).getMessage();
    assertTrue(message.contains("five.tif has 5 bands, but 6 are wanted"), message);
  }

  @Test
  void cutsWindowsAndClipsThemToTheImage() throws Exception {
    Path file =
        TestImages.write(
            TestImages.rgb(10, 10, (x, y) -> x * 16 << 16 | y), "png", folder.resolve("a#1.png"));
    float[] values =
        loader.load(ImageReference.parse(file + "#xywh=8,3,4,1"), new InputSpec(1, 2, 3, 1));
    assertArrayEquals(new float[] {128, 0, 3, 144, 0, 3}, values);
    String message =
        assertThrows(
                ImageFormatException.class,
                () ->
                    loader.load(
                        ImageReference.parse(file + "#xywh=10,0,4,1"), new InputSpec(1, 1, 3, 1)))
            .getMessage();
    assertTrue(message.contains("10,0,4,1") && message.contains("10×10"), message);
  }

  /** Counts how often a file is decoded. */
  private static final class CountingReader implements ImageReader {
    private final StandardImageReader reader = new StandardImageReader();
    private final AtomicInteger opened = new AtomicInteger();

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
      opened.incrementAndGet();
      return reader.open(file, monitor);
    }
  }

  private static ImageLoader loader(ImageReader reader, long cacheBytes) {
    return new ImageLoader(
        new Catalog<>(List.of(new Contribution<>("x.counting", "Counting", "", "", "x", reader))),
        cacheBytes);
  }

  @Test
  void windowsOfOneImageDecodeItOnceFromManyThreads() throws Exception {
    Path file =
        TestImages.write(
            TestImages.rgb(64, 64, (x, y) -> x << 16 | y), "png", folder.resolve("large.png"));
    CountingReader reader = new CountingReader();
    ImageLoader counted = loader(reader, 1 << 20);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<float[]>> tasks =
          IntStream.range(0, 64)
              .<Callable<float[]>>mapToObj(
                  i ->
                      () ->
                          counted.load(
                              ImageReference.parse(file + "#xywh=" + i + ",7,1,1"),
                              new InputSpec(1, 1, 3, 1)))
              .toList();
      List<Future<float[]>> results = threads.invokeAll(tasks);
      for (int i = 0; i < results.size(); i++) {
        assertArrayEquals(new float[] {i, 0, 7}, results.get(i).get());
      }
    } finally {
      threads.shutdown();
    }
    assertEquals(1, reader.opened.get());
  }

  @Test
  void theCacheForgetsTheOldestImageButNeverTheNewest() throws Exception {
    CountingReader reader = new CountingReader();
    ImageLoader counted = loader(reader, 2 * 8 * 8 * 3);
    InputSpec input = new InputSpec(1, 1, 3, 255);
    List<ImageReference> windows =
        IntStream.range(0, 3)
            .mapToObj(i -> window(TestImages.rgb(8, 8, (x, y) -> i), i + ".png"))
            .toList();
    for (int i :
        new int[] {0, 1, 0, 2, 0, 1}) { // 2 pushes out 1, which comes back and pushes out 2
      counted.load(windows.get(i), input);
    }
    assertEquals(4, reader.opened.get());
    ImageReference huge = window(TestImages.rgb(40, 40, (x, y) -> 7), "huge.png");
    counted.load(huge, input);
    counted.load(huge, input);
    assertEquals(5, reader.opened.get());
  }

  private ImageReference window(BufferedImage image, String name) {
    try {
      return ImageReference.parse(
          TestImages.write(image, "png", folder.resolve(name)) + "#xywh=0,0,1,1");
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void aChangedFileIsReadAgain() throws Exception {
    ImageReference reference = window(TestImages.rgb(4, 4, (x, y) -> 0xff0000), "changing.png");
    InputSpec input = new InputSpec(1, 1, 3, 255);
    assertArrayEquals(new float[] {1, 0, 0}, loader.load(reference, input));
    TestImages.write(TestImages.rgb(5, 9, (x, y) -> 0x0000ff), "png", reference.file());
    assertArrayEquals(new float[] {0, 0, 1}, loader.load(reference, input));
  }

  @Test
  void referencesBecomeANumberedSource() throws Exception {
    ImageReference reference = window(TestImages.rgb(4, 4, (x, y) -> 0x00ff00), "green.png");
    ImageSource source = ReferenceImages.of(loader, List.of(reference, reference));
    float[] target = new float[5];
    source.read(1, new InputSpec(1, 1, 3, 255), target, 2);
    assertArrayEquals(new float[] {0, 0, 0, 1, 0}, target);
    assertEquals(2, source.size());
    assertTrue(source.path(0).endsWith("green.png#xywh=0,0,1,1"));
  }

  @Test
  void aSourceKnowsTheSizeOfImagesAndOfWindows() throws Exception {
    ImageReference window = window(TestImages.rgb(9, 4, (x, y) -> 1), "sized.png");
    ImageReference whole = new ImageReference(window.file(), null);
    ImageReference missing = new ImageReference(folder.resolve("missing.png"), null);
    ImageSource source = ReferenceImages.of(loader, List.of(window, whole, missing));
    assertEquals(new ImageSize(1, 1), source.pixels(0).orElseThrow());
    assertEquals(new ImageSize(4, 9), source.pixels(1).orElseThrow());
    assertThrows(ImageFormatException.class, () -> source.pixels(2));
  }

  @Test
  void aReaderThatStumblesGivesAnErrorWithTheFile() throws Exception {
    Path file =
        TestImages.write(TestImages.rgb(4, 4, (x, y) -> 1), "png", folder.resolve("fine.png"));
    ImageReader stumbling =
        new ImageReader() {
          @Override
          public boolean supports(byte[] head, String fileName) {
            return true;
          }

          @Override
          public ImageSize size(Path path) {
            throw new IllegalStateException("boom");
          }

          @Override
          public DecodedImage open(Path path, IProgressMonitor monitor) {
            throw new ArrayIndexOutOfBoundsException(7);
          }
        };
    ImageLoader broken = loader(stumbling, 0);
    assertTrue(
        assertThrows(ImageFormatException.class, () -> broken.size(file))
            .getMessage()
            .contains("fine.png"));
    assertTrue(
        assertThrows(
                ImageFormatException.class,
                () -> broken.load(ImageReference.of(file), new InputSpec(1, 1, 1, 1)))
            .getMessage()
            .contains("fine.png"));
  }
}
