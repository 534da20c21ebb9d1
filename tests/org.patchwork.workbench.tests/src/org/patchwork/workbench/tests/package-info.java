// SPDX-License-Identifier: MIT

/** Drives the real workbench by its own widgets and keys. */
package org.patchwork.workbench.tests;
