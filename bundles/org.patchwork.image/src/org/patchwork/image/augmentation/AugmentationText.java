// SPDX-License-Identifier: MIT
package org.patchwork.image.augmentation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Augmentations as one line of text: the name of a preset, operations with their strength, or a
 * preset with changes, as in {@code default,zoom_scale=0.4,rot90=off}.
 */
public final class AugmentationText {
  private AugmentationText() {}

  /**
   * Reads a line. Names of older versions are understood; an operation without a value is switched
   * on at strength 1, one with {@code off} or {@code false} is switched off, {@code none} switches
   * off all that stands before it.
   *
   * @throws IllegalArgumentException if a part is neither preset nor operation with a number; says
   *     which and what there is. Whether an operation is installed is checked by {@link
   *     Augmenter#of}
   */
  public static AugmentationSpec parse(String text) {
    AugmentationSpec spec = AugmentationSpec.NONE;
    for (String part : text.split(",")) {
      String word = part.strip();
      if (!word.isEmpty()) {
        spec = add(spec, word);
      }
    }
    return OldNames.current(spec);
  }

  private static AugmentationSpec add(AugmentationSpec spec, String word) {
    int sign = word.indexOf('=');
    if (sign < 0) {
      return preset(word)
          .map(
              preset ->
                  preset == AugmentationPreset.NONE
                      ? AugmentationSpec.NONE
                      : join(spec, preset.spec()))
          .orElseGet(() -> spec.with(operation(word), 1));
    }
    String name = operation(word.substring(0, sign).strip());
    String value = word.substring(sign + 1).strip();
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "off", "false", "no" -> spec.without(name);
      case "on", "true", "yes" -> spec.with(name, 1);
      default -> spec.with(name, number(name, value));
    };
  }

  /** An operation is always a word with an underscore or one that is not said like a preset. */
  private static String operation(String name) {
    if (!name.matches("[A-Za-z][A-Za-z0-9_.]*")) {
      throw new IllegalArgumentException(
          "\""
              + name
              + "\" is no augmentation. Write a preset ("
              + presets()
              + ") or operations with their strength, as in default,zoom_scale=0.4,rot90=off.");
    }
    return name;
  }

  private static double number(String name, String value) {
    try {
      return Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "The strength of " + name + " is \"" + value + "\", but must be a number, on or off.", e);
    }
  }

  private static AugmentationSpec join(AugmentationSpec spec, AugmentationSpec more) {
    AugmentationSpec joined = spec;
    for (var entry : more.strengths().entrySet()) {
      joined = joined.with(entry.getKey(), entry.getValue());
    }
    return joined;
  }

  /** The preset of this id, in any case and with {@code _} or {@code -}. */
  public static Optional<AugmentationPreset> preset(String id) {
    String wanted = id.toLowerCase(Locale.ROOT).replace('_', '-');
    return Arrays.stream(AugmentationPreset.values())
        .filter(preset -> preset.id().equals(wanted))
        .findFirst();
  }

  private static String presets() {
    return Arrays.stream(AugmentationPreset.values())
        .map(AugmentationPreset::id)
        .collect(Collectors.joining(", "));
  }

  /** The line that {@link #parse} reads as this; the name of a preset where it is one. */
  public static String format(AugmentationSpec spec) {
    for (AugmentationPreset preset : AugmentationPreset.values()) {
      if (preset.spec().strengths().equals(spec.strengths())) {
        return preset.id();
      }
    }
    return spec.strengths().entrySet().stream()
        .map(entry -> entry.getKey() + "=" + plain(entry.getValue()))
        .collect(Collectors.joining(","));
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
