// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.user;

import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.PatchworkException;

/** A way of labelling, as a simulated user goes it. */
interface UserMode {
  /** As it is typed and printed. */
  String name();

  /**
   * Labels what comes up next, a page, a round or a strip, and counts what it takes.
   *
   * @return false if nothing is left to label in this mode
   */
  boolean step(SimulatedProject project, Effort effort, IProgressMonitor monitor)
      throws PatchworkException;
}
