// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.Param;
import org.patchwork.core.RandomStreams;
import org.patchwork.learn.PickReasons;
import org.patchwork.learn.SampleRequest;
import org.patchwork.learn.Selection;

/**
 * Different images, whatever the model says: k-means++ (Arthur and Vassilvitskii 2007) over the
 * features, averaged over a map, scaled to length 1 and projected by a fixed random normal matrix
 * (Johnson and Lindenstrauss 1984), so that the chance of an image is in proportion to its squared
 * distance from everything labelled or drawn before. The score is that distance.
 */
public final class DiversitySampler extends FeatureSampler<DiversitySampler.Parameters> {

  /** Settings. */
  public record Parameters(
      @Param(
              label = "Dimensions",
              help =
                  "Project the features to so many dimensions, which is faster and changes"
                      + " distances little; 0 leaves them as they are.",
              min = 0,
              max = 4096,
              step = 16)
          int dimensions,
      @Param(
              label = "Away from labels",
              help = "Keep away from labelled images, too, not only from those drawn before.")
          boolean awayFromLabels,
      @Param(
              label = "Images considered",
              help = "Compare a random sample of at most this many images.",
              min = 100,
              max = 10_000_000,
              step = 1000)
          int imagesConsidered)
      implements PoolLimit {
    public Parameters() {
      this(64, true, 100_000);
    }
  }

  public DiversitySampler() {
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
    Points points = projected(pool.points(), parameters.dimensions());
    float[] nearest = NearestCentre.unreached(pool.size());
    int labeled = 0;
    if (parameters.awayFromLabels()) {
      FeaturePool others = FeaturePool.labeled(request, Coverage.MOST_LABELED, monitor);
      labeled = others.size();
      nearest = Coverage.distances(points, projected(others.points(), parameters.dimensions()));
    }
    SpreadPicks picks =
        new SpreadPicks(new PointSpace(points), nearest)
            .byLot(request.count(), request.random(), monitor);
    int[] rows = pool.rowsOf(picks.points());
    String reason = pool.images(rows.length) + " different from each other";
    Selection selection =
        new Selection(
            rows,
            Coverage.finite(picks.distances()),
            PickReasons.same("different from the others", -1, rows.length),
            labeled == 0 ? reason : reason + " and from " + labeled + " labelled");
    return filled(selection, pool, request);
  }

  private static Points projected(Points points, int dimensions) {
    points.normalize();
    int width = points.width();
    if (dimensions == 0 || dimensions >= width) {
      return points;
    }
    float[] matrix = matrix(dimensions, width);
    float[] projected = new float[points.count() * dimensions];
    IntStream.range(0, points.count())
        .parallel()
        .forEach(
            point -> {
              for (int k = 0; k < dimensions; k++) {
                projected[point * dimensions + k] =
                    Points.dot(points.values(), point * width, matrix, k * width, width);
              }
            });
    return new Points(projected, points.count(), dimensions);
  }

  /** The same matrix in each draw; scaled so that squared distances are kept on average. */
  private static float[] matrix(int dimensions, int width) {
    RandomGenerator random = new RandomStreams(0).stream("diversity projection");
    float[] matrix = new float[dimensions * width];
    float scale = (float) (1 / Math.sqrt(dimensions));
    for (int i = 0; i < matrix.length; i++) {
      matrix[i] = scale * (float) random.nextGaussian();
    }
    return matrix;
  }
}
