// SPDX-License-Identifier: MIT
/** Preference pages. */
package org.patchwork.internal.rcp.preferences;
