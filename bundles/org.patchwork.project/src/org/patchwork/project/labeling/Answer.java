// SPDX-License-Identifier: MIT
package org.patchwork.project.labeling;

import java.util.Objects;

/**
 * What a person says of one image when asked for one class.
 *
 * @param kind the answer
 * @param classId for {@link Kind#OTHER} the stable id of the class it is instead; else empty
 */
public record Answer(Kind kind, String classId) {
  /** Kinds of answers. */
  public enum Kind {
    /** The class is not in the image. */
    ABSENT,
    /** The class is in the image. */
    PRESENT,
    /** The image is unusable: it gets the exclude flag and no label. */
    EXCLUDE,
    /** It is another class, which is named. */
    OTHER,
    /** No answer: the image keeps no label of this class. */
    OPEN
  }

  public static final Answer ABSENT = new Answer(Kind.ABSENT, "");
  public static final Answer PRESENT = new Answer(Kind.PRESENT, "");
  public static final Answer EXCLUDE = new Answer(Kind.EXCLUDE, "");
  public static final Answer OPEN = new Answer(Kind.OPEN, "");

  public Answer {
    Objects.requireNonNull(kind);
    if ((kind == Kind.OTHER) == classId.isEmpty()) {
      throw new IllegalArgumentException("Only the answer OTHER names a class, and it must.");
    }
  }

  /** It is this class instead. */
  public static Answer other(String classId) {
    return new Answer(Kind.OTHER, classId);
  }

  /** What a click or a key makes of it: absent, present, exclude, and round again. */
  public Answer next() {
    return switch (kind) {
      case ABSENT -> PRESENT;
      case PRESENT -> EXCLUDE;
      case EXCLUDE, OTHER, OPEN -> ABSENT;
    };
  }
}
