// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import org.patchwork.core.ProjectFormatException;

/** The disk or the database refused to take or give data. Trying again later may succeed. */
public class WriteFailedException extends ProjectFormatException {
  private static final long serialVersionUID = 1L;

  WriteFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
