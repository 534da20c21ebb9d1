// SPDX-License-Identifier: MIT
/** The page that stands in the window while no project is open. Display thread only. */
package org.patchwork.internal.rcp.start;
