// SPDX-License-Identifier: MIT
/**
 * The line at the bottom of the window: how far the project is, how fast it goes, how good the
 * model is, and whether everything is on disk.
 *
 * <p>Start reading at {@link org.patchwork.internal.rcp.status.ProjectFigures}. Figures are counted
 * on the thread that reports a change, which is never the display thread; only {@code
 * StatusControl} touches widgets.
 */
package org.patchwork.internal.rcp.status;
