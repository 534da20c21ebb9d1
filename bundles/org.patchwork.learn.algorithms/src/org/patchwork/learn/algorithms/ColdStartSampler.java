// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.Param;
import org.patchwork.core.RowFilter;
import org.patchwork.learn.PickReasons;
import org.patchwork.learn.RandomRows;
import org.patchwork.learn.SampleRequest;
import org.patchwork.learn.Sampler;
import org.patchwork.learn.Selection;

/**
 * Typical and diverse images for when there are no labels: as many k-means clusters of the features
 * as images wanted, and the image nearest to each centre, largest cluster first (clustering before
 * any label: Hacohen, Dekel and Weinshall 2022, whose density estimate is replaced by the nearness
 * to the centre). Images labelled before, at most 256 of them, stay where they are as further
 * centres, so that the next page covers what the pages before did not.
 */
public final class ColdStartSampler implements Sampler<ColdStartSampler.Parameters> {
  private static final int MAX_LABELED = 256;
  private static final RowFilter UNLABELED =
      new RowFilter(RowFilter.LabelStatus.UNLABELED, RowFilter.ExcludeStatus.ANY, List.of());

  /** Settings. */
  public record Parameters(
      @Param(
              label = "Images considered",
              help =
                  "Cluster a random sample of this many images; more is slower and hardly better.",
              min = 100,
              max = 1_000_000,
              step = 1000)
          int imagesConsidered,
      @Param(
              label = "Iterations",
              help = "At most this many rounds of k-means.",
              min = 1,
              max = 1000)
          int iterations,
      @Param(
              label = "Normalise",
              help = "Compare the directions of features instead of the features themselves.")
          boolean normalize) {
    public Parameters() {
      this(10_000, 10, false);
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public Set<Need> needs() {
    return EnumSet.of(Need.FEATURES);
  }

  @Override
  public Selection sample(SampleRequest request, Parameters parameters, IProgressMonitor monitor) {
    if (request.candidates().length == 0) {
      return Selection.empty("There are no images to choose from.");
    } else if (request.features() == null) {
      return Selection.empty("There are no features to cluster; compute them first.");
    }
    SubMonitor progress = SubMonitor.convert(monitor, 10);
    int[] rows =
        FeatureVectors.present(
            request.features(),
            RandomRows.withoutReplacement(
                request.candidates(), parameters.imagesConsidered(), request.random()));
    if (rows.length == 0) {
      return Selection.empty(
          "None of the images has features, since they could not be read or were added lately;"
              + " compute features first.");
    }
    Points points = points(request, rows, parameters);
    Points labeled = points(request, labeledRows(request), parameters);
    float[] covered = NearestCentre.unreached(rows.length);
    if (labeled.count() > 0) {
      new NearestCentre(labeled).find(points, new int[rows.length], covered);
    }
    progress.split(3);
    KMeans.Clusters clusters =
        new KMeans(points, covered, request.random())
            .run(
                Math.min(request.count(), rows.length), parameters.iterations(), progress.split(7));
    return select(rows, clusters, request, labeled.count());
  }

  private static Points points(SampleRequest request, int[] rows, Parameters parameters) {
    Points points = FeatureVectors.of(request.features(), rows);
    if (parameters.normalize()) {
      points.normalize();
    }
    return points;
  }

  private static int[] labeledRows(SampleRequest request) {
    BitSet labeled = new BitSet();
    labeled.set(0, request.labels().rows());
    for (int row : UNLABELED.select(request.labels())) {
      labeled.clear(row);
    }
    return FeatureVectors.present(
        request.features(),
        RandomRows.withoutReplacement(labeled.stream().toArray(), MAX_LABELED, request.random()));
  }

  /**
   * The point nearest to each centre, largest cluster first; what is missing is drawn at random
   * from the rest.
   */
  private static Selection select(
      int[] rows, KMeans.Clusters clusters, SampleRequest request, int labeled) {
    int[] nearest = clusters.nearestPoints();
    int[] sizes = clusters.sizes();
    int[] order =
        IntStream.range(0, nearest.length)
            .filter(c -> nearest[c] >= 0)
            .boxed()
            .sorted(Comparator.comparingInt(c -> -sizes[c]))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] chosen = Arrays.stream(order).map(c -> rows[nearest[c]]).toArray();
    int[] rest =
        Arrays.stream(rows)
            .filter(row -> Arrays.stream(chosen).noneMatch(taken -> taken == row))
            .toArray();
    int[] filled =
        RandomRows.withoutReplacement(rest, request.count() - chosen.length, request.random());
    String reason =
        chosen.length
            + " images typical of "
            + chosen.length
            + " clusters"
            + (labeled > 0 ? " away from the " + labeled + " labelled images" : "")
            + (filled.length > 0 ? ", " + filled.length + " more at random" : "");
    List<String> why =
        Arrays.stream(order)
            .mapToObj(c -> "typical of a kind (cluster of " + sizes[c] + " images)")
            .toList();
    return Selection.of(chosen, "")
        .because(PickReasons.each(why))
        .followedBy(
            Selection.of(filled, "").because(PickReasons.same("one at random", -1, filled.length)),
            reason);
  }
}
