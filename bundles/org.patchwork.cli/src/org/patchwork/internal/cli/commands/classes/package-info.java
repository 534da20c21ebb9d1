// SPDX-License-Identifier: MIT
/**
 * The commands {@code patchwork classes …}: each makes one edit of the classes, or with {@code
 * --dry-run} says what it would do. Start reading at {@link
 * org.patchwork.internal.cli.commands.classes.ClassEditCommand}. Commands run on the thread of the
 * command line.
 */
package org.patchwork.internal.cli.commands.classes;
