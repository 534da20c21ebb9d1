// SPDX-License-Identifier: MIT
package org.patchwork.image.display;

import java.util.Objects;

/** Which bands of an image are shown, and in which colours. Bands are counted from 0. */
public sealed interface BandChoice {
  /** The first three bands as red, green and blue, a single one as grey: what the file says. */
  record AsStored() implements BandChoice {}

  /**
   * Three bands as red, green and blue.
   *
   * @param stretched true to spread each band from its own {@link BandMapping#LOW} to its own
   *     {@link BandMapping#HIGH} quantile; false to show what the project's norm says
   */
  record FalseColor(int red, int green, int blue, boolean stretched) implements BandChoice {
    public FalseColor {
      requireBands(red, green, blue);
    }
  }

  /**
   * One band in the colours of a ramp.
   *
   * @param stretched as in {@link FalseColor}
   */
  record Ramp(int band, ColorRamp ramp, boolean stretched) implements BandChoice {
    public Ramp {
      requireBands(band);
      Objects.requireNonNull(ramp);
    }
  }

  /** What is shown unless something else is asked for. */
  BandChoice AS_STORED = new AsStored();

  private static void requireBands(int... bands) {
    for (int band : bands) {
      if (band < 0) {
        throw new IllegalArgumentException("Bands are counted from 0, not " + band);
      }
    }
  }
}
