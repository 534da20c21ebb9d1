// SPDX-License-Identifier: MIT
package org.patchwork.internal.training.map;

import de.javagl.tsne.Tsne;
import java.util.Arrays;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.TrainingException;
import org.patchwork.training.map.MapParameters;

/**
 * Points in the plane, as Barnes-Hut t-SNE places them.
 *
 * @param x one value per point
 * @param y one value per point
 */
public record Layout(float[] x, float[] y) {
  private static final int TICKS = 1000;
  private static final double SMALLEST = 1e-6;

  /** Places points; the perplexity is lowered to what their number allows. */
  public static Layout of(double[][] points, MapParameters parameters, IProgressMonitor monitor)
      throws TrainingException {
    requireDifferences(points);
    SubMonitor progress = SubMonitor.convert(monitor, TICKS);
    Tsne library = new Tsne();
    library.setOutputDims(2);
    library.setInitialDims(points[0].length);
    library.setPerplexity(Math.min(parameters.perplexity(), (points.length - 1) / 3.0));
    library.setMaxIterations(parameters.iterations());
    library.setRandomSeed(parameters.seed());
    library.setMessageConsumer(message -> requireWanted(progress)); // without one it prints
    int[] done = new int[1];
    library.setProgressConsumer(
        share -> {
          int now = (int) (share * TICKS);
          progress.split(now - done[0]); // throws if the user cancelled
          done[0] = now;
        });
    double[][] places = library.run(points);
    Layout layout = new Layout(new float[points.length], new float[points.length]);
    for (int i = 0; i < points.length; i++) {
      layout.x[i] = (float) places[i][0];
      layout.y[i] = (float) places[i][1];
    }
    return layout;
  }

  private static void requireWanted(IProgressMonitor monitor) {
    if (monitor.isCanceled()) {
      throw new OperationCanceledException();
    }
  }

  /** The library scales by the largest value, which must not be 0. */
  private static void requireDifferences(double[][] points) throws TrainingException {
    boolean differ =
        Arrays.stream(points).flatMapToDouble(Arrays::stream).anyMatch(value -> value > SMALLEST);
    if (!differ) {
      throw new TrainingException(
          "These images cannot be laid out, because their features do not differ; choose more"
              + " images or other features.");
    }
  }
}
