// SPDX-License-Identifier: MIT
package org.patchwork.internal.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.LabelTable;
import org.patchwork.core.ParameterSchema;
import org.patchwork.core.RandomStreams;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.DrawData;
import org.patchwork.learn.Evaluation;
import org.patchwork.learn.TrainingParameters;
import org.patchwork.learn.TrainingSpec;
import org.patchwork.training.CurvePoint;
import org.patchwork.training.Predicted;
import org.patchwork.training.SimulationSpec;
import org.patchwork.training.TestSplit;
import org.patchwork.training.TrainingData;
import org.patchwork.training.TrainingService;

/** The loop of one sampler and one seed. */
public final class SimulatedRun {
  private final SimulationSpec spec;
  private final String sampler;
  private final long seed;
  private final RandomStreams random;
  private final TrainingData truth;
  private final TestSplit split;
  private final SimulatedLabeler labeler;
  private final TrainingService training;

  public SimulatedRun(
      SimulationSpec spec,
      String sampler,
      long seed,
      TrainingData truth,
      TestSplit split,
      SimulatedLabeler labeler,
      TrainingService training) {
    this.spec = spec;
    this.sampler = sampler;
    this.seed = seed;
    this.random = new RandomStreams(seed);
    this.truth = truth;
    this.split = split;
    this.labeler = labeler;
    this.training = training;
  }

  /** Runs to the end of the budget. */
  public List<CurvePoint> run(SimulationProgress progress) throws TrainingException {
    boolean done = false;
    try {
      List<CurvePoint> points = loop(progress);
      done = true;
      return points;
    } finally {
      if (!done) {
        progress.fail();
      }
    }
  }

  private List<CurvePoint> loop(SimulationProgress progress) throws TrainingException {
    IProgressMonitor monitor = progress.cancelOnly();
    int budget = Math.min(spec.budget(), labeler.poolSize());
    int count = Math.min(spec.start(), budget);
    int[] rows = labeler.first(sampler, count, random, truth.features(), monitor);
    LabelTable labels = labeler.label(labeler.unlabeled(), rows);
    List<CurvePoint> points = new ArrayList<>();
    int labeled = rows.length;
    while (true) {
      progress.checkCanceled();
      Predicted model = train(labels, points.size(), monitor);
      Evaluation evaluation = Evaluation.of(truth.labels(), model.predictions(), split.test()::get);
      CurvePoint point =
          new CurvePoint(sampler, seed, labeled, evaluation, labeler.positives(labels));
      points.add(point);
      progress.trained(point);
      if (labeled >= budget) {
        return points;
      }
      int next = Math.min(spec.batch(), budget - labeled);
      long drawSeed = random.seedOf("draw " + points.size());
      DrawData data =
          new DrawData(
              labels, model.predictions(), truth.features(), model.members(), model.hidden());
      rows = labeler.draw(sampler, next, drawSeed, data, monitor);
      labels = labeler.label(labels, rows);
      labeled += rows.length;
    }
  }

  private Predicted train(LabelTable labels, int round, IProgressMonitor monitor)
      throws TrainingException {
    ParameterSchema<TrainingParameters> schema = ParameterSchema.of(TrainingParameters.class);
    Map<String, Object> values = new LinkedHashMap<>(schema.values(spec.training()));
    values.put("seed", random.seedOf("training " + round));
    TrainingSpec trainingSpec =
        new TrainingSpec("simulation", spec.design(), schema.create(values));
    return training.predict(
        trainingSpec,
        truth.withLabels(labels),
        labeler.looksInside(sampler),
        "simulation",
        monitor);
  }
}
