// SPDX-License-Identifier: MIT
/**
 * What can be said about classes without changing any: which labels follow from others ({@link
 * org.patchwork.project.classes.Implications}), where labels contradict each other ({@link
 * org.patchwork.project.classes.Contradiction}), where two classes disagree before they are merged
 * ({@link org.patchwork.project.classes.MergeConflicts}). Start reading at {@code Implications}.
 * Pure functions of snapshots: any thread may call them; over a whole table they take time
 * proportional to its rows, so not the display thread.
 */
package org.patchwork.project.classes;
