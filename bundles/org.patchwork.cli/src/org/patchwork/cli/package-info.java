// SPDX-License-Identifier: MIT
/**
 * The command line: what the workbench does, without a screen. Commands come through the extension
 * point {@code org.patchwork.cli.commands}, ours like everyone else's.
 *
 * <p>Start reading at {@link org.patchwork.cli.Command}, the contract, and {@link
 * org.patchwork.cli.CliApplication}, the entry point. A command runs on the main thread of its own
 * process; Ctrl-C arrives as a cancelled monitor.
 */
package org.patchwork.cli;
