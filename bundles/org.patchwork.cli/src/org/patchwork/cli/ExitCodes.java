// SPDX-License-Identifier: MIT
package org.patchwork.cli;

/** What a command tells the shell; the higher, the more severe. */
public final class ExitCodes {
  /** Done. Problems that did not stop the command were printed. */
  public static final int OK = 0;

  /** It failed; the message says why and what to do. */
  public static final int FAILED = 1;

  /** It was called wrongly and did nothing. */
  public static final int USAGE = 2;

  /** A defect in Patchwork or a plug-in; the stack trace was printed. */
  public static final int DEFECT = 3;

  /** Ctrl-C: what shells report for a process ended by signal 2. */
  public static final int CANCELED = 130;

  private ExitCodes() {}
}
