// SPDX-License-Identifier: MIT
package org.patchwork.image.display;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BandMappingTest {
  /** Two pixels of five bands. */
  private static final float[] FIVE = {0, 100, 200, 300, 400, 1000, 900, 800, 700, 600};

  private static byte[] show(BandChoice choice, float[] values, int channels, double norm) {
    return BandMapping.of(choice, values, channels, channels, norm).rgb(values, channels);
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  @Test
  void firstThreeBandsUnlessAsked() {
    assertArrayEquals(bytes(0, 26, 51, 255, 230, 204), show(BandChoice.AS_STORED, FIVE, 5, 1000));
    assertArrayEquals(bytes(51, 51, 51), show(BandChoice.AS_STORED, new float[] {200}, 1, 1000));
  }

  @Test
  void bandsAsRedGreenAndBlue() {
    assertArrayEquals(
        bytes(102, 51, 0, 153, 204, 255),
        show(new BandChoice.FalseColor(4, 2, 0, false), FIVE, 5, 1000));
  }

  @Test
  void oneBandInTheColoursOfARamp() {
    float[] values = {0, 255, 128};
    assertArrayEquals(
        bytes(255, 255, 255, 0, 0, 0, 127, 127, 127),
        show(new BandChoice.Ramp(0, ColorRamp.NEGATIVE, false), values, 1, 255));
    assertArrayEquals(
        bytes(0x44, 0x01, 0x54, 0xfd, 0xe7, 0x25),
        show(new BandChoice.Ramp(0, ColorRamp.VIRIDIS, false), new float[] {0, 255}, 1, 255));
  }

  @Test
  void stretchingGoesFromTheFirstToTheLastHundredthOfEachBand() {
    float[] values = new float[101];
    IntStream.rangeClosed(0, 100).forEach(i -> values[i] = 7 + 2 * i); // quantiles are 9 and 205
    byte[] shown = show(new BandChoice.Ramp(0, ColorRamp.GREY, true), values, 1, 65535);
    assertArrayEquals(
        bytes(0, 0, 130, 255, 255), // of 7, 9, 109 = 9 + 100 of 196, 205 and 207
        bytes(shown[0], shown[3], shown[51 * 3], shown[99 * 3], shown[100 * 3]));
  }

  @Test
  void aBandThatIsTheSameEverywhereIsGreyAndWhatIsNoNumberIsBlack() {
    float[] values = {5, 5, Float.NaN};
    assertArrayEquals(
        bytes(128, 128, 128, 128, 128, 128),
        java.util.Arrays.copyOf(
            show(new BandChoice.Ramp(0, ColorRamp.GREY, true), values, 1, 1), 6));
    float[] gaps = {0, Float.NaN, 1};
    assertArrayEquals(
        bytes(0, 0, 0, 0, 0, 0, 255, 255, 255),
        show(new BandChoice.Ramp(0, ColorRamp.GREY, true), gaps, 1, 1));
  }

  @Test
  void aBandThatIsNotThereIsSaid() {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> show(new BandChoice.FalseColor(0, 1, 5, true), FIVE, 5, 1))
            .getMessage();
    assertTrue(message.contains("5 bands") && message.contains("band 6"), message);
  }
}
