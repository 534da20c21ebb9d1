// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

/**
 * An edit in the log that can be undone or done again.
 *
 * @param batch its number
 * @param description in words
 */
record LoggedEdit(long batch, String description) {}
