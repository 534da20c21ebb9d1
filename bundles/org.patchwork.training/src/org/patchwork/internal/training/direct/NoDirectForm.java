// SPDX-License-Identifier: MIT
package org.patchwork.internal.training.direct;

/** A network needs something that only an engine can do; the caller turns to the engine. */
final class NoDirectForm extends RuntimeException {
  private static final long serialVersionUID = 1;

  NoDirectForm(String what) {
    super(what + " is left to the engine", null, false, false);
  }
}
