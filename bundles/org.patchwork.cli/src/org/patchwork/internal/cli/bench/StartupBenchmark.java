// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;

/** From the start of the process to the first line of a command, and on to a loaded engine. */
public final class StartupBenchmark implements Benchmark {
  private static final double MILLI = 1e-3;

  @Override
  public String name() {
    return "startup";
  }

  @Override
  public String what() {
    return "Seconds from the start of the process to a running command, and to a loaded engine.";
  }

  @Override
  public Map<String, Object> run(BenchmarkRequest request, IProgressMonitor monitor) {
    Map<String, Object> figures = new LinkedHashMap<>();
    ProcessHandle.current()
        .info()
        .startInstant()
        .ifPresent(
            start ->
                figures.put(
                    "commandSeconds",
                    Duration.between(start, request.context().clock().instant()).toMillis()
                        * MILLI));
    long before = System.nanoTime();
    request.context().algorithms();
    figures.put("catalogSeconds", (System.nanoTime() - before) * 1e-9);
    long catalogs = System.nanoTime();
    figures.put("engine", request.context().algorithms().engine().version());
    figures.put("engineSeconds", (System.nanoTime() - catalogs) * 1e-9);
    return figures;
  }
}
