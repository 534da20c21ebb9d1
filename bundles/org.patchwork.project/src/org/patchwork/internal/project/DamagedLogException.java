// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.sql.SQLException;

/** SQLite could read an entry of the event log, but it makes no sense. */
final class DamagedLogException extends SQLException {
  private static final long serialVersionUID = 1L;

  DamagedLogException(String message, Throwable cause) {
    super(message, cause);
  }
}
