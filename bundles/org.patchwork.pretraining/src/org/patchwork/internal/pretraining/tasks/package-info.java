// SPDX-License-Identifier: MIT
/**
 * What labels ask of an image, one question after the other: tasks with named answers, how often
 * each image is drawn, and where a teacher stands. Start reading at {@link
 * org.patchwork.internal.pretraining.tasks.LabelTask}. Immutable.
 */
package org.patchwork.internal.pretraining.tasks;
