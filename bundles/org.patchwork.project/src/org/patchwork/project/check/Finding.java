// SPDX-License-Identifier: MIT
package org.patchwork.project.check;

/**
 * Something that is not as it should be.
 *
 * @param kind how bad it is
 * @param message what, where and what to do, in one or two sentences
 */
public record Finding(Kind kind, String message) {
  /** How bad a finding is. */
  public enum Kind {
    /** Labels, classes or history are damaged; a repair saves what can be saved. */
    DAMAGE,
    /** Something that can be made again or found again is missing; labels are not affected. */
    WARNING
  }

  /** Damage. */
  public static Finding damage(String message) {
    return new Finding(Kind.DAMAGE, message);
  }

  /** A warning. */
  public static Finding warning(String message) {
    return new Finding(Kind.WARNING, message);
  }
}
