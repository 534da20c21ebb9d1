// SPDX-License-Identifier: MIT
/**
 * The New Project wizard: pages that fill one {@link
 * org.patchwork.internal.rcp.project.ProjectDraft}.
 *
 * <p>Start reading at {@link org.patchwork.internal.rcp.wizard.NewProjectWizard}. Display thread
 * only; counting images is a Job.
 */
package org.patchwork.internal.rcp.wizard;
