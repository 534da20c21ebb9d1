// SPDX-License-Identifier: MIT
package org.patchwork.image.display;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisplaySettingsTest {
  private static final DisplaySettings WILD =
      new DisplaySettings(
          new BandChoice.FalseColor(4, 0, 2, true), true, 0.25, 16, -0.5, 0.75, false);

  @Test
  void textGivesEqualSettingsBack() {
    BandChoice ramp = new BandChoice.Ramp(3, ColorRamp.INFERNO, false);
    for (DisplaySettings settings :
        new DisplaySettings[] {DisplaySettings.PLAIN, WILD, WILD.withBands(ramp)}) {
      assertEquals(settings, DisplayText.read(DisplayText.write(settings), DisplaySettings.PLAIN));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "bands=color 1 2",
        "bands=color -1 0 0",
        "bands=ramp 1 RAINBOW",
        "bands=stretched",
        "bands=",
        "tiles=99;clipLimit=x;brightness=NaN;contrast=7;equalized=perhaps;smooth="
      })
  void textOfAnotherVersionIsForgiven(String text) {
    assertEquals(WILD, DisplayText.read(text, WILD));
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> WILD.withTone(1.5, 0));
    assertThrows(IllegalArgumentException.class, () -> WILD.withTone(0, Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> new BandChoice.FalseColor(0, -1, 0, false));
  }

  @Test
  void contrastTurnsAroundTheMiddleAndBrightnessComesAfterIt() {
    // contrast ½ doubles: 64/255 is 0.2510, (0.2510 − ½)·2 + ½ = 0.0020; brightness 0.1 adds 25.5
    byte[] rgb = {0, 64, (byte) 128, (byte) 192, (byte) 255, 0};
    byte[] changed = DisplayFilter.apply(rgb, 2, 1, DisplaySettings.PLAIN.withTone(0.1, 0.5));
    assertArrayEquals(new byte[] {0, 26, (byte) 154, (byte) 255, (byte) 255, 0}, changed);
    assertNotSame(rgb, changed);
  }

  @Test
  void plainSettingsTouchNothing() {
    byte[] rgb = {1, 2, 3};
    assertSame(rgb, DisplayFilter.apply(rgb, 1, 1, DisplaySettings.PLAIN));
  }
}
