// SPDX-License-Identifier: MIT
package org.patchwork.training.probe;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.LabelTable;
import org.patchwork.core.RandomStreams;
import org.patchwork.core.TrainingException;
import org.patchwork.internal.training.graph.PooledRows;
import org.patchwork.internal.training.probe.ProbeDraw;
import org.patchwork.internal.training.probe.ProbeFit;

/**
 * Compares feature extractors by the learning curve of a linear classifier: in each experiment some
 * images are kept apart, a number of the others is drawn, evenly on a logarithmic scale, and a
 * logistic regression is fitted on the features of each extractor. All extractors learn from the
 * same images and are tested on the same others, which are never those learnt from.
 */
public final class ProbeService {
  /**
   * Runs the experiments, several at a time; the answer does not depend on how many.
   *
   * @param classId stable id of the class to tell apart
   * @return one point per experiment and extractor, by experiment; experiments in which one side
   *     was missing in every try are left out
   * @throws TrainingException if there are too few labels for any experiment; says what to do
   * @throws OperationCanceledException if the monitor is cancelled
   */
  public List<ProbePoint> run(
      List<ProbedFeatures> features,
      LabelTable labels,
      String classId,
      ProbeParameters parameters,
      IProgressMonitor monitor)
      throws TrainingException {
    int column = labels.classIndex(classId);
    if (column < 0 || features.isEmpty()) {
      throw new IllegalArgumentException("There is no class " + classId + " or no features");
    }
    SubMonitor progress =
        SubMonitor.convert(monitor, "Probing extractors", parameters.experiments());
    int[] rows = usable(features, labels, column);
    RandomStreams streams = new RandomStreams(parameters.seed());
    ProbeFit fit = new ProbeFit(labels, column, parameters, progress::isCanceled);
    List<ProbePoint> points =
        IntStream.range(0, parameters.experiments())
            .parallel()
            .boxed()
            .flatMap(
                experiment -> {
                  if (progress.isCanceled()) {
                    throw new OperationCanceledException();
                  }
                  ProbeDraw draw =
                      ProbeDraw.of(
                          labels,
                          rows,
                          column,
                          parameters,
                          streams.stream("experiment " + experiment));
                  List<ProbePoint> found =
                      draw == null
                          ? List.of()
                          : features.stream().map(each -> fit.run(experiment, each, draw)).toList();
                  synchronized (progress) {
                    progress.worked(1);
                  }
                  return found.stream();
                })
            .toList();
    if (points.isEmpty()) {
      throw new TrainingException(
          "There are not enough labels of both kinds to learn from some images and test on others;"
              + " label more images with and without the class.");
    }
    return points;
  }

  /** Rows with a label for the class and all features, not excluded. */
  private static int[] usable(List<ProbedFeatures> features, LabelTable labels, int column)
      throws TrainingException {
    int[] labeled =
        IntStream.range(0, labels.rows())
            .filter(row -> !labels.excluded(row))
            .filter(row -> labels.label(row, column) != LabelTable.UNKNOWN)
            .toArray();
    for (ProbedFeatures each : features) {
      PooledRows pooled = new PooledRows(each.features());
      float[] vector = new float[pooled.width()];
      labeled = Arrays.stream(labeled).filter(row -> pooled.read(row, vector, 0)).toArray();
    }
    if (labeled.length < 8) {
      throw new TrainingException(
          "Only "
              + labeled.length
              + " images with features have a label for the class; label at least 8, with and"
              + " without it.");
    }
    return labeled;
  }
}
