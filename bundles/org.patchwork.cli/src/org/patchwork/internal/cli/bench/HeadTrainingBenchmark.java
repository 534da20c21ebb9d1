// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.PatchworkException;
import org.patchwork.training.HeadBenchmark;

/** One press of Train with defaults. */
public final class HeadTrainingBenchmark implements Benchmark {
  private static final int REPETITIONS = 5;

  @Override
  public String name() {
    return "head";
  }

  @Override
  public String what() {
    return "Train with defaults (10 epochs of 100 batches of 16) and predict, 2,500 images of 1,024"
        + " features.";
  }

  @Override
  public Map<String, Object> run(BenchmarkRequest request, IProgressMonitor monitor)
      throws PatchworkException {
    List<HeadBenchmark.Timing> timings =
        new HeadBenchmark().run(request.context().algorithms(), REPETITIONS, monitor);
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("firstSeconds", timings.get(0).seconds());
    List<HeadBenchmark.Timing> later = timings.subList(1, timings.size());
    figures.put(
        "medianSeconds",
        later.stream()
            .mapToDouble(HeadBenchmark.Timing::seconds)
            .sorted()
            .skip(later.size() / 2)
            .findFirst()
            .orElseThrow());
    figures.put(
        "medianStepMillis",
        later.stream()
            .mapToDouble(HeadBenchmark.Timing::stepMillis)
            .sorted()
            .skip(later.size() / 2)
            .findFirst()
            .orElseThrow());
    return figures;
  }
}
