// SPDX-License-Identifier: MIT

/** What is looked at in a check, and how it is repaired. */
package org.patchwork.internal.project.check;
