// SPDX-License-Identifier: MIT
package org.patchwork.core;

/** An image cannot be read. The message names the file. */
public class ImageFormatException extends PatchworkException {
  private static final long serialVersionUID = 1L;

  public ImageFormatException(String message) {
    super(message);
  }

  public ImageFormatException(String message, Throwable cause) {
    super(message, cause);
  }
}
