// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining.losses;

import org.patchwork.learn.network.Node;
import org.patchwork.learn.network.Ops;

/**
 * Hard negatives mixed of those of a queue, MoCHi (Kalantidis, Sariyildiz, Pion, Weinzaepfel and
 * Larlus 2020): of the N negatives most like a query, h = a · nᵢ + (1 − a) · nⱼ at unit length
 * (equation 4), and g = b · q + (1 − b) · n at unit length (equation 5). No gradient passes them.
 *
 * @param hardest N
 */
public record MixedNegatives(int hardest) {

  /**
   * What a query is mixed from, one row for each query: ranks among the hardest, 0 the most alike,
   * and the share of the first.
   *
   * @param first ranks i {@code [n, s]}
   * @param second ranks j {@code [n, s]}
   * @param share a in [0, 1], {@code [n, s]}
   */
  public record Pairs(Node first, Node second, Node share) {}

  /**
   * Cosines of queries with mixtures of two negatives, {@code [n, s]}.
   *
   * @param queries unit vectors {@code [n, d]}, n known
   * @param queue unit vectors {@code [k, d]}
   */
  public Node ofPairs(Ops ops, Node queries, Node queue, Pairs pairs) {
    Node ranked = ranked(ops, queries, queue);
    Node first = chosen(ops, queue, ranked, pairs.first());
    Node second = chosen(ops, queue, ranked, pairs.second());
    return cosines(ops, queries, mixed(ops, first, second, pairs.share()));
  }

  /**
   * Cosines of queries with mixtures of themselves and a negative, {@code [n, s]}.
   *
   * @param pick ranks {@code [n, s]}
   * @param share b of the query, {@code [n, s]}
   */
  public Node ofQuery(Ops ops, Node queries, Node queue, Node pick, Node share) {
    Node negatives = chosen(ops, queue, ranked(ops, queries, queue), pick);
    Node wide = ops.reshape(queries, queries.size(0), 1, queries.size(1));
    return cosines(ops, queries, mixed(ops, wide, negatives, share));
  }

  /** Rows of the queue by their likeness, {@code [n, N]}. */
  private Node ranked(Ops ops, Node queries, Node queue) {
    return ops.topIndices(ops.matMul(queries, queue, true), hardest);
  }

  /** The negatives of these ranks, {@code [n, s, d]}. */
  private Node chosen(Ops ops, Node queue, Node ranked, Node ranks) {
    int count = ranked.size(0);
    float[] begins = new float[count];
    for (int i = 0; i < count; i++) {
      begins[i] = i * hardest;
    }
    Node places = ops.add(ranks, ops.constant(begins, count, 1));
    Node flat = ops.reshape(ranked, count * hardest, 1);
    Node rows = ops.reshape(ops.gather(flat, places), count, ranks.size(1));
    return ops.gather(queue, rows);
  }

  private static Node mixed(Ops ops, Node first, Node second, Node share) {
    Node a = ops.reshape(share, share.size(0), share.size(1), 1);
    Node rest = ops.subtract(ops.constant(1), a);
    Node sum = ops.add(ops.multiply(a, first), ops.multiply(rest, second));
    return ops.stopGradient(ops.l2Normalize(sum));
  }

  private static Node cosines(Ops ops, Node queries, Node mixed) {
    Node wide = ops.reshape(queries, queries.size(0), 1, queries.size(1));
    return ops.sum(ops.multiply(wide, mixed), false, -1);
  }
}
