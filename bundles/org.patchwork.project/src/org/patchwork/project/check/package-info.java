// SPDX-License-Identifier: MIT

/**
 * Verifies project folders and repairs them. Start reading at {@link
 * org.patchwork.project.check.ProjectCheck}. Reads and writes the disk on the caller's thread.
 */
package org.patchwork.project.check;
