// SPDX-License-Identifier: MIT
package org.patchwork.internal.training;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.patchwork.training.CurvePoint;
import org.patchwork.training.SimulationListener;

/** One monitor and one listener for runs on several threads. */
public final class SimulationProgress {
  private final IProgressMonitor monitor;
  private final SimulationListener listener;
  private volatile boolean failed;

  public SimulationProgress(IProgressMonitor monitor, SimulationListener listener) {
    this.monitor = monitor;
    this.listener = listener;
  }

  /** Counts and passes on a point. */
  synchronized void trained(CurvePoint point) {
    monitor.worked(1);
    monitor.subTask(
        String.format("%s, seed %d: %,d labels", point.sampler(), point.seed(), point.labels()));
    listener.trained(point);
  }

  /** Ends all runs, because one failed. */
  void fail() {
    failed = true;
  }

  /** A monitor for one run, which hears of a cancel, and counts nothing. */
  IProgressMonitor cancelOnly() {
    return new NullProgressMonitor() {
      @Override
      public boolean isCanceled() {
        return failed || monitor.isCanceled();
      }
    };
  }

  void checkCanceled() {
    if (failed || monitor.isCanceled()) {
      throw new OperationCanceledException();
    }
  }
}
