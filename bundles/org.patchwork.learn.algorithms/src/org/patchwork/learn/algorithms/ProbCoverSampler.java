// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.Param;
import org.patchwork.learn.PickReasons;
import org.patchwork.learn.SampleRequest;
import org.patchwork.learn.Selection;

/**
 * ProbCover (Yehuda, Dekel, Hacohen and Weinshall 2022): each image is the one within whose radius
 * lie most images that no labelled or chosen image covers yet. The score is their share. The radius
 * is the largest for which, in a clustering into about as many clusters as there are classes, the
 * wanted share of images has neighbours of its own cluster only (section 3.2): with d the distance
 * of an image to the nearest one of another cluster, that is a quantile of d.
 */
public final class ProbCoverSampler extends FeatureSampler<ProbCoverSampler.Parameters> {
  private static final int ROUNDS = 20;

  /** Settings. */
  public record Parameters(
      @Param(
              label = "Radius",
              help =
                  "An image covers what is nearer than this; 0 finds a radius by the purity below.",
              min = 0)
          double radius,
      @Param(
              label = "Purity",
              help =
                  "Share of images whose surroundings are to belong to one cluster; less gives a"
                      + " larger radius.",
              min = 0.5,
              max = 0.999,
              step = 0.01)
          double purity,
      @Param(
              label = "Images considered",
              help = "Compare a random sample of at most this many images, each with each.",
              min = 100,
              max = 20_000,
              step = 1000)
          int imagesConsidered)
      implements PoolLimit {
    public Parameters() {
      this(0, 0.95, 5000);
    }
  }

  public ProbCoverSampler() {
    super(); // needs nothing but features
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  Selection choose(
      FeaturePool pool,
      PredictionView view,
      SampleRequest request,
      Parameters parameters,
      SubMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, 4);
    FeaturePool labeled = FeaturePool.labeled(request, Coverage.MOST_LABELED, progress.split(1));
    pool.makeDirections(request.features());
    labeled.makeDirections(request.features());
    int clusters = Math.clamp(request.labels().classes(), 2, pool.size() + 1);
    float radius =
        parameters.radius() > 0
            ? (float) parameters.radius()
            : radius(pool.points(), clusters, parameters.purity(), request, progress.split(1));
    BitSet[] near = Pairs.within(pool.points(), radius * radius, progress.split(1));
    BitSet open = uncovered(pool, labeled, radius * radius);
    int already = pool.size() - open.cardinality();
    int wanted = Math.min(request.count(), pool.size());
    int[] places = new int[wanted];
    float[] scores = new float[wanted];
    int found = 0;
    progress.setWorkRemaining(wanted);
    for (; found < wanted; found++) {
      progress.split(1);
      int[] covers = covers(near, open);
      int best =
          IntStream.range(0, covers.length).reduce(0, (a, b) -> covers[b] > covers[a] ? b : a);
      if (covers[best] == 0) {
        break;
      }
      places[found] = best;
      scores[found] = (float) covers[best] / pool.size();
      open.andNot(near[best]);
    }
    int[] rows = pool.rowsOf(Arrays.copyOf(places, found));
    String reason =
        String.format(
            Locale.ROOT,
            "%s that cover most within a radius of %.3g; %.0f %% were covered before",
            pool.images(found),
            radius,
            100.0 * already / pool.size());
    Selection selection =
        new Selection(
            rows,
            Arrays.copyOf(scores, found),
            PickReasons.same("near to many not covered yet", -1, found),
            reason);
    return filled(selection, pool, request);
  }

  private static float radius(
      Points points, int clusters, double purity, SampleRequest request, SubMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, 2);
    int[] cluster =
        new KMeans(points, request.random()).run(clusters, ROUNDS, progress.split(1)).cluster();
    float[] other = Pairs.nearestOfOtherGroup(points, cluster, progress.split(1));
    Arrays.sort(other);
    float squared = other[(int) ((1 - purity) * (other.length - 1))];
    return Float.isInfinite(squared) ? 1 : (float) Math.sqrt(squared);
  }

  private static BitSet uncovered(FeaturePool pool, FeaturePool labeled, float squaredRadius) {
    float[] nearest = Coverage.distances(pool.points(), labeled.points());
    BitSet open = new BitSet(pool.size());
    IntStream.range(0, nearest.length).filter(i -> nearest[i] >= squaredRadius).forEach(open::set);
    return open;
  }

  private static int[] covers(BitSet[] near, BitSet open) {
    int[] covers = new int[near.length];
    IntStream.range(0, near.length)
        .parallel()
        .forEach(
            i -> {
              BitSet covered = (BitSet) near[i].clone();
              covered.and(open);
              covers[i] = covered.cardinality();
            });
    return covers;
  }
}
