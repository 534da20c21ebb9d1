// SPDX-License-Identifier: MIT

/**
 * Turns entries of the extension registry into catalogues of algorithms. The only reader of the
 * registry.
 */
package org.patchwork.registry;
