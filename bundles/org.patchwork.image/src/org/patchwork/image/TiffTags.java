// SPDX-License-Identifier: MIT
package org.patchwork.image;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.stream.ImageInputStream;

/**
 * The first values of the whole-number tags of the first directory of a TIFF or BigTIFF file, or of
 * the EXIF block of a JPEG file, which has the same form (TIFF 6.0, section 2).
 */
final class TiffTags {
  static final int IMAGE_WIDTH = 256;
  static final int IMAGE_HEIGHT = 257;
  static final int BITS_PER_SAMPLE = 258;
  static final int PHOTOMETRIC = 262;
  static final int ORIENTATION = 274;
  static final int SAMPLES_PER_PIXEL = 277;
  static final int PLANAR_CONFIGURATION = 284;
  static final int EXTRA_SAMPLES = 338;

  private static final int TYPE_BYTE = 1;
  private static final int TYPE_SHORT = 3;
  private static final int TYPE_LONG = 4;
  private static final int TYPE_LONG8 = 16;
  private static final int MOST_ENTRIES = 4096;

  private final Map<Integer, Long> values = new HashMap<>();

  private TiffTags() {}

  /**
   * Reads the tags.
   *
   * @param in any position; its byte order is left as the file's
   * @param base where the byte order mark stands
   */
  static TiffTags read(ImageInputStream in, long base) throws IOException {
    in.seek(base);
    in.setByteOrder(in.readUnsignedByte() == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    in.readUnsignedByte();
    boolean big = in.readUnsignedShort() == 43;
    if (big) {
      in.readInt(); // size of an offset, always 8, and padding
    }
    in.seek(base + (big ? in.readLong() : in.readUnsignedInt()));
    long count = big ? in.readLong() : in.readUnsignedShort();
    if (count < 0 || count > MOST_ENTRIES) {
      throw new EOFException("its directory claims " + count + " entries");
    }
    TiffTags tags = new TiffTags();
    long first = in.getStreamPosition();
    for (int i = 0; i < count; i++) {
      in.seek(first + i * (big ? 20L : 12L));
      tags.readEntry(in, base, big);
    }
    return tags;
  }

  private void readEntry(ImageInputStream in, long base, boolean big) throws IOException {
    int tag = in.readUnsignedShort();
    int type = in.readUnsignedShort();
    long count = big ? in.readLong() : in.readUnsignedInt();
    int size =
        switch (type) {
          case TYPE_BYTE -> 1;
          case TYPE_SHORT -> 2;
          case TYPE_LONG -> 4;
          case TYPE_LONG8 -> 8;
          default -> 0;
        };
    if (size == 0 || count < 1) {
      return;
    }
    if (count * size > (big ? 8 : 4)) {
      if (tag != EXTRA_SAMPLES && tag != BITS_PER_SAMPLE) {
        return; // strip offsets and the like: nobody asks for their first value
      }
      in.seek(base + (big ? in.readLong() : in.readUnsignedInt()));
    }
    long value =
        switch (size) {
          case 1 -> in.readUnsignedByte();
          case 2 -> in.readUnsignedShort();
          case 4 -> in.readUnsignedInt();
          default -> in.readLong();
        };
    values.put(tag, value);
  }

  /** First value of a tag, or the default if the file lacks it. */
  long get(int tag, long missing) {
    return values.getOrDefault(tag, missing);
  }
}
