// SPDX-License-Identifier: MIT
package org.patchwork.image;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntBinaryOperator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.patchwork.core.ImageFormatException;

/** Images the tests write for themselves. */
final class TestImages {
  private TestImages() {}

  static ImageLoader loader() {
    return new ImageLoader(BuiltInReaders.catalog());
  }

  /** An image whose samples are what the raster says. */
  static BufferedImage image(int width, int height, int type, int... samples) {
    BufferedImage image = new BufferedImage(width, height, type);
    image.getRaster().setPixels(0, 0, width, height, samples);
    return image;
  }

  /** An RGB image from 0xrrggbb of x and y. */
  static BufferedImage rgb(int width, int height, IntBinaryOperator color) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, color.applyAsInt(x, y));
      }
    }
    return image;
  }

  static Path write(BufferedImage image, String format, Path file) throws IOException {
    if (!ImageIO.write(image, format, file.toFile())) {
      throw new IOException("No writer for " + format);
    }
    return file;
  }

  /** A JPEG of the best quality. */
  static byte[] jpeg(IIOImage image) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(1);
      writer.setOutput(out);
      writer.write(null, image, param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  static byte[] jpeg(BufferedImage image) throws IOException {
    return jpeg(new IIOImage(image, null, null));
  }

  /** A four-component JPEG of one colour; the components as stored. */
  static byte[] fourComponentJpeg(int... components) throws IOException {
    WritableRaster raster =
        java.awt.image.Raster.createInterleavedRaster(
            java.awt.image.DataBuffer.TYPE_BYTE, 8, 8, 4, null);
    for (int i = 0; i < 64; i++) {
      raster.setPixel(i % 8, i / 8, components);
    }
    return jpeg(new IIOImage(raster, null, null));
  }

  /** The JPEG with one more segment right behind its first marker. */
  static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
    byte[] out = new byte[jpeg.length + content.length + 4];
    System.arraycopy(jpeg, 0, out, 0, 2);
    out[2] = (byte) 0xff;
    out[3] = (byte) marker;
    out[4] = (byte) ((content.length + 2) >> 8);
    out[5] = (byte) (content.length + 2);
    System.arraycopy(content, 0, out, 6, content.length);
    System.arraycopy(jpeg, 2, out, 6 + content.length, jpeg.length - 2);
    return out;
  }

  /** An EXIF block with an orientation and nothing else, big-endian. */
  static byte[] exif(int orientation) {
    return new byte[] {
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
      1, // one entry
      1,
      0x12,
      0,
      3,
      0,
      0,
      0,
      1,
      0,
      (byte) orientation,
      0,
      0,
      0,
      0,
      0,
      0
    };
  }

  /** An Adobe marker with a transform code. */
  static byte[] adobe(int transform) {
    return new byte[] {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, (byte) transform};
  }

  static ImagePatch read(Path file) throws ImageFormatException {
    return loader().read(ImageReference.of(file), new NullProgressMonitor());
  }

  static Path write(Path file, byte[] bytes) throws IOException {
    return Files.write(file, bytes);
  }
}
