// SPDX-License-Identifier: MIT
package org.patchwork.image;

import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.lang.reflect.Array;

/**
 * Interleaved samples in one array of {@code byte} (unsigned), {@code short} (unsigned) or {@code
 * float}.
 */
final class SampleImage implements DecodedImage {
  private final ImageSize size;
  private final int channels;
  private final boolean alpha;
  private final Object samples;

  SampleImage(ImageSize size, int channels, boolean alpha, Object samples) {
    if (Array.getLength(samples) != (long) size.height() * size.width() * channels) {
      throw new IllegalArgumentException(
          Array.getLength(samples) + " samples do not make " + size + "×" + channels);
    }
    this.size = size;
    this.channels = channels;
    this.alpha = alpha;
    this.samples = samples;
  }

  static SampleImage of(Raster raster, boolean alpha) {
    ImageSize size = new ImageSize(raster.getHeight(), raster.getWidth());
    int channels = raster.getNumBands();
    Object samples =
        switch (raster.getTransferType()) {
          case DataBuffer.TYPE_BYTE -> bytes(raster);
          case DataBuffer.TYPE_USHORT -> shorts(raster);
          default -> floats(raster);
        };
    return new SampleImage(size, channels, alpha, samples);
  }

  private static byte[] bytes(Raster raster) {
    byte[] target = new byte[length(raster)];
    if (raster.getSampleModel() instanceof PixelInterleavedSampleModel model
        && raster.getDataBuffer() instanceof DataBufferByte buffer
        && raster.getParent() == null
        && buffer.getNumBanks() == 1) {
      copyInterleaved(raster, model, buffer, target);
      return target;
    }
    int width = raster.getWidth() * raster.getNumBands();
    int[] row = new int[width];
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getPixels(raster.getMinX(), raster.getMinY() + y, raster.getWidth(), 1, row);
      for (int i = 0; i < width; i++) {
        target[y * width + i] = (byte) row[i];
      }
    }
    return target;
  }

  private static void copyInterleaved(
      Raster raster, PixelInterleavedSampleModel model, DataBufferByte buffer, byte[] target) {
    byte[] source = buffer.getData();
    int[] offsets = model.getBandOffsets();
    int out = 0;
    for (int y = 0; y < raster.getHeight(); y++) {
      int in = buffer.getOffset() + y * model.getScanlineStride();
      for (int x = 0; x < raster.getWidth(); x++, in += model.getPixelStride()) {
        for (int offset : offsets) {
          target[out++] = source[in + offset];
        }
      }
    }
  }

  private static short[] shorts(Raster raster) {
    short[] target = new short[length(raster)];
    int width = raster.getWidth() * raster.getNumBands();
    int[] row = new int[width];
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getPixels(raster.getMinX(), raster.getMinY() + y, raster.getWidth(), 1, row);
      for (int i = 0; i < width; i++) {
        target[y * width + i] = (short) row[i];
      }
    }
    return target;
  }

  private static float[] floats(Raster raster) {
    float[] target = new float[length(raster)];
    int width = raster.getWidth() * raster.getNumBands();
    float[] row = new float[width];
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getPixels(raster.getMinX(), raster.getMinY() + y, raster.getWidth(), 1, row);
      System.arraycopy(row, 0, target, y * width, width);
    }
    return target;
  }

  private static int length(Raster raster) {
    return Math.multiplyExact(
        Math.multiplyExact(raster.getHeight(), raster.getWidth()), raster.getNumBands());
  }

  /** The image turned upright; this one if it is already. */
  SampleImage upright(Orientation orientation) {
    if (orientation == Orientation.UPRIGHT) {
      return this;
    }
    ImageSize turned = orientation.turn(size);
    Object target =
        Array.newInstance(samples.getClass().getComponentType(), Array.getLength(samples));
    for (int y = 0; y < turned.height(); y++) {
      for (int x = 0; x < turned.width(); x++) {
        int source =
            orientation.storedY(x, y, size) * size.width() + orientation.storedX(x, y, size);
        System.arraycopy(
            samples, source * channels, target, (y * turned.width() + x) * channels, channels);
      }
    }
    return new SampleImage(turned, channels, alpha, target);
  }

  /** The image with white and black exchanged, if its samples are whole numbers. */
  SampleImage inverted() {
    Object target = samples;
    if (samples instanceof byte[] bytes) {
      byte[] inverse = new byte[bytes.length];
      for (int i = 0; i < bytes.length; i++) {
        inverse[i] = (byte) ~bytes[i];
      }
      target = inverse;
    } else if (samples instanceof short[] shorts) {
      short[] inverse = new short[shorts.length];
      for (int i = 0; i < shorts.length; i++) {
        inverse[i] = (short) ~shorts[i];
      }
      target = inverse;
    }
    return new SampleImage(size, channels, alpha, target);
  }

  @Override
  public ImageSize size() {
    return size;
  }

  @Override
  public int channels() {
    return channels;
  }

  @Override
  public boolean alpha() {
    return alpha;
  }

  @Override
  public long bytes() {
    int sample =
        samples instanceof byte[]
            ? Byte.BYTES
            : samples instanceof short[] ? Short.BYTES : Float.BYTES;
    return (long) Array.getLength(samples) * sample;
  }

  @Override
  public void readRow(int y, int x, int count, float[] target) {
    int start = (y * size.width() + x) * channels;
    int length = count * channels;
    switch (samples) {
      case byte[] bytes -> {
        for (int i = 0; i < length; i++) {
          target[i] = bytes[start + i] & 0xff;
        }
      }
      case short[] shorts -> {
        for (int i = 0; i < length; i++) {
          target[i] = shorts[start + i] & 0xffff;
        }
      }
      case float[] floats -> System.arraycopy(floats, start, target, 0, length);
      default -> throw new IllegalStateException("Samples of type " + samples.getClass());
    }
  }
}
