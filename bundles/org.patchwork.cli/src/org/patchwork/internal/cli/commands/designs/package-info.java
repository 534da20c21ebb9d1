// SPDX-License-Identifier: MIT
/**
 * {@code patchwork designs}: the named model designs of a project, as the Model Designer has them.
 */
package org.patchwork.internal.cli.commands.designs;
