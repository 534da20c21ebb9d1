// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.patchwork.cli.AlgorithmOption;
import org.patchwork.core.Algorithm;
import org.patchwork.core.Catalog;
import org.patchwork.core.Contribution;
import org.patchwork.core.Parameter;
import org.patchwork.core.ParameterSchema;

/**
 * The value of an {@link AlgorithmOption} taken apart.
 *
 * @param id full id of the contribution, or a choice that is in no catalog
 * @param parameters what else can be set
 * @param shorthand what was set behind a colon
 */
record ChosenAlgorithm(String id, List<Parameter> parameters, Map<String, Object> shorthand) {

  /**
   * Reads {@code id} or {@code id:text}.
   *
   * @throws IllegalArgumentException if there is no such choice; lists what there is
   */
  static ChosenAlgorithm of(
      AlgorithmOption option, Catalog<? extends Algorithm<?>> catalog, String text) {
    int colon = text.indexOf(':');
    String id = colon < 0 ? text : text.substring(0, colon);
    Map<String, Object> shorthand = Map.of();
    if (colon >= 0) {
      String parameter = option.shorthand().get(id);
      if (parameter == null || parameter.isEmpty()) {
        throw new IllegalArgumentException(
            "--" + option.name() + " " + id + " takes nothing behind a colon.");
      }
      shorthand = Map.of(parameter, text.substring(colon + 1));
    }
    if (catalog.find(id).isEmpty() && option.shorthand().containsKey(id)) {
      return new ChosenAlgorithm(id, List.of(), shorthand);
    }
    Contribution<? extends Algorithm<?>> contribution = catalog.require(id);
    return new ChosenAlgorithm(
        contribution.id(),
        ParameterSchema.of(contribution.instance().parameterType()).parameters(),
        shorthand);
  }

  /** The choices, for the help. */
  static String known(AlgorithmOption option, Catalog<? extends Algorithm<?>> catalog) {
    Stream<String> installed = catalog.all().stream().map(Contribution::shortId);
    return Stream.concat(installed, option.shorthand().keySet().stream().sorted())
        .distinct()
        .map(
            id ->
                !option.shorthand().getOrDefault(id, "").isEmpty()
                    ? id + ":" + option.shorthand().get(id).toUpperCase(java.util.Locale.ROOT)
                    : id)
        .collect(Collectors.joining(", "));
  }
}
