// SPDX-License-Identifier: MIT

/** How backups are made, kept and put back. */
package org.patchwork.internal.project.backup;
