// SPDX-License-Identifier: MIT
package org.patchwork.learn.conformance;

import java.lang.reflect.Modifier;
import org.patchwork.core.Algorithm;
import org.patchwork.core.ParameterSchema;

/** What holds for everything pluggable: a stateless class whose settings are a record. */
abstract class AlgorithmConformance<A extends Algorithm<P>, P extends Record> {

  /** A new instance of what is checked. */
  protected abstract A algorithm();

  /** The settings to check with; the defaults unless overridden. */
  protected P parameters() {
    return algorithm().defaults();
  }

  /** Checks class and parameter record. */
  final void verifyAlgorithm() {
    A algorithm = algorithm();
    Class<?> type = algorithm.getClass();
    require(Modifier.isPublic(type.getModifiers()), type.getName() + " must be public");
    try {
      require(
          Modifier.isPublic(type.getConstructor().getModifiers()),
          type.getName() + " needs a public constructor without arguments");
    } catch (NoSuchMethodException e) {
      throw new AssertionError(type.getName() + " needs a public constructor without arguments", e);
    }
    ParameterSchema<P> schema = ParameterSchema.of(algorithm.parameterType());
    P defaults = algorithm.defaults();
    require(
        schema.create(schema.values(defaults)).equals(defaults),
        algorithm.parameterType().getName() + " must survive being written and read by name");
    schema
        .parameters()
        .forEach(
            parameter ->
                require(
                    !parameter.param().label().isBlank() && !parameter.param().help().isBlank(),
                    "The parameter " + parameter.name() + " needs a label and a help sentence"));
  }

  static void require(boolean holds, String rule) {
    if (!holds) {
      throw new AssertionError(rule);
    }
  }
}
