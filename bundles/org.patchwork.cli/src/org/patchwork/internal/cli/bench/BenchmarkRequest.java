// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.bench;

import java.nio.file.Path;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.cli.CommandContext;
import org.patchwork.cli.Invocation;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.PatchworkException;
import org.patchwork.internal.cli.FeatureChoice;
import org.patchwork.internal.cli.SourceImages;
import org.patchwork.internal.cli.user.UserParameters;

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
    CommandContext context, int rows, Path images, String peer, Invocation<?> invocation) {

  /** Labelled images as the options name them, or the sample that comes with the product. */
  public SourceImages source(Path temporary, IProgressMonitor monitor) throws PatchworkException {
    if (images == null) {
      return SourceImages.sample(temporary.resolve("images"), context.images(), monitor);
    }
    String labels = invocation.further(UserParameters.class).labels();
    return SourceImages.find(images, labels, context.path(labels), context.images(), monitor);
  }

  /** Features of these images as the options name them, kept where {@code --cache} says. */
  public FeatureMatrix features(SourceImages source, Path temporary, IProgressMonitor monitor)
      throws PatchworkException {
    String cache = invocation.further(UserParameters.class).cache();
    return new FeatureChoice(context, invocation.algorithm("features"))
        .open(source.images(), cache.isEmpty() ? temporary : context.path(cache), monitor);
  }
}
