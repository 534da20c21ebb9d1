// SPDX-License-Identifier: MIT
package org.patchwork.image;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.eclipse.core.runtime.IProgressMonitor;

/**
 * Base of readers that decode ordinary JPEG files faster than {@link StandardImageReader}, with the
 * same pixels to the last bit: 8-bit Huffman-coded files marked as JFIF, grey or with colours at
 * full or half size. Whatever is special or broken goes to the standard reader, so that which
 * reader is installed changes times only.
 */
public abstract class JpegReader implements ImageReader {
  private static final int START = 0xff;
  private static final int START_OF_IMAGE = 0xd8;
  private static final int END = 0xd9;

  private final StandardImageReader standard = new StandardImageReader();

  /** Whether the decoder can be used now; cheap. */
  protected abstract boolean ready();

  /**
   * Decodes a file with the accurate integer inverse cosine transform and smoothed upsampling.
   *
   * @param file all its bytes
   * @param size as stored
   * @param channels 1 or 3
   * @return {@code size.height() × size.width() × channels} samples, or empty if the file is
   *     damaged
   */
  protected abstract Optional<byte[]> decode(byte[] file, ImageSize size, int channels);

  @Override
  public final boolean supports(byte[] head, String fileName) {
    return head.length > 2
        && (head[0] & START) == START
        && (head[1] & START) == START_OF_IMAGE
        && (head[2] & START) == START
        && ready();
  }

  @Override
  public final ImageSize size(Path file) throws IOException {
    return standard.size(file);
  }

  @Override
  public final DecodedImage open(Path file, IProgressMonitor monitor) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    JpegHeader header;
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      header = JpegHeader.read(in);
    }
    Optional<byte[]> samples =
        header.plain() && isWhole(bytes)
            ? decode(bytes, header.stored(), header.components())
            : Optional.empty();
    if (samples.isEmpty()) {
      return standard.open(file, monitor);
    }
    return new SampleImage(header.stored(), header.components(), false, samples.get())
        .upright(header.orientation());
  }

  /** Files that were cut off are known at once, without a word from the decoder. */
  private static boolean isWhole(byte[] file) {
    return (file[file.length - 2] & START) == START && (file[file.length - 1] & START) == END;
  }

  @Override
  public final DecodedImage openPreview(Path file, int minSide, IProgressMonitor monitor)
      throws IOException {
    return standard.openPreview(file, minSide, monitor);
  }
}
