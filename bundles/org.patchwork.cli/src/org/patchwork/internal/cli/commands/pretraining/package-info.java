// SPDX-License-Identifier: MIT
/** The command that trains feature extractors. */
package org.patchwork.internal.cli.commands.pretraining;
