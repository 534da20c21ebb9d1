// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

/**
 * A state and the event it stands behind.
 *
 * @param batch number of the event, 0 if there was none yet
 */
record Moment(ProjectState state, long batch) {}
