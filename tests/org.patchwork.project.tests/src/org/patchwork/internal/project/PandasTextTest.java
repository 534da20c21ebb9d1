// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PandasTextTest {
  /** Left: what was given to pandas 3; right: what it wrote. */
  @ParameterizedTest
  @CsvSource({
    "0.5, 0.5",
    "0.12345678901234566, 0.12345678901234566",
    "1e-4, 0.0001",
    "1e-5, 1e-05",
    "1.5e-7, 1.5e-07",
    "1e16, 1e+16",
    "123456789012345680, 1.2345678901234568e+17",
    "1e15, 1000000000000000.0",
    "0, 0.0",
    "-0.0, -0.0",
    "1, 1.0",
  })
  void numbersAreSpelledAsPythonDoes(double value, String text) {
    assertEquals(text, PandasText.number(value));
  }

  @Test
  void aFloatIsWrittenAsTheDoubleItIs() {
    assertEquals("0.10000000149011612", PandasText.number(0.1f));
    assertEquals("", PandasText.number(Float.NaN));
  }

  @Test
  void missingWordsAreThoseOfPandas() {
    assertTrue(PandasText.missing("n/a"));
    assertTrue(PandasText.missing("<NA>"));
    assertFalse(PandasText.missing("na"));
    assertFalse(PandasText.missing("0"));
  }
}
