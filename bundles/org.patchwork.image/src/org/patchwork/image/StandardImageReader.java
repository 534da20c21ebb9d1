// SPDX-License-Identifier: MIT
package org.patchwork.image;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.PackedColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.function.IntUnaryOperator;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import org.eclipse.core.runtime.IProgressMonitor;

/**
 * JPEG, PNG, GIF (first frame) and BMP through the JDK's Image I/O.
 *
 * <p>Samples are taken from the raster as they stand in the file, never through a colour conversion
 * that would change grey values; palettes and packed pixels become 8-bit RGB. CMYK and YCCK JPEG
 * become RGB without a profile. Photographs are turned upright as their EXIF block says. A JPEG
 * that ends early is an error, not a picture with a grey lower half.
 */
public final class StandardImageReader implements ImageReader {
  private enum Format {
    JPEG(0xff, 0xd8, 0xff),
    PNG(0x89, 'P', 'N', 'G'),
    GIF('G', 'I', 'F', '8'),
    BMP('B', 'M');

    private final byte[] signature;

    Format(int... signature) {
      this.signature = new byte[signature.length];
      for (int i = 0; i < signature.length; i++) {
        this.signature[i] = (byte) signature[i];
      }
    }

    static Format of(byte[] head) {
      for (Format format : values()) {
        int length = format.signature.length;
        if (head.length >= length && Arrays.equals(head, 0, length, format.signature, 0, length)) {
          return format;
        }
      }
      return null;
    }
  }

  @Override
  public boolean supports(byte[] head, String fileName) {
    return Format.of(head) != null;
  }

  @Override
  public ImageSize size(Path file) throws IOException {
    try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
      Format format = format(in);
      if (format == Format.JPEG) {
        JpegHeader header = JpegHeader.read(in);
        return header.orientation().turn(header.stored());
      }
      javax.imageio.ImageReader reader = reader(format, in);
      try {
        return new ImageSize(reader.getHeight(0), reader.getWidth(0));
      } finally {
        reader.dispose();
      }
    }
  }

  @Override
  public DecodedImage open(Path file, IProgressMonitor monitor) throws IOException {
    return open(file, side -> 1, monitor);
  }

  @Override
  public DecodedImage openPreview(Path file, int minSide, IProgressMonitor monitor)
      throws IOException {
    return open(file, side -> Math.max(1, side / (2 * minSide)), monitor);
  }

  private static DecodedImage open(
      Path file, IntUnaryOperator stepForSide, IProgressMonitor monitor) throws IOException {
    try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
      Format format = format(in);
      JpegHeader header = format == Format.JPEG ? JpegHeader.read(in) : null;
      in.seek(0);
      javax.imageio.ImageReader reader = reader(format, in);
      try {
        DecodingCancel cancel = DecodingCancel.watch(reader, monitor);
        SampleImage image = read(reader, header, stepForSide, cancel);
        return header == null ? image : image.upright(header.orientation());
      } finally {
        reader.dispose();
      }
    }
  }

  private static SampleImage read(
      javax.imageio.ImageReader reader,
      JpegHeader header,
      IntUnaryOperator stepForSide,
      DecodingCancel cancel)
      throws IOException {
    String[] warning = new String[1];
    reader.addIIOReadWarningListener(
        (source, text) -> warning[0] = isTruncation(text) ? text : warning[0]);
    int step = stepForSide.applyAsInt(Math.min(reader.getWidth(0), reader.getHeight(0)));
    ImageReadParam param = reader.getDefaultReadParam();
    param.setSourceSubsampling(step, step, 0, 0);
    SampleImage image;
    if (header != null && header.components() == 4) {
      Raster raster = reader.readRaster(0, param);
      cancel.check();
      image = new SampleImage(size(raster), 3, false, Cmyk.toRgb(raster, header.adobeTransform()));
    } else {
      BufferedImage read = reader.read(0, param);
      cancel.check();
      image = samples(read);
    }
    if (warning[0] != null) {
      throw new IIOException(
          "it ends early (" + warning[0] + "); copy it again from where it came");
    }
    return image;
  }

  private static boolean isTruncation(String warning) {
    return warning.startsWith("Truncated File") || warning.startsWith("Premature end");
  }

  private static ImageSize size(Raster raster) {
    return new ImageSize(raster.getHeight(), raster.getWidth());
  }

  private static SampleImage samples(BufferedImage image) {
    ColorModel colors = image.getColorModel();
    if (colors instanceof IndexColorModel || colors instanceof PackedColorModel) {
      return new SampleImage(size(image.getRaster()), 3, false, expand(image));
    }
    return SampleImage.of(image.getRaster(), colors.hasAlpha());
  }

  static byte[] expand(BufferedImage image) {
    byte[] rgb =
        new byte[Math.multiplyExact(Math.multiplyExact(image.getWidth(), image.getHeight()), 3)];
    int[] row = new int[image.getWidth()];
    int out = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, image.getWidth(), 1, row, 0, image.getWidth());
      for (int argb : row) {
        rgb[out++] = (byte) (argb >> 16);
        rgb[out++] = (byte) (argb >> 8);
        rgb[out++] = (byte) argb;
      }
    }
    return rgb;
  }

  private static Format format(ImageInputStream in) throws IOException {
    byte[] head = new byte[HEAD];
    int count = in.read(head);
    in.seek(0);
    Format format = count < 1 ? null : Format.of(Arrays.copyOf(head, count));
    if (format == null) {
      String text = new String(head, 0, Math.max(0, count), StandardCharsets.ISO_8859_1);
      throw new IIOException(
          "it begins like no JPEG, PNG, GIF or BMP file: \"" + text.strip() + "\"");
    }
    return format;
  }

  private static javax.imageio.ImageReader reader(Format format, ImageInputStream in)
      throws IIOException {
    Iterator<javax.imageio.ImageReader> readers =
        ImageIO.getImageReadersByFormatName(format.name());
    if (!readers.hasNext()) {
      throw new IIOException(
          "this Java runtime has no reader for " + format + "; use a full JDK or JRE");
    }
    javax.imageio.ImageReader reader = readers.next();
    reader.setInput(in, false, true);
    return reader;
  }
}
