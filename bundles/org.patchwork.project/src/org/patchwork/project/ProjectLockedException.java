// SPDX-License-Identifier: MIT
package org.patchwork.project;

import org.patchwork.core.ProjectFormatException;

/**
 * Someone else has the project open for writing. It can still be opened with {@link
 * Access#READ_ONLY}.
 */
public class ProjectLockedException extends ProjectFormatException {
  private static final long serialVersionUID = 1L;

  private final String holder;

  /**
   * Makes the exception.
   *
   * @param message for the user, with the way out
   * @param holder who holds the lock, for example {@code anna on host lab3, process 4711}
   */
  public ProjectLockedException(String message, String holder) {
    super(message);
    this.holder = holder;
  }

  /** Who has it open, in words. */
  public String holder() {
    return holder;
  }
}
