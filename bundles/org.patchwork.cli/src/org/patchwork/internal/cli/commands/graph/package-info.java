// SPDX-License-Identifier: MIT
/** Commands that look at images by the likeness of their features. */
package org.patchwork.internal.cli.commands.graph;
