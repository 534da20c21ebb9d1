// SPDX-License-Identifier: MIT
/**
 * Which images look alike: for each image the most similar others by their features, and the graph
 * kept on disk so that it is computed once per feature set.
 *
 * <p>Start reading at {@link org.patchwork.training.graph.NeighbourGraphs}. A call blocks its
 * thread until it is done and uses all cores; never call one on a display thread.
 */
package org.patchwork.training.graph;
