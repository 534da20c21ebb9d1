// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

/** Knows the key bindings as they are now. */
interface KeySource {
  /** The bindings, and the names of the commands they run. */
  KeySheet.Source keys();
}
