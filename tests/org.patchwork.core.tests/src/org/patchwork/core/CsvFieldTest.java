// SPDX-License-Identifier: MIT
package org.patchwork.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CsvFieldTest {
  @Test
  void quotesOnlyWhatNeedsQuotes() {
    assertEquals("\"c,d.png\"", CsvField.of("c,d.png"));
    assertEquals("\"a \"\"b\"\"\"", CsvField.of("a \"b\""));
    assertEquals("\"a\nb\"", CsvField.of("a\nb"));
    assertEquals("\"a\rb\"", CsvField.of("a\rb"));
    assertEquals("a b#;'ü", CsvField.of("a b#;'ü"));
    assertEquals("", CsvField.of(""));
  }
}
