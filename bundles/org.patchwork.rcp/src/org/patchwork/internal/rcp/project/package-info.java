// SPDX-License-Identifier: MIT
/**
 * Opening, closing and remembering projects: the Jobs, the recent list and the messages about
 * locked or repaired projects.
 *
 * <p>Start reading at {@link org.patchwork.internal.rcp.project.ProjectLauncher}. Jobs do the work;
 * what they find is handed to the display thread.
 */
package org.patchwork.internal.rcp.project;
