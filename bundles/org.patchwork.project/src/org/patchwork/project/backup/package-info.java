// SPDX-License-Identifier: MIT

/**
 * Copies of a project's labels and settings from which it can be brought back: made while one
 * labels, thinned out by age, restored as a whole. Start reading at {@link
 * org.patchwork.project.backup.ProjectBackups}. Everything here reads and writes the disk on the
 * caller's thread.
 */
package org.patchwork.project.backup;
