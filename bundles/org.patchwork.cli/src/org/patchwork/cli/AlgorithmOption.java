// SPDX-License-Identifier: MIT
package org.patchwork.cli;

import java.util.Map;
import java.util.function.Function;
import org.patchwork.core.Algorithm;
import org.patchwork.core.Catalog;
import org.patchwork.learn.Algorithms;

/**
 * An option whose value is one of the installed algorithms. The parameters of the chosen one become
 * options under the same prefix: with {@code --output softmax} comes {@code
 * --output-label-smoothing}.
 *
 * @param name of the option, without dashes
 * @param help one sentence
 * @param defaultId what is taken if the option is not given
 * @param catalog where to choose from
 * @param shorthand by short id the parameter that a text behind a colon sets, as in {@code
 *     savedmodel:DIR}; an id that is in no catalog is a choice of its own, which takes nothing
 *     behind a colon if its parameter is empty
 */
public record AlgorithmOption(
    String name,
    String help,
    String defaultId,
    Function<Algorithms, Catalog<? extends Algorithm<?>>> catalog,
    Map<String, String> shorthand) {

  public AlgorithmOption {
    shorthand = Map.copyOf(shorthand);
  }

  /** An option without shorthands. */
  public AlgorithmOption(
      String name,
      String help,
      String defaultId,
      Function<Algorithms, Catalog<? extends Algorithm<?>>> catalog) {
    this(name, help, defaultId, catalog, Map.of());
  }
}
