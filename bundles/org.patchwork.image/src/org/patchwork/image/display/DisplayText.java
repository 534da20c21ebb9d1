// SPDX-License-Identifier: MIT
package org.patchwork.image.display;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Display settings as one line of text, for preferences: {@code bands=color 4 3 2 stretched;
 * equalized=true; …}. Reading forgives: what is missing, unknown or out of range is as in the
 * settings given for that, because a preference may come from another version.
 */
public final class DisplayText {
  private static final String STRETCHED = "stretched";

  private DisplayText() {}

  /** The line. */
  public static String write(DisplaySettings settings) {
    return String.format(
        Locale.ROOT,
        "bands=%s;equalized=%s;clipLimit=%s;tiles=%d;brightness=%s;contrast=%s;smooth=%s",
        bands(settings.bands()),
        settings.equalized(),
        settings.clipLimit(),
        settings.tiles(),
        settings.brightness(),
        settings.contrast(),
        settings.smooth());
  }

  /**
   * Reads the line.
   *
   * @param otherwise what holds for everything that the line does not say
   */
  public static DisplaySettings read(String line, DisplaySettings otherwise) {
    Map<String, String> values = new HashMap<>();
    for (String part : line.split(";")) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        values.put(part.substring(0, equals).strip(), part.substring(equals + 1).strip());
      }
    }
    return new DisplaySettings(
        bands(values.get("bands"), otherwise.bands()),
        flag(values.get("equalized"), otherwise.equalized()),
        number(values.get("clipLimit"), 0, 1, otherwise.clipLimit()),
        (int)
            number(
                values.get("tiles"),
                DisplaySettings.FEWEST_TILES,
                DisplaySettings.MOST_TILES,
                otherwise.tiles()),
        number(values.get("brightness"), -1, 1, otherwise.brightness()),
        number(values.get("contrast"), -1, 1, otherwise.contrast()),
        flag(values.get("smooth"), otherwise.smooth()));
  }

  /** The choice of bands alone: equal choices have equal texts. */
  public static String bands(BandChoice choice) {
    return switch (choice) {
      case BandChoice.AsStored stored -> "stored";
      case BandChoice.FalseColor color ->
          "color %d %d %d%s"
              .formatted(color.red(), color.green(), color.blue(), suffix(color.stretched()));
      case BandChoice.Ramp one ->
          "ramp %d %s%s".formatted(one.band(), one.ramp().name(), suffix(one.stretched()));
    };
  }

  private static String suffix(boolean stretched) {
    return stretched ? " " + STRETCHED : "";
  }

  private static BandChoice bands(String text, BandChoice otherwise) {
    if (text == null) {
      return otherwise;
    }
    String[] words = text.split(" +");
    boolean stretched = words[words.length - 1].equals(STRETCHED);
    int length = stretched ? words.length - 1 : words.length;
    try {
      if (words[0].equals("color") && length == 4) {
        int[] numbers = Arrays.stream(words, 1, 4).mapToInt(Integer::parseInt).toArray();
        return new BandChoice.FalseColor(numbers[0], numbers[1], numbers[2], stretched);
      } else if (words[0].equals("ramp") && length == 3) {
        return new BandChoice.Ramp(
            Integer.parseInt(words[1]), ColorRamp.valueOf(words[2]), stretched);
      }
    } catch (IllegalArgumentException e) { // no number, no such ramp, a negative band
      return otherwise;
    }
    return words[0].equals("stored") ? BandChoice.AS_STORED : otherwise;
  }

  private static boolean flag(String text, boolean otherwise) {
    return "true".equals(text) || !"false".equals(text) && otherwise;
  }

  private static double number(String text, double least, double most, double otherwise) {
    try {
      double value = text == null ? otherwise : Double.parseDouble(text);
      return value >= least && value <= most ? value : otherwise;
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }
}
