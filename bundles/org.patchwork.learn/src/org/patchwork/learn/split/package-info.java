// SPDX-License-Identifier: MIT
/**
 * Dividing rows between training and judging: rows that belong together stay together, and every
 * part gets its share of each class.
 *
 * <p>Start reading at {@link org.patchwork.learn.split.GroupedSplit}. Everything is immutable or
 * stateless and may be called from any thread; what reads features takes time, so not from a
 * display thread.
 */
package org.patchwork.learn.split;
