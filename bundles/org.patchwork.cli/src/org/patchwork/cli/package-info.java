// SPDX-License-Identifier: MIT

/**
 * The headless application and its commands.
 */
package org.patchwork.cli;
