// SPDX-License-Identifier: MIT
package org.patchwork.cli;

import java.util.Map;

/**
 * One call of a command.
 *
 * @param parameters the command's own parameters
 * @param further the records of {@link Command#furtherParameters()}, by class
 * @param algorithms the choices of {@link Command#algorithms()}, by option name
 * @param context what the command may use
 * @param <P> parameter record
 */
public record Invocation<P extends Record>(
    P parameters,
    Map<Class<? extends Record>, Record> further,
    Map<String, AlgorithmChoice> algorithms,
    CommandContext context) {

  /** One of the further records. */
  public <R extends Record> R further(Class<R> type) {
    return type.cast(further.get(type));
  }

  /** The choice made with this option. */
  public AlgorithmChoice algorithm(String option) {
    return algorithms.get(option);
  }
}
