// SPDX-License-Identifier: MIT
/** The library that lays points out, behind a record of our own. */
package org.patchwork.internal.training.map;
