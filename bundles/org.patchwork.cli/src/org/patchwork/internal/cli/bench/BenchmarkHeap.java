// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.bench;

/** The heap as it is between two measurements. */
final class BenchmarkHeap {
  private static final double MEGA = 1e6;

  private BenchmarkHeap() {}

  /** What is reachable, without what only waits to be collected, in megabytes. */
  static double liveMegabytes() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / MEGA;
  }
}
