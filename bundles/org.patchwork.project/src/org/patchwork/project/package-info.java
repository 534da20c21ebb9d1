// SPDX-License-Identifier: MIT

/**
 * The open project: edits with undo, immutable snapshots, import and export. The only writer of
 * labels, classes and settings; what makes features and runs only gets folders from here.
 *
 * <p>Start reading at {@link org.patchwork.project.ProjectSession}, then at {@link
 * org.patchwork.project.Edit}. {@link org.patchwork.project.ProjectImport} finds images and labels
 * outside, {@link org.patchwork.project.ProjectExport} writes them for other programs.
 *
 * <p>Snapshots may be read on any thread. Edits are submitted on any thread and done one after the
 * other on the writer thread of the session, which also calls the listeners. Import, export,
 * opening and closing read and write the disk on the caller's thread, so they have no place on the
 * display thread.
 */
package org.patchwork.project;
