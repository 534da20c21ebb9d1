// SPDX-License-Identifier: MIT
/**
 * The application object, the workbench and window advisors, and the perspectives: everything that
 * runs once at start. Menus, keys, commands and views are declared in {@code plugin.xml}.
 *
 * <p>Start reading at {@link org.patchwork.internal.rcp.Application}. Everything here runs on the
 * display thread.
 */
package org.patchwork.internal.rcp;
