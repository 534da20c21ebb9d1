// SPDX-License-Identifier: MIT

/**
 * What the views share: thumbnail canvas, parameter form, charts, colours, and the one way onto
 * the display thread.
 */
package org.patchwork.ui;
