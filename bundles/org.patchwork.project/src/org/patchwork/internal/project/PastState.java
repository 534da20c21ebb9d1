// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

/**
 * The state of a project at an earlier moment.
 *
 * @param state everything that edits change, as it was then
 * @param sharedRows rows below this number are the same images as now; those above, if there are
 *     any, came from an import that was undone since
 * @param votes answers that were others then
 */
record PastState(ProjectState state, int sharedRows, PastVotes votes) {}
