// SPDX-License-Identifier: MIT
/**
 * The one place where the services of the workbench are made and wired. Views ask their site for
 * them: {@code getSite().getService(OpenProject.class)}.
 */
package org.patchwork.internal.rcp.services;
