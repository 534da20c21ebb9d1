// SPDX-License-Identifier: MIT
package org.patchwork.architecture.tests;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RulesTest {
  private final Rules rules =
      new Rules(Map.of("org.engine", Set.of("engine"), "org.engine.open", Set.of("views")));

  @Test
  void aRuleCoversWhatIsBelowItsName() {
    assertTrue(rules.permits("engine", "org.engine.graph.Graph"));
    assertFalse(rules.permits("views", "org.engine.graph.Graph"));
    assertFalse(rules.permits("views", "org.engine"));
  }

  @Test
  void theLongestRuleCounts() {
    assertTrue(rules.permits("views", "org.engine.open.Door"));
    assertFalse(rules.permits("engine", "org.engine.open.Door"));
  }

  @Test
  void aNameThatOnlyStartsAlikeIsNotCovered() {
    assertTrue(rules.permits("views", "org.engines.Graph"));
  }
}
