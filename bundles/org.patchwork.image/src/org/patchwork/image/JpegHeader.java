// SPDX-License-Identifier: MIT
package org.patchwork.image;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Arrays;
import javax.imageio.IIOException;
import javax.imageio.stream.ImageInputStream;

/**
 * What the markers before the pixels of a JPEG file say (ITU-T T.81, annex B).
 *
 * @param stored size as stored, before turning
 * @param components 1 grey, 3 colour, 4 CMYK
 * @param orientation how to turn it, from its EXIF block
 * @param adobeTransform transform code of the Adobe marker, −1 without one: 0 CMYK or RGB, 1 YCbCr,
 *     2 YCCK
 * @param plain whether every decoder takes it for the same colours, and upsamples them alike: 8
 *     bits, marked as JFIF, and grey or a luminance of 1×1, 2×1 or 2×2 samples for each of the
 *     others
 */
record JpegHeader(
    ImageSize stored, int components, Orientation orientation, int adobeTransform, boolean plain) {
  private static final int APP0 = 0xe0;
  private static final int APP1 = 0xe1;
  private static final int APP14 = 0xee;
  private static final int START_OF_SCAN = 0xda;
  private static final int END = 0xd9;
  private static final int HUFFMAN_FRAMES = 0xc2;
  private static final byte[] JFIF = {'J', 'F', 'I', 'F', 0};
  private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};
  private static final byte[] ADOBE = {'A', 'd', 'o', 'b', 'e'};

  static JpegHeader read(ImageInputStream in) throws IOException {
    Orientation orientation = Orientation.UPRIGHT;
    int adobe = -1;
    boolean jfif = false;
    in.setByteOrder(ByteOrder.BIG_ENDIAN);
    in.seek(2);
    while (true) {
      int marker = nextMarker(in);
      long start = in.getStreamPosition();
      int length = in.readUnsignedShort();
      if (marker == START_OF_SCAN || marker == END) {
        throw new IIOException("its frame header is missing");
      } else if (marker == APP0 && startsWith(in, JFIF)) {
        jfif = true;
      } else if (marker == APP1 && startsWith(in, EXIF)) {
        orientation = exifOrientation(in, start + 2 + EXIF.length);
        in.setByteOrder(ByteOrder.BIG_ENDIAN);
      } else if (marker == APP14 && length >= 14 && startsWith(in, ADOBE)) {
        in.seek(start + 13);
        adobe = in.readUnsignedByte();
      } else if (isFrame(marker)) {
        int bits = in.readUnsignedByte();
        ImageSize stored = new ImageSize(in.readUnsignedShort(), in.readUnsignedShort());
        int components = in.readUnsignedByte();
        boolean common = jfif && adobe != 0 && bits == 8 && marker <= HUFFMAN_FRAMES;
        boolean plain = common && plainSampling(in, components);
        return new JpegHeader(stored, components, orientation, adobe, plain);
      }
      in.seek(start + length);
    }
  }

  private static boolean plainSampling(ImageInputStream in, int components) throws IOException {
    boolean plain = components == 1 || components == 3;
    for (int i = 0; i < components; i++) {
      in.readUnsignedByte(); // identifier
      int factors = in.readUnsignedByte();
      in.readUnsignedByte(); // quantisation table
      boolean luminance = i == 0 && (factors == 0x21 || factors == 0x22) && components == 3;
      plain &= factors == 0x11 || luminance;
    }
    return plain;
  }

  /** A broken EXIF block must not make the photograph unreadable: it counts as none. */
  private static Orientation exifOrientation(ImageInputStream in, long base) throws IOException {
    try {
      return Orientation.ofTag(TiffTags.read(in, base).get(TiffTags.ORIENTATION, 1));
    } catch (EOFException | IndexOutOfBoundsException e) {
      return Orientation.UPRIGHT;
    }
  }

  private static int nextMarker(ImageInputStream in) throws IOException {
    int value = in.readUnsignedByte();
    while (value != 0xff) {
      value = in.readUnsignedByte();
    }
    while (value == 0xff) {
      value = in.readUnsignedByte();
    }
    return value;
  }

  private static boolean startsWith(ImageInputStream in, byte[] text) throws IOException {
    byte[] found = new byte[text.length];
    int count = in.read(found);
    return count == text.length && Arrays.equals(found, text);
  }

  /** SOF0…SOF15 without DHT, JPG and DAC, which share the range. */
  private static boolean isFrame(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
  }
}
