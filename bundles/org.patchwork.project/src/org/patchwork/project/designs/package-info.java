// SPDX-License-Identifier: MIT
/**
 * The named model designs of a project. {@link org.patchwork.project.designs.Designs} reads and
 * changes them, for the Model Designer, the Explorer and the command line alike.
 *
 * <p>Changes are made within {@link org.patchwork.project.ProjectSession#updateSettings}, on the
 * copy that it hands out; reading is possible on any thread from {@link
 * org.patchwork.project.ProjectSession#model()}.
 */
package org.patchwork.project.designs;
