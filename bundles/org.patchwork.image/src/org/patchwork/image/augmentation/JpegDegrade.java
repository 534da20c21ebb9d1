// SPDX-License-Identifier: MIT
package org.patchwork.image.augmentation;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.random.RandomGenerator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.patchwork.core.Param;
import org.patchwork.image.ImagePatch;

/**
 * Compresses the image as a poor JPEG, of quality 5, or 3 if a second draw of the same probability
 * says so. Images with neither one nor three channels stay as they are.
 */
public final class JpegDegrade implements Augmentation<JpegDegrade.Parameters> {
  private static final int BAD = 5;
  private static final int WORSE = 3;

  /** Its strength. */
  public record Parameters(
      @Param(
              label = "Probability",
              help = "How often an image is compressed.",
              min = 0,
              max = 1,
              step = 0.05)
          double probability) {
    public Parameters() {
      this(0.2);
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public ImagePatch apply(ImagePatch image, Parameters parameters, RandomGenerator random) {
    double p = parameters.probability();
    if ((image.channels() != 1 && image.channels() != 3) || !Colors.happens(random, p)) {
      return image;
    }
    return degrade(image, Colors.happens(random, p) ? WORSE : BAD);
  }

  /** The image after JPEG of this quality in percent. */
  static ImagePatch degrade(ImagePatch image, int quality) {
    try {
      return decode(encode(image, quality / 100f), image);
    } catch (IOException e) {
      throw new UncheckedIOException("JPEG in memory failed: " + e.getMessage(), e);
    }
  }

  private static byte[] encode(ImagePatch image, float quality) throws IOException {
    BufferedImage picture =
        new BufferedImage(
            image.width(),
            image.height(),
            image.channels() == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR);
    int[] samples = new int[image.values().length];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = Math.round(255 * Math.clamp(image.values()[i], 0f, 1f));
    }
    picture.getRaster().setPixels(0, 0, image.width(), image.height(), samples);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam settings = writer.getDefaultWriteParam();
      settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      settings.setCompressionQuality(quality);
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), settings);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static ImagePatch decode(byte[] jpeg, ImagePatch like) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
    try (MemoryCacheImageInputStream in =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg))) {
      reader.setInput(in, true, true);
      int[] samples =
          reader.read(0).getRaster().getPixels(0, 0, like.width(), like.height(), (int[]) null);
      float[] out = new float[samples.length];
      for (int i = 0; i < out.length; i++) {
        out[i] = samples[i] / 255f;
      }
      return Pixels.like(like, out);
    } finally {
      reader.dispose();
    }
  }
}
