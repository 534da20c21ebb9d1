// SPDX-License-Identifier: MIT
package org.patchwork.cli;

import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.Algorithm;
import org.patchwork.core.PatchworkException;

/**
 * A command of the command line. Extension point {@code org.patchwork.cli.commands}; the last
 * segment of the id is what users type. Like every contribution it is stateless, and its settings
 * are a record: each component becomes an option, {@code --batch-size} for {@code batchSize}, with
 * its help, default and range from {@link org.patchwork.core.Param}. {@code --help} and {@code
 * --json} need no work.
 *
 * <p>A command does not print. It returns what it has to say, as values for machines and as lines
 * for people; the command line prints one or the other. It reports progress through the monitor and
 * checks it for a cancel.
 *
 * @param <P> parameter record
 */
public interface Command<P extends Record> extends Algorithm<P> {

  /** Components of the record that are given by their place instead of an option, in order. */
  default List<String> positionals() {
    return List.of();
  }

  /**
   * Components of the record that must be given: those that have a place, unless said otherwise.
   */
  default List<String> required() {
    return positionals();
  }

  /**
   * True if the command changes labels or classes; then it takes {@code --annotator}, the name
   * under which it does so.
   */
  default boolean edits() {
    return false;
  }

  /**
   * Further records whose components become options, for example the training parameters, as they
   * are by default.
   */
  default List<Record> furtherParameters() {
    return List.of();
  }

  /** Installed algorithms to choose from; each brings the options of the one that is chosen. */
  default List<AlgorithmOption> algorithms() {
    return List.of();
  }

  /**
   * Name of the algorithm option whose value may be typed first, without the name, as in {@code
   * pretrain simclr PROJECT}; empty for none.
   */
  default String leadingAlgorithm() {
    return "";
  }

  /**
   * Does the work.
   *
   * @throws PatchworkException if it fails for a reason the user can act on: exit code 1
   * @throws IllegalArgumentException if the parameters do not fit what they are applied to: exit
   *     code 2
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor was cancelled: exit
   *     code 130
   */
  CommandResult run(Invocation<P> invocation, IProgressMonitor monitor) throws PatchworkException;
}
