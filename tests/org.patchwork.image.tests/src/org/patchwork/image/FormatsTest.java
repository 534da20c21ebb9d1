// SPDX-License-Identifier: MIT
package org.patchwork.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchwork.core.ImageFormatException;

/** Each format by files the test writes itself, and files that are broken. */
class FormatsTest {
  @TempDir Path folder;

  private float[] values(Path file) throws ImageFormatException {
    return TestImages.read(file).values();
  }

  private String failure(Path file) {
    String message = assertThrows(ImageFormatException.class, () -> values(file)).getMessage();
    assertTrue(message.contains(file.getFileName().toString()), message);
    return message;
  }

  @Test
  void greyPngKeepsItsNumbers() throws Exception {
    Path file =
        TestImages.write(
            TestImages.image(3, 1, BufferedImage.TYPE_BYTE_GRAY, 0, 100, 255),
            "png",
            folder.resolve("g.png"));
    assertArrayEquals(new float[] {0, 100, 255}, values(file));
  }

  @Test
  void sixteenBitPngKeepsItsNumbers() throws Exception {
    Path file =
        TestImages.write(
            TestImages.image(3, 1, BufferedImage.TYPE_USHORT_GRAY, 0, 258, 65535),
            "png",
            folder.resolve("g.png"));
    assertArrayEquals(new float[] {0, 258, 65535}, values(file));
  }

