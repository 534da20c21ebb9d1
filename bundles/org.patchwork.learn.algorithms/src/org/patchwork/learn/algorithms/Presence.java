// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import org.patchwork.learn.PickReasons;
import org.patchwork.learn.SampleRequest;
import org.patchwork.learn.Selection;

/** What images are wanted for: that they contain the chosen class, or that they lack it. */
enum Presence {
  PRESENT("contain", "highest"),
  ABSENT("lack", "lowest");

  private final String verb;
  private final String superlative;

  Presence(String verb, String superlative) {
    this.verb = verb;
    this.superlative = superlative;
  }

  /** A selection whose images were all chosen for the same reason, about the chosen class. */
  static Selection because(Selection selection, String what, SampleRequest request) {
    return selection.because(
        PickReasons.same(
            what + request.className(request.classIndex()),
            request.classIndex(),
            selection.rows().length));
  }

  /** What such images do with the class. */
  String verb() {
    return verb;
  }

  /** Which probabilities of the class speak for it. */
  String superlative() {
    return superlative;
  }

  /** How likely this is where the class has a probability. */
  float likelihood(float probability) {
    return this == PRESENT ? probability : 1 - probability;
  }
}
