// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.Locale;

/** Numbers with the word they count. */
final class Counted {
  private Counted() {}

  /** For example {@code 1 image} or {@code 1,240 images}. */
  static String of(long number, String noun) {
    return String.format(Locale.ENGLISH, "%,d %s%s", number, noun, number == 1 ? "" : "s");
  }
}
