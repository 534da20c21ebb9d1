// SPDX-License-Identifier: MIT

/** Holds the code to the architecture: who may know whom, what may be exported, which file says what. */
package org.patchwork.architecture.tests;
