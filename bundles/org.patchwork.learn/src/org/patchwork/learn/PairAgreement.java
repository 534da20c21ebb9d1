// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import java.util.List;
import org.patchwork.core.Voice;

/**
 * How well two voices agree on the cells both answered, by Cohen's κ.
 *
 * @param first one voice
 * @param second the other; of the same person, if this is how well she agrees with herself
 * @param byClass one per class, in order
 * @param overall all classes together, see {@link Kappa#pooled}
 */
public record PairAgreement(Voice first, Voice second, List<Kappa> byClass, Kappa overall) {
  public PairAgreement {
    byClass = List.copyOf(byClass);
  }

  /** True if both voices are those of one person. */
  public boolean self() {
    return first.annotator().equals(second.annotator());
  }
}
