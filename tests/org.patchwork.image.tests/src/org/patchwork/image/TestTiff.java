// SPDX-License-Identifier: MIT
package org.patchwork.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.DeflaterOutputStream;

/** Writes small TIFF files by the letter of TIFF 6.0: one strip, little-endian. */
final class TestTiff {
  private final int width;
  private final int height;
  private final int bands;
  private int bits = 8;
  private boolean floating;
  private boolean predictor;
  private int photometric = 1;
  private int extraSample = -1;
  private boolean planar;
  private int orientation = 1;

  TestTiff(int width, int height, int bands) {
    this.width = width;
    this.height = height;
    this.bands = bands;
  }

  TestTiff bits(int value) {
    bits = value;
    return this;
  }

  TestTiff floating() {
    bits = 32;
    floating = true;
    return this;
  }

  /** Deflate with horizontal differencing. */
  TestTiff predictor() {
    predictor = true;
    return this;
  }

  TestTiff photometric(int value) {
    photometric = value;
    return this;
  }

  TestTiff extraSample(int value) {
    extraSample = value;
    return this;
  }

  TestTiff orientation(int value) {
    orientation = value;
    return this;
  }

  /** Band after band, one strip each; 8 bits only. */
  TestTiff planar() {
    planar = true;
    return this;
  }

  /** Samples row by row; with fewer than 8 bits, whole bytes. */
  Path write(Path file, double... samples) throws IOException {
    byte[] strip = strip(planar ? apart(samples) : samples);
    int entries = 12 + (extraSample < 0 ? 0 : 1) + (planar ? 1 : 0);
    int directory = 8 + (strip.length + 1) / 2 * 2;
    int bitsAt = directory + 2 + entries * 12 + 4;
    ByteBuffer out = ByteBuffer.allocate(bitsAt + 14 * bands).order(ByteOrder.LITTLE_ENDIAN);
    out.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(directory).put(strip);
    out.position(directory);
    out.putShort((short) entries);
    entry(out, 256, 4, 1, width);
    entry(out, 257, 4, 1, height);
    arrayEntry(out, 258, bitsAt, bits);
    entry(out, 259, 3, 1, predictor ? 8 : 1);
    entry(out, 262, 3, 1, photometric);
    entry(out, 273, 4, planar ? bands : 1, planar ? bitsAt + 6 * bands : 8);
    entry(out, 274, 3, 1, orientation);
    entry(out, 277, 3, 1, bands);
    entry(out, 278, 4, 1, height);
    entry(out, 279, 4, planar ? bands : 1, planar ? bitsAt + 10 * bands : strip.length);
    if (planar) {
      entry(out, 284, 3, 1, 2);
    }
    entry(out, 317, 3, 1, predictor ? 2 : 1);
    if (extraSample >= 0) {
      extraEntry(out, bitsAt + 4 * bands);
    }
    arrayEntry(out, 339, bitsAt + 2 * bands, floating ? 3 : 1);
    out.putInt(0);
    for (int i = 0; i < bands; i++) {
      out.putShort(bitsAt + 2 * i, (short) bits);
      out.putShort(bitsAt + 2 * bands + 2 * i, (short) (floating ? 3 : 1));
      out.putShort(bitsAt + 4 * bands + 2 * i, (short) extraSample);
      out.putInt(bitsAt + 6 * bands + 4 * i, 8 + i * width * height);
      out.putInt(bitsAt + 10 * bands + 4 * i, width * height);
    }
    return Files.write(file, out.array());
  }

  private double[] apart(double[] samples) {
    double[] apart = new double[samples.length];
    for (int i = 0; i < samples.length; i++) {
      apart[i % bands * width * height + i / bands] = samples[i];
    }
    return apart;
  }

  private static void entry(ByteBuffer out, int tag, int type, int count, int value) {
    out.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
  }

  /** One short for each band: in the entry itself if they fit, else elsewhere. */
  private void arrayEntry(ByteBuffer out, int tag, int at, int value) {
    entry(out, tag, 3, bands, bands == 1 ? value : bands == 2 ? value | value << 16 : at);
  }

  private void extraEntry(ByteBuffer out, int at) {
    int count = bands - (photometric == 2 ? 3 : 1);
    int inline = count == 1 ? extraSample : extraSample | extraSample << 16;
    entry(out, 338, 3, count, count <= 2 ? inline : at);
  }

  private byte[] strip(double[] samples) throws IOException {
    ByteBuffer raw =
        ByteBuffer.allocate(samples.length * Math.max(1, bits / 8)).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < samples.length; i++) {
      boolean first = i % (width * bands) < bands;
      double value = predictor && !first ? samples[i] - samples[i - bands] : samples[i];
      if (floating) {
        raw.putFloat((float) value);
      } else if (bits == 16) {
        raw.putShort((short) (int) value);
      } else {
        raw.put((byte) (int) value);
      }
    }
    if (!predictor) {
      return raw.array();
    }
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
      deflater.write(raw.array());
    }
    return packed.toByteArray();
  }
}
