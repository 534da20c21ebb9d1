// SPDX-License-Identifier: MIT
/**
 * How people answer many images at once, without a screen: quick tag (a few tiles, one class),
 * question mode (images sorted by score, one boundary) and the measure of the time it takes. The
 * views and the simulated user of {@code patchwork bench user} run the same classes.
 *
 * <p>Start reading at {@link org.patchwork.project.labeling.Answers}, which turns answers into one
 * edit. Values are immutable; {@code QuickTag}, {@code Question} and {@code Activity} are used by
 * one thread at a time. Draws scan the whole table and belong off the display thread.
 */
package org.patchwork.project.labeling;
