// SPDX-License-Identifier: MIT
package org.patchwork.training.search;

/** Follows a search. */
@FunctionalInterface
public interface SearchListener {
  /** Hears nothing. */
  SearchListener NONE = trial -> {};

  /** A setting was tried; with halving the same one may come again after more epochs. */
  void tried(Trial trial);
}
