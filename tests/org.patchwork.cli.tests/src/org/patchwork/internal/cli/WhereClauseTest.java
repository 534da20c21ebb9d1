// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.patchwork.core.LabelTable;
import org.patchwork.core.RowFilter.Condition;

class WhereClauseTest {
  private static final WhereClause WHERE = new WhereClause(name -> "id of " + name);

  @Test
  void eachKindHasItsWord() {
    assertEquals(
        List.of(
            new Condition.Label("id of cat", LabelTable.PRESENT),
            new Condition.Label("id of dog", LabelTable.ABSENT),
            new Condition.Label("id of cow", LabelTable.UNKNOWN),
            new Condition.Subset("west"),
            new Condition.Predicted("id of cat", .2, .8)),
        WHERE.parse("present=cat, absent=dog,unknown=cow ,subset=west,predicted:0.2:.8=cat"));
    assertEquals(List.of(), WHERE.parse(""));
  }

  @Test
  void nothingInANameMeansAnything() {
    assertEquals(
        List.of(
            new Condition.Label("id of absent=stuff: \"5\"", LabelTable.PRESENT),
            new Condition.Subset("a, \"b\" = c"),
            new Condition.Subset("it is \"5\"")),
        WHERE.parse("present=absent=stuff: \"5\",subset=\"a, \"\"b\"\" = c\",subset=it is \"5\""));
  }

  @Test
  void mistakesSayWhatCanBeWritten() {
    for (String text :
        List.of("cat", "=cat", "present=", "like=cat", "predicted:0.2=cat", "predicted:a:b=cat")) {
      String message =
          assertThrows(IllegalArgumentException.class, () -> WHERE.parse(text)).getMessage();
      assertTrue(message.contains("predicted:"), message);
    }
    assertThrows(IllegalArgumentException.class, () -> WHERE.parse("subset=\"open"));
    assertThrows(IllegalArgumentException.class, () -> WHERE.parse("predicted:0.8:0.2=cat"));
  }
}
