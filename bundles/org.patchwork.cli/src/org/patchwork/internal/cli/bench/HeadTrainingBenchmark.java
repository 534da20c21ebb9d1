// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.PatchworkException;
import org.patchwork.training.HeadBenchmark;

/** Training and predictions of a head. */
public final class HeadTrainingBenchmark implements Benchmark {
  @Override
  public String name() {
    return "head";
  }

  @Override
  public String what() {
    return "One press of Train with defaults on 2,500 images of 1,024 features; an epoch over 10,000"
        + " images of 512 features and 12 classes; 100 batches of 16; predictions for 50,000 images.";
  }

  @Override
  public Map<String, Object> run(BenchmarkRequest request, IProgressMonitor monitor)
      throws PatchworkException {
    return new LinkedHashMap<>(new HeadBenchmark(request.context().algorithms()).run(monitor));
  }
}
