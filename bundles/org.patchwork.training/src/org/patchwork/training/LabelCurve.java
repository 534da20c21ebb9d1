// SPDX-License-Identifier: MIT
package org.patchwork.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.LabelTable;
import org.patchwork.core.ParameterSchema;
import org.patchwork.core.PredictionTable;
import org.patchwork.core.RandomStreams;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.Evaluation;
import org.patchwork.learn.Part;
import org.patchwork.learn.RandomRows;
import org.patchwork.learn.TrainingParameters;
import org.patchwork.learn.TrainingSpec;
import org.patchwork.learn.evaluation.PowerLaw;
import org.patchwork.learn.evaluation.RunsSoFar;

/**
 * The learning curve of the labels one has: models trained on the labels in the order in which they
 * were given, judged on the images held out now, beside a twin trained on as many of the same
 * images in random order. Both end at the same point. Where the given order lies above the twin,
 * the order of labelling has helped; where both are level, so are more labels of the same kind.
 */
public final class LabelCurve {
  /** {@link CurvePoint#sampler()} of the labels in the order in which they were given. */
  public static final String GIVEN = "as labelled";

  /** That of the same images in random order. */
  public static final String RANDOM = "random twin";

  private static final int FEWEST = 10;
  private static final int STAGES = 6;

  private final TrainingService training;

  public LabelCurve(TrainingService training) {
    this.training = training;
  }

  /**
   * Trains at every stage, and as often on the twin.
   *
   * @param stages the labels at earlier moments, of the same images and classes, the earliest
   *     first; without any, only the twin is trained, at six sizes up to all labels
   * @param seeds one repetition each, which differ in initial weights, batches and twin
   * @param listener hears of each point
   * @throws TrainingException if no held-out image has a label, or a training fails
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  public List<CurvePoint> run(
      TrainingSpec spec,
      TrainingData data,
      List<LabelTable> stages,
      List<Long> seeds,
      SimulationListener listener,
      IProgressMonitor monitor)
      throws TrainingException {
    requireHeldOut(data.labels());
    int[] labeled = labeled(data.labels());
    int[] sizes = stages.isEmpty() ? sizes(labeled.length) : sizes(stages);
    SubMonitor progress =
        SubMonitor.convert(
            monitor, "Learning curve", seeds.size() * (stages.size() + sizes.length));
    List<CurvePoint> points = new ArrayList<>();
    for (long seed : seeds) {
      TrainingSpec seeded = seeded(spec, seed);
      for (int i = 0; i < stages.size(); i++) {
        progress.subTask(String.format("%,d labels as given", sizes[i]));
        points.add(point(seeded, data, stages.get(i), GIVEN, seed, sizes[i], progress.split(1)));
        listener.trained(points.getLast());
      }
      int[] shuffled = RandomRows.shuffled(labeled, new RandomStreams(seed).stream("random twin"));
      for (int size : sizes) {
        progress.subTask(String.format("%,d labels in random order", size));
        LabelTable part = only(data.labels(), shuffled, size);
        points.add(point(seeded, data, part, RANDOM, seed, size, progress.split(1)));
        listener.trained(points.getLast());
      }
    }
    return points;
  }

  /**
   * What is left to gain at each size, as a mean over the repetitions: in the order as labelled if
   * that has three sizes, else of the twin.
   *
   * @param exclusive true if exactly one class is present in an image
   */
  public static List<PowerLaw.Point> errors(List<CurvePoint> points, boolean exclusive) {
    List<PowerLaw.Point> given = errors(points, exclusive, GIVEN);
    return given.size() >= 3 ? given : errors(points, exclusive, RANDOM);
  }

  private static List<PowerLaw.Point> errors(
      List<CurvePoint> points, boolean exclusive, String order) {
    TreeMap<Integer, List<Double>> bySize = new TreeMap<>();
    for (CurvePoint point : points) {
      OptionalDouble figure = RunsSoFar.figure(point.evaluation(), exclusive);
      if (point.sampler().equals(order) && figure.isPresent()) {
        bySize
            .computeIfAbsent(point.labels(), size -> new ArrayList<>())
            .add(1 - figure.getAsDouble());
      }
    }
    return bySize.entrySet().stream()
        .map(
            entry ->
                new PowerLaw.Point(
                    entry.getKey(),
                    entry.getValue().stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElseThrow()))
        .toList();
  }

  private CurvePoint point(
      TrainingSpec spec,
      TrainingData data,
      LabelTable labels,
      String order,
      long seed,
      int size,
      IProgressMonitor monitor)
      throws TrainingException {
    PredictionTable predictions =
        training.predictions(spec, data.withLabels(labels), order, monitor);
    return new CurvePoint(
        order,
        seed,
        size,
        Evaluation.of(data.labels(), predictions, Part.VALIDATION),
        List.of(),
        Arrays.stream(labeled(labels)).boxed().toList());
  }

  private static void requireHeldOut(LabelTable labels) throws TrainingException {
    for (int row = 0; row < labels.rows(); row++) {
      if (Part.VALIDATION.contains(labels, row)
          && labels.status(row) != LabelTable.Status.UNLABELED) {
        return;
      }
    }
    throw new TrainingException(
        "A learning curve is measured on held-out images, and none of them has a label. Hold some"
            + " labelled images out for validation first.");
  }

  /** Rows that may be trained on and have a label, ascending. */
  private static int[] labeled(LabelTable labels) {
    return Arrays.stream(Part.TRAINING.rows(labels))
        .filter(row -> labels.status(row) != LabelTable.Status.UNLABELED)
        .toArray();
  }

  private static int[] sizes(List<LabelTable> stages) {
    return stages.stream().mapToInt(stage -> labeled(stage).length).toArray();
  }

  /** From few to all, each time by the same factor. */
  private static int[] sizes(int all) {
    double least = Math.min(FEWEST, all);
    int[] sizes = new int[STAGES];
    for (int i = 0; i < STAGES; i++) {
      sizes[i] = (int) Math.round(least * Math.pow(all / least, i / (STAGES - 1.0)));
    }
    return Arrays.stream(sizes).filter(size -> size > 0).distinct().toArray();
  }

  /** The table without the labels of the rows behind the first so many. */
  private static LabelTable only(LabelTable labels, int[] rows, int count) {
    int[] hidden = Arrays.copyOfRange(rows, count, rows.length);
    byte[] unknown = new byte[hidden.length];
    Arrays.fill(unknown, LabelTable.UNKNOWN);
    LabelTable table = labels;
    for (int c = 0; c < labels.classes(); c++) {
      table = table.withLabels(c, hidden, unknown);
    }
    return table;
  }

  private static TrainingSpec seeded(TrainingSpec spec, long seed) {
    ParameterSchema<TrainingParameters> schema = ParameterSchema.of(TrainingParameters.class);
    Map<String, Object> values = new LinkedHashMap<>(schema.values(spec.parameters()));
    values.put("seed", seed);
    return new TrainingSpec(spec.name(), spec.design(), schema.create(values));
  }
}
