// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.PredictionTable;
import org.patchwork.core.RandomStreams;
import org.patchwork.internal.cli.PatientTraining;
import org.patchwork.internal.cli.RowLabels;
import org.patchwork.internal.cli.SourceImages;
import org.patchwork.internal.cli.user.UserParameters;
import org.patchwork.learn.Evaluation;
import org.patchwork.learn.ModelDesignSpec;
import org.patchwork.learn.RandomRows;
import org.patchwork.learn.TrainingSpec;
import org.patchwork.training.TestSplit;
import org.patchwork.training.TrainingData;
import org.patchwork.training.TrainingService;
import org.patchwork.training.graph.GraphParameters;
import org.patchwork.training.graph.NeighbourGraph;
import org.patchwork.training.graph.NeighbourGraphs;
import org.patchwork.training.propagation.LabelPropagation;
import org.patchwork.training.propagation.PropagationParameters;

/**
 * Accuracy of label propagation and of a trained head from the same few random labels, on the same
 * features and the same test part, mean over ten draws.
 */
final class PropagationComparison {
  private static final int DRAWS = 10;

  private final BenchmarkRequest request;
  private final UserParameters user;

  PropagationComparison(BenchmarkRequest request) {
    this.request = request;
    this.user = request.invocation().further(UserParameters.class);
  }

  Map<String, Object> run(IProgressMonitor monitor) throws PatchworkException {
    SubMonitor progress = SubMonitor.convert(monitor, 100);
    try (TemporaryFolder temporary = TemporaryFolder.make()) {
      SourceImages source = request.source(temporary.path(), progress.split(5));
      try (FeatureMatrix features =
          request.features(source, temporary.path(), progress.split(25))) {
        return compare(source, features, progress.split(70));
      }
    } catch (IOException e) {
      throw new PatchworkException("The benchmark cannot write: " + e.getMessage() + ".", e);
    }
  }

  private Map<String, Object> compare(
      SourceImages source, FeatureMatrix features, IProgressMonitor monitor)
      throws PatchworkException {
    LabelTable truth = source.labels();
    TestSplit split = TestSplit.of(truth, user.testFraction(), user.bySubset(), user.seed());
    List<Integer> sizes = PropagationBenchmark.comparedAt();
    SubMonitor progress = SubMonitor.convert(monitor, 20 + sizes.size() * DRAWS);
    NeighbourGraph graph =
        new NeighbourGraphs().build(features, "", "", new GraphParameters(), progress.split(20));
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("images", truth.rows());
    figures.put("graphSeconds", graph.info().seconds());
    int[] pool = split.pool().stream().toArray();
    for (int size : sizes) {
      List<Double> spread = new ArrayList<>();
      List<Double> trained = new ArrayList<>();
      for (int draw = 0; draw < DRAWS && size <= pool.length; draw++) {
        RandomStreams streams = new RandomStreams(draw);
        int[] rows = RandomRows.withoutReplacement(pool, size, streams.stream("labels"));
        LabelTable labels = RowLabels.of(truth, rows, truth.classIds());
        spread.add(accuracy(truth, spread(graph, labels, source.exclusive()), split));
        trained.add(
            accuracy(truth, train(source, labels, features, draw, progress.split(1)), split));
      }
      figures.put("propagationAt" + size, mean(spread));
      figures.put("headAt" + size, mean(trained));
    }
    return figures;
  }

  private static PredictionTable spread(
      NeighbourGraph graph, LabelTable labels, boolean exclusive) {
    PropagationParameters parameters = new PropagationParameters();
    return new LabelPropagation(graph, parameters.temperature())
        .run(labels, parameters.iterations(), parameters.clearOpposite(), "", exclusive, null)
        .predictions();
  }

  private PredictionTable train(
      SourceImages source,
      LabelTable labels,
      FeatureMatrix features,
      long seed,
      IProgressMonitor monitor)
      throws PatchworkException {
    TrainingSpec spec =
        new TrainingSpec(
            "benchmark",
            ModelDesignSpec.defaults(request.context().algorithms(), source.exclusive()),
            PatientTraining.PARAMETERS.with("seed", seed));
    TrainingData data = source.data(features).withLabels(labels);
    return new TrainingService(request.context().algorithms())
        .predictions(spec, data, "benchmark", monitor);
  }

  private static double accuracy(LabelTable truth, PredictionTable predictions, TestSplit split) {
    return Evaluation.of(truth, predictions, split.test()::get).accuracy().orElse(Double.NaN);
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }
}
