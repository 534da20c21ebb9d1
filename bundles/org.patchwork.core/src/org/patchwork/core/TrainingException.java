// SPDX-License-Identifier: MIT
package org.patchwork.core;

/** A model could not be built, trained, loaded or applied. */
public class TrainingException extends PatchworkException {
  private static final long serialVersionUID = 1L;

  public TrainingException(String message) {
    super(message);
  }

  public TrainingException(String message, Throwable cause) {
    super(message, cause);
  }
}
