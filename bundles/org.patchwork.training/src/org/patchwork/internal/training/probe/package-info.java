// SPDX-License-Identifier: MIT
/** The draws and the linear classifier of the learning curve of extractors. */
package org.patchwork.internal.training.probe;
