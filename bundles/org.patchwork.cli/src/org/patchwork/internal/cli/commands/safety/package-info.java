// SPDX-License-Identifier: MIT

/** The commands that keep a project safe: backup, restore, check, relocate. */
package org.patchwork.internal.cli.commands.safety;
