// SPDX-License-Identifier: MIT
/**
 * Our own commands, one class each with its record, contributed through the same extension point as
 * everyone else's. Start reading at {@link org.patchwork.internal.cli.commands.TrainCommand}, a
 * typical one.
 */
package org.patchwork.internal.cli.commands;