  @Test
  void greyWithAlphaIsGrey() throws Exception {
    var model =
        new java.awt.image.ComponentColorModel(
            java.awt.color.ColorSpace.getInstance(java.awt.color.ColorSpace.CS_GRAY),
            true,
            false,
            3,
            DataBuffer.TYPE_BYTE);
    var raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 2, 1, 2, null);
    raster.setPixels(0, 0, 2, 1, new int[] {10, 255, 20, 0});
    Path file =
        TestImages.write(
            new BufferedImage(model, raster, false, null), "png", folder.resolve("ga.png"));
    float[] values = TestImages.loader().load(ImageReference.of(file), new InputSpec(1, 2, 3, 1));
    assertArrayEquals(new float[] {10, 10, 10, 20, 20, 20}, values);
    Thumbnail shown = TestImages.loader().thumbnail(ImageReference.of(file), 8, 255);
    assertArrayEquals(new byte[] {10, 10, 10, 20, 20, 20}, shown.rgb());
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "gif", "bmp"})
  void palettesAreExpanded(String format) throws Exception {
    byte[] red = Arrays.copyOf(new byte[] {(byte) 255, 0}, 256);
    byte[] green = Arrays.copyOf(new byte[] {0, (byte) 128}, 256);
    byte[] blue = Arrays.copyOf(new byte[] {1, 2}, 256);
    BufferedImage image =
        new BufferedImage(
            2, 1, BufferedImage.TYPE_BYTE_INDEXED, new IndexColorModel(8, 256, red, green, blue));
    image.getRaster().setPixels(0, 0, 2, 1, new int[] {1, 0});
    assertArrayEquals(
        new float[] {0, 128, 2, 255, 0, 1},
        values(TestImages.write(image, format, folder.resolve("p." + format))));
  }

  @Test
  void oneBitImagesAreBlackAndWhite() throws Exception {
    BufferedImage image = TestImages.image(2, 1, BufferedImage.TYPE_BYTE_BINARY, 1, 0);
    assertArrayEquals(
        new float[] {255, 255, 255, 0, 0, 0},
        values(TestImages.write(image, "png", folder.resolve("b.png"))));
  }

  @Test
  void fifteenBitBitmapsAreSpreadOverTheWholeRange() throws Exception {
    BufferedImage image = TestImages.image(1, 1, BufferedImage.TYPE_USHORT_555_RGB, 31, 0, 31);
    assertArrayEquals(
        new float[] {255, 0, 255}, values(TestImages.write(image, "bmp", folder.resolve("b.bmp"))));
  }

  @Test
  void theFirstFrameOfAnAnimationIsRead() throws Exception {
    Path file = folder.resolve("a.gif");
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (int color : new int[] {0xff0000, 0x00ff00}) {
        writer.writeToSequence(
            new IIOImage(TestImages.rgb(9, 5, (x, y) -> color), null, null), null);
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
    ImagePatch patch = TestImages.read(file);
    assertEquals(9, patch.width());
    assertEquals(5, patch.height());
    assertArrayEquals(new float[] {255, 0, 0}, Arrays.copyOf(patch.values(), 3));
  }

  @Test
  void jpegInGreyAndColour() throws Exception {
    Path grey =
        TestImages.write(
            folder.resolve("g.jpg"),
            TestImages.jpeg(TestImages.image(1, 1, BufferedImage.TYPE_BYTE_GRAY, 77)));
    assertArrayEquals(new float[] {77}, values(grey), 1);
    Path color =
        TestImages.write(
            folder.resolve("c.jpg"), TestImages.jpeg(TestImages.rgb(8, 8, (x, y) -> 0x3264c8)));
    assertArrayEquals(new float[] {50, 100, 200}, Arrays.copyOf(values(color), 3), 3);
  }

  /** Cyan 0, magenta 1, yellow 0.5, black 0.2 by every way of storing it. */
  @ParameterizedTest
  @CsvSource({"-1, 0, 255, 128, 51", "0, 255, 0, 127, 204", "2, 91, 149, 245, 204"})
  void cmykBecomesRgb(int transform, int a, int b, int c, int d) throws Exception {
    byte[] jpeg = TestImages.fourComponentJpeg(a, b, c, d);
    Path file =
        TestImages.write(
            folder.resolve("k.jpg"),
            transform < 0 ? jpeg : TestImages.withSegment(jpeg, 0xee, TestImages.adobe(transform)));
    assertArrayEquals(new float[] {204, 0, 102}, Arrays.copyOf(values(file), 3), 3);
  }

  /**
   * The top left of the upright image is the brightest, its top right the next; whatever way the
   * camera was held.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void photographsAreTurnedUpright(int tag) throws Exception {
    int[][] upright = {{240, 180}, {120, 60}, {0, 0}}; // blocks of 8×8 pixels, 2 wide and 3 high
    Orientation orientation = Orientation.ofTag(tag);
    ImageSize size = orientation.turn(new ImageSize(24, 16)); // turning twice gives the stored size
    BufferedImage stored =
        new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < 24; y++) {
      for (int x = 0; x < 16; x++) {
        stored
            .getRaster()
            .setSample(
                orientation.storedX(x, y, size),
                orientation.storedY(x, y, size),
                0,
                upright[y / 8][x / 8]);
      }
    }
    byte[] jpeg = TestImages.withSegment(TestImages.jpeg(stored), 0xe1, TestImages.exif(tag));
    Path file = TestImages.write(folder.resolve("photo.jpg"), jpeg);
    ImagePatch patch = TestImages.read(file);
    assertEquals(new ImageSize(24, 16), TestImages.loader().size(file));
    assertEquals(24, patch.height());
    for (int y = 0; y < 3; y++) {
      for (int x = 0; x < 2; x++) {
        assertEquals(upright[y][x], patch.at(y * 8 + 4, x * 8 + 4, 0), 3);
      }
    }
    Thumbnail shown = TestImages.loader().thumbnail(ImageReference.of(file), 24, 255);
    assertEquals(16, shown.width());
    assertEquals(240, shown.rgb()[4 * 16 * 3 + 12] & 0xff, 3);
  }

  /**
   * What cameras mean by 6 (TIFF 6.0): the stored first row is the right side of the upright image.
   */
  @Test
  void tagSixTurnsClockwise() {
    ImageSize stored = new ImageSize(2, 3);
    Orientation six = Orientation.ofTag(6);
    assertEquals(new ImageSize(3, 2), six.turn(stored));
    assertEquals(0, six.storedY(1, 0, stored)); // upright top right …
    assertEquals(0, six.storedX(1, 0, stored)); // … is stored at the top left
    assertEquals(Orientation.UPRIGHT, Orientation.ofTag(9));
  }

  @ParameterizedTest
  @ValueSource(doubles = {.3, .6, .9})
  void aJpegThatEndsEarlyIsAnError(double part) throws Exception {
    byte[] jpeg = TestImages.jpeg(TestImages.rgb(64, 64, (x, y) -> x * y * 4099));
    Path file =
        TestImages.write(
            folder.resolve("cut.jpg"), Arrays.copyOf(jpeg, (int) (jpeg.length * part)));
    assertTrue(failure(file).contains("copy it again"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "gif", "bmp"})
  void otherFilesThatEndEarlyAreErrors(String format) throws Exception {
    Path whole =
        TestImages.write(
            TestImages.rgb(64, 64, (x, y) -> x * y * 4099), format, folder.resolve("whole"));
    byte[] bytes = Files.readAllBytes(whole);
    failure(
        TestImages.write(folder.resolve("cut." + format), Arrays.copyOf(bytes, bytes.length / 2)));
    failure(TestImages.write(folder.resolve("head." + format), Arrays.copyOf(bytes, 8)));
  }

  @Test
  void textUnderTheNameOfAPhotographIsNamedAsSuch() throws Exception {
    String message =
        failure(Files.writeString(folder.resolve("text.jpg"), "Hello world, no image"));
    assertTrue(
        message.contains("JPEG, PNG, GIF, BMP, TIFF") && message.contains("\"Hello world,\""),
        message);
  }

  @Test
  void emptyMissingAndFolderAreSaidApart() throws Exception {
    assertTrue(failure(Files.createFile(folder.resolve("empty.png"))).contains("is empty"));
    assertTrue(failure(folder.resolve("missing.png")).contains("does not exist"));
    failure(Files.createDirectory(folder.resolve("folder.png")));
  }
}
