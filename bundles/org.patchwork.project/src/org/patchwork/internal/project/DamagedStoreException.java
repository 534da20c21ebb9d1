// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import org.patchwork.core.ProjectFormatException;

/** The label store holds what cannot be; {@link StoreSalvage} may save what is left. */
public final class DamagedStoreException extends ProjectFormatException {
  private static final long serialVersionUID = 1L;

  DamagedStoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
