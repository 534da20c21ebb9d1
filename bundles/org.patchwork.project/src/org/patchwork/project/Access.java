// SPDX-License-Identifier: MIT
package org.patchwork.project;

/** What a session may do with the project folder. */
public enum Access {
  /** Labels can be edited; one session on one machine at a time. */
  READ_WRITE,
  /**
   * Nothing in the folder is changed or created; any number of sessions, also beside a writing one.
   */
  READ_ONLY
}
