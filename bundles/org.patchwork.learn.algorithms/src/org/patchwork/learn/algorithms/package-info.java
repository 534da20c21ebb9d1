// SPDX-License-Identifier: MIT

/**
 * The algorithms that Patchwork ships, one class each, contributed through the same extension
 * points as everyone else's.
 */
package org.patchwork.learn.algorithms;
