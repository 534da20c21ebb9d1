// SPDX-License-Identifier: MIT

/**
 * Holds the code to the architecture: who may know whom, what may be exported, what every file and
 * package says about itself. The rules are data, in the folder {@code rules} of this project; the
 * tests read manifests and sources, and run on a plain class path.
 */
package org.patchwork.architecture.tests;
