// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

/**
 * An edit in the log that can be undone or done again.
 *
 * @param batch its number
 * @param description in words
 * @param done true if it can be undone, false if it can be done again
 */
record LoggedEdit(long batch, String description, boolean done) {}
