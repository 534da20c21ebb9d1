// SPDX-License-Identifier: MIT
/**
 * The SWT pieces that all views share: the open project, the page of images on display, the
 * thumbnail canvas, forms made from parameter records, charts, colours and icons.
 *
 * <p>Start reading at {@link org.patchwork.ui.OpenProject} and {@link org.patchwork.ui.PageModel}:
 * every view takes them, listens to them and changes nothing but through them.
 *
 * <p>Threads: everything here belongs to the display thread unless it says otherwise. {@link
 * org.patchwork.ui.UiThread} is the only way back to it.
 */
package org.patchwork.ui;
