// SPDX-License-Identifier: MIT
package org.patchwork.image.display;

import java.util.Arrays;

/**
 * The way from an image's raw values to 8-bit RGB. Made for one image and then used for all parts
 * of it, so that a detail looks as it does in the whole.
 */
public final class BandMapping {
  /** Quantile of a stretched band that is shown black. */
  public static final double LOW = 0.01;

  /** Quantile of a stretched band that is shown white. */
  public static final double HIGH = 0.99;

  private static final int MOST_SAMPLES = 1 << 16;

  private final int[] bands;
  private final double[] black;
  private final double[] white;
  private final byte[] ramp;

  private BandMapping(int[] bands, double[] black, double[] white, byte[] ramp) {
    this.bands = bands;
    this.black = black;
    this.white = white;
    this.ramp = ramp;
  }

  /**
   * The mapping of an image.
   *
   * @param values all pixels of the image, or of a reduced copy, with {@code channels} values each:
   *     stretching takes its quantiles from here
   * @param colors number of channels that are not alpha
   * @param norm the raw value that is shown as white, unless the choice stretches
   * @throws IllegalArgumentException if a chosen band is not in the image; the message says how
   *     many there are
   */
  public static BandMapping of(
      BandChoice choice, float[] values, int channels, int colors, double norm) {
    return switch (choice) {
      case BandChoice.AsStored stored ->
          of(
              colors < 3 ? new int[] {0, 0, 0} : new int[] {0, 1, 2},
              values,
              channels,
              false,
              norm,
              null);
      case BandChoice.FalseColor color ->
          of(
              new int[] {color.red(), color.green(), color.blue()},
              values,
              channels,
              color.stretched(),
              norm,
              null);
      case BandChoice.Ramp one ->
          of(new int[] {one.band()}, values, channels, one.stretched(), norm, one.ramp().table());
    };
  }

  private static BandMapping of(
      int[] bands, float[] values, int channels, boolean stretched, double norm, byte[] ramp) {
    double[] black = new double[bands.length];
    double[] white = new double[bands.length];
    for (int i = 0; i < bands.length; i++) {
      if (bands[i] >= channels) {
        throw new IllegalArgumentException(
            "it has "
                + (channels == 1 ? "one band" : channels + " bands")
                + ", but band "
                + (bands[i] + 1)
                + " was chosen; choose another in the display options");
      }
      white[i] = norm;
      if (stretched) {
        float[] sorted = samples(values, channels, bands[i]);
        black[i] = quantile(sorted, LOW);
        white[i] = quantile(sorted, HIGH);
      }
    }
    return new BandMapping(bands, black, white, ramp);
  }

  /** The finite values of a band in ascending order, evenly thinned out in a large image. */
  private static float[] samples(float[] values, int channels, int band) {
    int pixels = values.length / channels;
    int step = Math.max(1, pixels / MOST_SAMPLES);
    float[] samples = new float[(pixels + step - 1) / step];
    int count = 0;
    for (int pixel = 0; pixel < pixels; pixel += step) {
      float value = values[pixel * channels + band];
      if (Float.isFinite(value)) {
        samples[count++] = value;
      }
    }
    float[] finite = Arrays.copyOf(samples, count);
    Arrays.sort(finite);
    return finite;
  }

  private static double quantile(float[] sorted, double share) {
    return sorted.length == 0 ? 0 : sorted[(int) Math.round(share * (sorted.length - 1))];
  }

  /**
   * Shows the image, or a part of it.
   *
   * @param values of some pixels, {@code channels} each, as many as the image has
   * @return three bytes for each pixel; a value that is no number is shown black
   */
  public byte[] rgb(float[] values, int channels) {
    int pixels = values.length / channels;
    byte[] rgb = new byte[Math.multiplyExact(pixels, 3)];
    for (int pixel = 0, out = 0; pixel < pixels; pixel++, out += 3) {
      int in = pixel * channels;
      if (ramp != null) {
        int level = level(values[in + bands[0]], 0);
        System.arraycopy(ramp, 3 * level, rgb, out, 3);
      } else {
        for (int c = 0; c < 3; c++) {
          rgb[out + c] = (byte) level(values[in + bands[c]], c);
        }
      }
    }
    return rgb;
  }

  private int level(float value, int channel) {
    double range = white[channel] - black[channel];
    if (range == 0) { // a stretched band that is the same everywhere
      return value < black[channel] ? 0 : value > black[channel] ? 255 : 128;
    }
    double level = (value - black[channel]) / range * 255;
    return (int) Math.round(Math.max(0, Math.min(255, level)));
  }
}
