// SPDX-License-Identifier: MIT
/**
 * The benchmarks of {@code docs/benchmarks.md}, one class each. Start reading at {@link
 * org.patchwork.internal.cli.bench.Benchmark}. Each makes its own data and leaves nothing behind.
 */
package org.patchwork.internal.cli.bench;
