// SPDX-License-Identifier: MIT
package org.patchwork.core;

/**
 * An expected failure whose message a user can act on: it says what went wrong, where (file, row,
 * value) and what to do next. Shown as it is by the workbench and the command line, without a stack
 * trace.
 */
public class PatchworkException extends Exception {
  private static final long serialVersionUID = 1L;

  public PatchworkException(String message) {
    super(message);
  }

  public PatchworkException(String message, Throwable cause) {
    super(message, cause);
  }
}
