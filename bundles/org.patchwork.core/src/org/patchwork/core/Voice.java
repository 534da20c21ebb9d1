// SPDX-License-Identifier: MIT
package org.patchwork.core;

import java.util.Objects;

/**
 * Whose answer a vote is: a person's, or the same person's second look, given without seeing the
 * first.
 *
 * @param annotator name of the person or program; may be empty
 * @param secondLook true for answers of a blind re-ask; they measure how well the person agrees
 *     with herself and never count as another person's
 */
public record Voice(String annotator, boolean secondLook) {
  private static final String SECOND_LOOK = " (second look)";

  public Voice {
    Objects.requireNonNull(annotator);
    if (annotator.endsWith(SECOND_LOOK)) {
      throw new IllegalArgumentException(
          "A name must not end in \"" + SECOND_LOOK.strip() + "\": " + annotator);
    }
  }

  /** The person's first and open answer. */
  public static Voice of(String annotator) {
    return new Voice(annotator, false);
  }

  /** The voice with this {@link #key()}. */
  public static Voice parse(String key) {
    return key.endsWith(SECOND_LOOK)
        ? new Voice(key.substring(0, key.length() - SECOND_LOOK.length()), true)
        : of(key);
  }

  /** The voice as text, unique and readable; how it is stored. */
  public String key() {
    return secondLook ? annotator + SECOND_LOOK : annotator;
  }

  /** The voice as it is shown to people. */
  public String label() {
    String name = annotator.isEmpty() ? "(no name)" : annotator;
    return secondLook ? name + SECOND_LOOK : name;
  }
}
