// SPDX-License-Identifier: MIT
/** Commands around training runs: search for settings, cross-validation, comparison of runs. */
package org.patchwork.internal.cli.commands.training;
