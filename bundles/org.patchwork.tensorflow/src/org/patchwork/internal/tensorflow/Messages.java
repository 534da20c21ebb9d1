// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

/** Shortens what TensorFlow says to what a user can read. */
final class Messages {
  private Messages() {}

  /** The first line of the message, without the stack of node names that may follow. */
  static String firstLine(Throwable failure) {
    String message = failure.getMessage();
    return message == null
        ? failure.getClass().getSimpleName()
        : message.lines().findFirst().orElse(message);
  }
}
