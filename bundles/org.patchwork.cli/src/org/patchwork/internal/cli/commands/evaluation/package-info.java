// SPDX-License-Identifier: MIT
/** Commands that judge a model, its labels and whether more labels are worth their time. */
package org.patchwork.internal.cli.commands.evaluation;
