// SPDX-License-Identifier: MIT
/**
 * How a command is found, its options are read, its progress is shown and its result is printed.
 * Start reading at {@link org.patchwork.internal.cli.CommandRunner}. Everything runs on the main
 * thread, the shutdown hook of {@link org.patchwork.internal.cli.Interrupts} aside.
 */
package org.patchwork.internal.cli;
