// SPDX-License-Identifier: MIT
package org.patchwork.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.patchwork.core.ParameterSchema;

/**
 * One call of a command.
 *
 * @param parameters the command's own parameters
 * @param further the records of {@link Command#furtherParameters()}, by class
 * @param given of the further records, the components that the user named, as text by name
 * @param algorithms the choices of {@link Command#algorithms()}, by option name
 * @param context what the command may use
 * @param <P> parameter record
 */
public record Invocation<P extends Record>(
    P parameters,
    Map<Class<? extends Record>, Record> further,
    Map<Class<? extends Record>, Map<String, Object>> given,
    Map<String, AlgorithmChoice> algorithms,
    CommandContext context) {

  /** One of the further records. */
  public <R extends Record> R further(Class<R> type) {
    return type.cast(further.get(type));
  }

  /**
   * One of the further records, with what the user did not name taken from elsewhere, as from the
   * settings of a project.
   *
   * @param stored values by name, as text; names the record does not have are an error
   * @throws IllegalArgumentException if a value does not fit
   */
  public <R extends Record> R further(Class<R> type, Map<String, ?> stored) {
    Map<String, Object> values = new LinkedHashMap<>(stored);
    values.putAll(given.get(type));
    return ParameterSchema.of(type).create(values);
  }

  /** The choice made with this option. */
  public AlgorithmChoice algorithm(String option) {
    return algorithms.get(option);
  }
}
