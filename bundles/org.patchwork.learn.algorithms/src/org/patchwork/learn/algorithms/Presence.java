// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

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
