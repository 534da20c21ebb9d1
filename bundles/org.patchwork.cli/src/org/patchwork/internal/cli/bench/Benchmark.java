// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.bench;

import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.PatchworkException;

/** Something worth measuring. */
public interface Benchmark {
  /** What users type. */
  String name();

  /** What is measured, in one sentence. */
  String what();

  /** Measures; the keys name the figure and its unit. */
  Map<String, Object> run(BenchmarkRequest request, IProgressMonitor monitor)
      throws PatchworkException;
}
