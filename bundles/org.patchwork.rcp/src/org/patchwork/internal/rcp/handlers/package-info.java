// SPDX-License-Identifier: MIT
/**
 * Handlers of the commands in the menus; each does one thing through a service. Display thread
 * only.
 */
package org.patchwork.internal.rcp.handlers;
