// SPDX-License-Identifier: MIT
/**
 * The search for neighbours: unit vectors in memory, all pairs in tiles that fit into a cache, or a
 * walk over Lucene's HNSW graph, and the files of a finished graph.
 */
package org.patchwork.internal.training.graph;
