// SPDX-License-Identifier: MIT
/**
 * The Explorer: what is in the project, as a tree. {@link
 * org.patchwork.internal.rcp.explorer.ExplorerTree} computes it off the display thread, {@link
 * org.patchwork.internal.rcp.explorer.ExplorerPanel} shows it.
 */
package org.patchwork.internal.rcp.explorer;
