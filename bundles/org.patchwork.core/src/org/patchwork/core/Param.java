// SPDX-License-Identifier: MIT
package org.patchwork.core;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes one component of a parameter record. The same annotation gives the field in the
 * workbench form, the option on the command line, the range check and the key in the run record.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Param {
  /** Short label in sentence case, without a colon, for example {@code "Batch size"}. */
  String label();

  /**
   * One sentence that says what the parameter does and when to change it; with the paper where
   * there is one.
   */
  String help() default "";

  /** Smallest allowed value of a number, inclusive. */
  double min() default Double.NEGATIVE_INFINITY;

  /** Largest allowed value of a number, inclusive. */
  double max() default Double.POSITIVE_INFINITY;

  /** Step of a spinner; 0 lets the form choose. */
  double step() default 0;

  /** True for a text that names a file; the form then offers to choose one. */
  boolean file() default false;

  /** True for a text that names a folder; the form then offers to choose one. */
  boolean folder() default false;
}
