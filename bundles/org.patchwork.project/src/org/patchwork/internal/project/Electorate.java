// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

/**
 * Whose answers an edit gives, beside the answers there are.
 *
 * @param annotator who edits
 * @param exclusive true if exactly one class is present in each image
 * @param votes the answers of everybody so far
 */
record Electorate(String annotator, boolean exclusive, VoteReader votes) {}
