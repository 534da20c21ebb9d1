// SPDX-License-Identifier: MIT

/**
 * How an open project works inside. An edit is planned against the present state ({@link
 * org.patchwork.internal.project.EditPlanner}) into reversible changes ({@link
 * org.patchwork.internal.project.Change}), written in one transaction ({@link
 * org.patchwork.internal.project.LabelDatabase}), and only then shown. Undo writes the reversed
 * changes in the same way.
 *
 * <p>Start reading at {@link org.patchwork.internal.project.EditExecutor}. Everything that writes
 * runs on the one thread of {@link org.patchwork.internal.project.EditQueue}.
 */
package org.patchwork.internal.project;
