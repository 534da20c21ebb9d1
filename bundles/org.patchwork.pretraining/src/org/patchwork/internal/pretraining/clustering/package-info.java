// SPDX-License-Identifier: MIT
/**
 * Clusters of features as labels to learn from. Plain Java, no engine; every draw comes from the
 * generator that is given, and the result does not depend on the number of cores.
 */
package org.patchwork.internal.pretraining.clustering;
