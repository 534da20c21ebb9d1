// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.bench;

import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.cli.CommandContext;
import org.patchwork.core.PatchworkException;

/** Something worth measuring. */
public interface Benchmark {
  /** What users type. */
  String name();

  /** What is measured, in one sentence. */
  String what();

  /** Measures; the keys name the figure and its unit. */
  Map<String, Object> run(CommandContext context, IProgressMonitor monitor)
      throws PatchworkException;
}
