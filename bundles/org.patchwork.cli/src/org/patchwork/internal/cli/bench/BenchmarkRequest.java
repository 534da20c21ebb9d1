// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.bench;

import java.nio.file.Path;
import org.patchwork.cli.CommandContext;
import org.patchwork.cli.Invocation;

/**
 * What a benchmark is asked to do.
 *
 * @param context what commands may use
 * @param rows size of the generated project, for benchmarks that make one
 * @param images folder of pictures to work on, or null to work on generated ones
 * @param peer command of a program to measure in turn, or empty
 * @param invocation the call with all its options
 */
public record BenchmarkRequest(
    CommandContext context, int rows, Path images, String peer, Invocation<?> invocation) {}
