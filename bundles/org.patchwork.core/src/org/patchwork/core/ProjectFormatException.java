// SPDX-License-Identifier: MIT
package org.patchwork.core;

/** A project, or a file to import into one, cannot be read or is not what it should be. */
public class ProjectFormatException extends PatchworkException {
  private static final long serialVersionUID = 1L;

  public ProjectFormatException(String message) {
    super(message);
  }

  public ProjectFormatException(String message, Throwable cause) {
    super(message, cause);
  }
}
