// SPDX-License-Identifier: MIT

/** The commands about a project's past: {@code patchwork history …}. */
package org.patchwork.internal.cli.commands.history;
