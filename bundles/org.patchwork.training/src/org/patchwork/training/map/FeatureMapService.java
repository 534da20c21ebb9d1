// SPDX-License-Identifier: MIT
package org.patchwork.training.map;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.LabelTable;
import org.patchwork.core.RandomStreams;
import org.patchwork.core.TrainingException;
import org.patchwork.internal.training.graph.PooledRows;
import org.patchwork.internal.training.graph.PrincipalDirections;
import org.patchwork.internal.training.map.Layout;
import org.patchwork.learn.Part;
import org.patchwork.learn.RandomRows;

/**
 * Lays images out in the plane by t-SNE (van der Maaten 2014, "Accelerating t-SNE using tree-based
 * algorithms"), on features of length 1 in their 50 directions of largest variance. The same
 * features, images and parameters give the same map.
 */
public final class FeatureMapService {
  private static final int FEWEST = 5;
  private static final int DIMENSIONS = 50;
  private static final int LAYOUT_WORK = 90;

  /**
   * Makes a map.
   *
   * @param features one row per row of the table, NaN for images without features
   * @throws TrainingException if there are too few images, or their features do not differ; says
   *     what to do
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  public FeatureMap compute(
      FeatureMatrix features,
      String featureSet,
      LabelTable labels,
      MapParameters parameters,
      IProgressMonitor monitor)
      throws TrainingException {
    SubMonitor progress = SubMonitor.convert(monitor, "Laying out images", 100);
    RandomStreams streams = new RandomStreams(parameters.seed());
    int[] candidates = candidates(labels, parameters.images());
    int[] drawn =
        candidates.length <= parameters.most()
            ? candidates
            : RandomRows.withoutReplacement(
                candidates, parameters.most(), streams.stream("images"));
    PooledRows pooled = new PooledRows(features);
    int width = pooled.width();
    float[] points = new float[Math.multiplyExact(drawn.length, width)];
    int[] rows = new int[drawn.length];
    Arrays.sort(drawn);
    int count = 0;
    for (int row : drawn) {
      if (pooled.read(row, points, count * width)) {
        PooledRows.normalize(points, count * width, width);
        rows[count++] = row;
      }
    }
    requireEnough(count, parameters.images());
    progress.split(2);
    double[][] reduced = reduced(points, count, width, streams);
    progress.setWorkRemaining(LAYOUT_WORK);
    Layout layout = Layout.of(reduced, parameters, progress.split(LAYOUT_WORK));
    return new FeatureMap(
        featureSet, Arrays.copyOf(rows, count), layout.x(), layout.y(), candidates.length);
  }

  private static int[] candidates(LabelTable labels, MapParameters.Images images) {
    return switch (images) {
      case VALIDATION -> Part.VALIDATION.rows(labels);
      case LABELED ->
          IntStream.range(0, labels.rows())
              .filter(row -> !labels.excluded(row))
              .filter(row -> labels.status(row) != LabelTable.Status.UNLABELED)
              .toArray();
      case ALL -> IntStream.range(0, labels.rows()).filter(row -> !labels.excluded(row)).toArray();
    };
  }

  private static void requireEnough(int count, MapParameters.Images images)
      throws TrainingException {
    if (count < FEWEST) {
      String cure =
          switch (images) {
            case VALIDATION -> "hold more images out for validation, or show all images";
            case LABELED -> "label more images, or show all images";
            case ALL -> "add images and compute their features";
          };
      throw new TrainingException(
          "A map needs at least "
              + FEWEST
              + " images with features, but there are "
              + count
              + "; "
              + cure
              + ".");
    }
  }

  private static double[][] reduced(float[] points, int count, int width, RandomStreams streams) {
    int dimensions = Math.min(DIMENSIONS, Math.min(width, count));
    PrincipalDirections directions =
        PrincipalDirections.of(
            points, count, width, dimensions, true, streams.stream("directions"));
    double[][] reduced = new double[count][dimensions];
    float[] point = new float[width];
    float[] target = new float[dimensions];
    for (int i = 0; i < count; i++) {
      System.arraycopy(points, i * width, point, 0, width);
      directions.project(point, target, 0);
      for (int d = 0; d < dimensions; d++) {
        reduced[i][d] = target[d];
      }
    }
    return reduced;
  }
}
