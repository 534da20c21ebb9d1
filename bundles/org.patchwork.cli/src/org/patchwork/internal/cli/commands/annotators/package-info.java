// SPDX-License-Identifier: MIT
/** Commands about several annotators: how well they agree, and labels of other projects. */
package org.patchwork.internal.cli.commands.annotators;
