// SPDX-License-Identifier: MIT
package org.patchwork.core;

/**
 * Something pluggable: a stateless class with a public no-argument constructor whose settings are a
 * record.
 *
 * @param <P> the parameter record; its components carry {@link Param}, its no-argument constructor
 *     gives the defaults, its compact constructor throws {@link IllegalArgumentException} on values
 *     that do not fit together
 */
public interface Algorithm<P extends Record> {
  /** The class of the parameter record, from which forms and command line options are made. */
  Class<P> parameterType();

  /** The default settings. */
  default P defaults() {
    return ParameterSchema.of(parameterType()).defaults();
  }
}
