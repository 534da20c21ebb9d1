// SPDX-License-Identifier: MIT
package org.patchwork.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.patchwork.core.Param;
import org.patchwork.core.Parameter;
import org.patchwork.core.ParameterSchema;

class NumberStepsTest {
  /** Numbers of each kind. */
  record Numbers(
      @Param(label = "Whole", min = 1, max = 10) int whole,
      @Param(label = "Rate", min = 0, max = 1) double rate,
      @Param(label = "Stepped", step = 5) double stepped) {
    Numbers() {
      this(3, .001, 10);
    }
  }

  private static Parameter parameter(String name) {
    return ParameterSchema.of(Numbers.class).parameters().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "whole, 3, true, 4",
    "whole, 10, true, 10",
    "whole, 1, false, 1",
    "rate, 0.001, true, 0.002",
    "rate, 0.001, false, 9.0E-4",
    "rate, 0.9, true, 1.0",
    "rate, 1, true, 1.0",
    "stepped, 10, true, 15.0",
    "stepped, 10, false, 5.0"
  })
  void stepsInTheSizeOfTheNumberAndStaysInRange(
      String name, String text, boolean up, double expected) {
    assertEquals(expected, Double.parseDouble(NumberSteps.step(parameter(name), text, up)), 1e-12);
  }

  @Test
  void textThatIsNoNumberStays() {
    assertNull(NumberSteps.step(parameter("whole"), "many", true));
  }
}
