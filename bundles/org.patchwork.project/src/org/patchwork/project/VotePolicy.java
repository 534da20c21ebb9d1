// SPDX-License-Identifier: MIT
package org.patchwork.project;

/** Which of several answers counts as the label of a cell. */
public enum VotePolicy {
  /** The last answer given, by whomever. */
  LAST_WINS,

  /**
   * What more annotators said. A tie is unknown, so that the image is neither trained on nor passed
   * over; where exactly one class is present in each image and none has a majority, every class
   * that somebody chose is unknown. Second looks do not count. Labels on which nobody voted, as of
   * an import, stand.
   */
  MAJORITY
}
