// SPDX-License-Identifier: MIT

/**
 * The application: perspectives, menus, key bindings, preferences, wizards and branding. Wires the
 * services together.
 */
package org.patchwork.rcp;
