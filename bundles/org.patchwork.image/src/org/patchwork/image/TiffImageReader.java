// SPDX-License-Identifier: MIT
package org.patchwork.image;

import com.twelvemonkeys.imageio.plugins.tiff.BigTIFFImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.IIOException;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import org.eclipse.core.runtime.IProgressMonitor;

/**
 * TIFF and BigTIFF through TwelveMonkeys: 8 and 16 bits, floating point, any number of bands, the
 * usual compressions with predictor; bands beyond colour only if they are interleaved. The first
 * image of the file is read. Samples are the numbers in the file, with these exceptions: palettes,
 * YCbCr and fewer than 8 bits become 8-bit RGB, and whole numbers stored inverted (white is zero)
 * are turned round. The orientation tag is honoured.
 */
public final class TiffImageReader implements ImageReader {
  private static final int WHITE_IS_ZERO = 0;
  private static final int PALETTE = 3;
  private static final int YCBCR = 6;
  private static final int BIG = 43;
  private static final int PLANES = 2;

  @Override
  public boolean supports(byte[] head, String fileName) {
    return head.length >= 4
        && (head[0] == 'I' && head[1] == 'I' && (head[2] == 42 || head[2] == BIG) && head[3] == 0
            || head[0] == 'M'
                && head[1] == 'M'
                && head[2] == 0
                && (head[3] == 42 || head[3] == BIG));
  }

  @Override
  public ImageSize size(Path file) throws IOException {
    try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
      TiffTags tags = TiffTags.read(in, 0);
      ImageSize stored =
          new ImageSize(
              Math.toIntExact(tags.get(TiffTags.IMAGE_HEIGHT, 0)),
              Math.toIntExact(tags.get(TiffTags.IMAGE_WIDTH, 0)));
      return orientation(tags).turn(stored);
    }
  }

  @Override
  public DecodedImage open(Path file, IProgressMonitor monitor) throws IOException {
    try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
      TiffTags tags = TiffTags.read(in, 0);
      javax.imageio.ImageReader reader = reader(in);
      try {
        return read(reader, tags, DecodingCancel.watch(reader, monitor)).upright(orientation(tags));
      } finally {
        reader.dispose();
      }
    }
  }

  private static SampleImage read(
      javax.imageio.ImageReader reader, TiffTags tags, DecodingCancel cancel) throws IOException {
    long photometric = tags.get(TiffTags.PHOTOMETRIC, 1);
    if (photometric == PALETTE
        || photometric == YCBCR
        || tags.get(TiffTags.BITS_PER_SAMPLE, 1) < 8) {
      BufferedImage read = reader.read(0);
      cancel.check();
      return rgb(read);
    }
    Raster raster = reader.readRaster(0, null);
    cancel.check();
    if (raster.getNumBands() != tags.get(TiffTags.SAMPLES_PER_PIXEL, 1)) {
      throw new IIOException(
          "it has "
              + tags.get(TiffTags.SAMPLES_PER_PIXEL, 1)
              + " samples per pixel, but "
              + why(tags));
    }
    long extra = tags.get(TiffTags.EXTRA_SAMPLES, 0); // 1 and 2: alpha; 0: just one more band
    SampleImage image =
        SampleImage.of(raster, raster.getNumBands() > 1 && (extra == 1 || extra == 2));
    return photometric == WHITE_IS_ZERO ? image.inverted() : image;
  }

  private static String why(TiffTags tags) {
    return tags.get(TiffTags.PLANAR_CONFIGURATION, 1) == PLANES
        ? "they stand in a plane each; write it again with interleaved bands, for example by"
            + " gdal_translate -co INTERLEAVE=PIXEL"
        : "does not say what those beyond the colour are; write it again with the tag"
            + " ExtraSamples (338)";
  }

  private static SampleImage rgb(BufferedImage image) {
    ImageSize size = new ImageSize(image.getHeight(), image.getWidth());
    return new SampleImage(size, 3, false, StandardImageReader.expand(image));
  }

  private static Orientation orientation(TiffTags tags) {
    return Orientation.ofTag(tags.get(TiffTags.ORIENTATION, 1));
  }

  private static javax.imageio.ImageReader reader(ImageInputStream in) throws IOException {
    in.seek(2);
    boolean big =
        in.readUnsignedShort() == BIG; // the byte order is the file's since its tags were read
    in.seek(0);
    javax.imageio.ImageReader reader =
        big
            ? new BigTIFFImageReaderSpi().createReaderInstance(null)
            : new TIFFImageReaderSpi().createReaderInstance(null);
    reader.setInput(in, false, true);
    return reader;
  }
}
