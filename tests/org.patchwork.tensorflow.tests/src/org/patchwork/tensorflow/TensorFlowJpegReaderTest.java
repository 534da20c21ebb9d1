// SPDX-License-Identifier: MIT
package org.patchwork.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.ImageOutputStream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.patchwork.image.DecodedImage;
import org.patchwork.image.ImageReader;
import org.patchwork.image.ImageSize;
import org.patchwork.image.JpegReader;
import org.patchwork.image.StandardImageReader;
import org.patchwork.internal.tensorflow.JpegDecoder;
import org.patchwork.internal.tensorflow.TensorFlowNative;
import org.w3c.dom.Element;

/** The reader gives what the standard reader gives, bit for bit, and fails where it fails. */
class TensorFlowJpegReaderTest {
  @TempDir private Path folder;
  private final TensorFlowJpegReader reader = new TensorFlowJpegReader();

  @BeforeAll
  static void load() throws Exception {
    TensorFlowNative.load();
  }

  private static byte[] jpeg(int height, int width, boolean grey, boolean halved, boolean scans)
      throws IOException {
    int type = grey ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB;
    BufferedImage image = new BufferedImage(width, height, type);
    Random random = new Random(height * 31L + width);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int wave = (int) (100 + 80 * Math.sin(x * .2) * Math.cos(y * .15));
        int noise = random.nextInt(60);
        image.setRGB(x, y, wave << 16 | (wave + noise) << 8 | (255 - wave));
      }
    }
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam param = writer.getDefaultWriteParam();
    if (scans) {
      param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    }
    IIOMetadata metadata =
        writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), param);
    if (!grey && !halved) {
      fullColors(metadata);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, metadata), param);
    }
    writer.dispose();
    return out.toByteArray();
  }

  private static void fullColors(IIOMetadata metadata) throws IOException {
    String format = metadata.getNativeMetadataFormatName();
    Element tree = (Element) metadata.getAsTree(format);
    Element luminance = (Element) tree.getElementsByTagName("componentSpec").item(0);
    luminance.setAttribute("HsamplingFactor", "1");
    luminance.setAttribute("VsamplingFactor", "1");
    metadata.setFromTree(format, tree);
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private static float[] values(ImageReader reader, Path file) throws Exception {
    DecodedImage image = reader.open(file, new NullProgressMonitor());
    ImageSize size = image.size();
    int row = size.width() * image.channels();
    float[] all = new float[size.height() * row];
    float[] target = new float[row];
    for (int y = 0; y < size.height(); y++) {
      image.readRow(y, 0, size.width(), target);
      System.arraycopy(target, 0, all, y * row, row);
    }
    return all;
  }

  @ParameterizedTest
  @CsvSource({
    "64, 64, false, true, false",
    "37, 53, false, true, false",
    "37, 53, false, false, false",
    "1, 1, false, true, false",
    "37, 53, true, true, false",
    "61, 40, false, true, true",
  })
  void pixelsAreThoseOfTheStandardReader(
      int height, int width, boolean grey, boolean halved, boolean scans) throws Exception {
    byte[] bytes = jpeg(height, width, grey, halved, scans);
    assertTrue(
        new JpegDecoder().decode(bytes, height, width, grey ? 1 : 3).isPresent(),
        "it is this decoder that reads it");
    Path file = write("a.jpg", bytes);
    assertArrayEquals(values(new StandardImageReader(), file), values(reader, file));
  }

  @Test
  void photographsAreTheSame() throws Exception {
    String data = System.getenv("PATCHWORK_DATA");
    assumeTrue(data != null, "PATCHWORK_DATA is not set");
    for (String set : List.of("trashnet-150/glass", "bccd/JPEGImages")) {
      try (Stream<Path> files = Files.list(Path.of(data, set))) {
        for (Path file :
            files.filter(f -> f.toString().endsWith(".jpg")).sorted().limit(10).toList()) {
          float[] wanted = values(new StandardImageReader(), file);
          assertArrayEquals(wanted, values(reader, file), file.toString());
        }
      }
    }
  }

  @Test
  void turnedPhotographsAreUpright() throws Exception {
    byte[] plain = jpeg(16, 24, false, true, false);
    byte[] exif = {
      (byte) 0xff,
      (byte) 0xe1,
      0,
      34,
      'E',
      'x',
      'i',
      'f',
      0,
      0,
      'M',
      'M',
      0,
      42,
      0,
      0,
      0,
      8,
      0,
      1,
      1,
      18,
      0,
      3,
      0,
      0,
      0,
      1,
      0,
      6,
      0,
      0,
      0,
      0,
      0,
      0
    };
    int afterJfif = 2 + 2 + 16;
    byte[] turned = new byte[plain.length + exif.length];
    System.arraycopy(plain, 0, turned, 0, afterJfif);
    System.arraycopy(exif, 0, turned, afterJfif, exif.length);
    System.arraycopy(plain, afterJfif, turned, afterJfif + exif.length, plain.length - afterJfif);
    Path file = write("turned.jpg", turned);
    DecodedImage image = reader.open(file, new NullProgressMonitor());
    assertEquals(new ImageSize(24, 16), image.size());
    assertArrayEquals(values(new StandardImageReader(), file), values(reader, file));
  }

  /** Cut off anywhere: the same error, or the same picture. */
  @Test
  void brokenFilesFailAsTheyDoThere() throws Exception {
    byte[] bytes = jpeg(40, 40, false, true, false);
    for (int length = 3; length < bytes.length; length += 37) {
      Path file = write("cut.jpg", Arrays.copyOf(bytes, length));
      Exception wanted =
          assertThrows(Exception.class, () -> values(new StandardImageReader(), file), "" + length);
      Exception found = assertThrows(Exception.class, () -> values(reader, file), "" + length);
      assertEquals(wanted.getClass(), found.getClass());
      assertEquals(wanted.getMessage(), found.getMessage());
    }
  }

  @Test
  void itReadsNothingElse() throws Exception {
    byte[] png = {(byte) 0x89, 'P', 'N', 'G'};
    assertTrue(!reader.supports(png, "a.jpg"));
    byte[] jpeg = jpeg(8, 8, false, true, false);
    assertTrue(reader.supports(jpeg, "a.jpg"));
    JpegReader asleep =
        new JpegReader() {
          @Override
          protected boolean ready() {
            return false;
          }

          @Override
          protected java.util.Optional<byte[]> decode(byte[] file, ImageSize size, int channels) {
            throw new AssertionError("not ready");
          }
        };
    assertTrue(!asleep.supports(jpeg, "a.jpg"));
    assertNotNull(asleep.size(write("a.jpg", jpeg)));
  }
}
