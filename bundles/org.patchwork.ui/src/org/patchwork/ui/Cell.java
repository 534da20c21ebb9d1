// SPDX-License-Identifier: MIT
package org.patchwork.ui;

import org.eclipse.swt.graphics.Rectangle;

/**
 * One image of the grid as it is to be drawn.
 *
 * @param position place on the page
 * @param row row number in the project
 * @param image the square in which the image lies
 * @param footer the strip under it
 * @param selected true if it is selected
 * @param cursor true if the keyboard cursor is on it and the grid has the focus
 */
public record Cell(
    int position, int row, Rectangle image, Rectangle footer, boolean selected, boolean cursor) {}
