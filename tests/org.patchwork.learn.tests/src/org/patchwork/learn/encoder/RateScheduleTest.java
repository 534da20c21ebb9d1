// SPDX-License-Identifier: MIT
package org.patchwork.learn.encoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.patchwork.learn.encoder.RateSchedule.Kind;

/** Rates by the numbers of the specification. */
class RateScheduleTest {

  private static double at(Kind kind, long step) {
    return new RateSchedule(kind, 0.01, 1000, 0).at(step);
  }

  @ParameterizedTest
  @CsvSource({
    "0, .01, .01, .01",
    "250, .00840896415254, .01, .00853553390593",
    "500, .00707106781187, .01, .005",
    "999, .00500346693731, .01, 2.46739907089e-08",
    "1000, .005, .005, .01",
    "1500, .00353553390593, .005, .00853553390593",
    "2000, .0025, .0025, .005",
    "2999, .00125086673433, .0025, 6.16850148238e-09",
    "3000, .00125, .00125, .01"
  })
  void fallsAsSpecified(long step, double exponential, double staircase, double restarts) {
    assertEquals(exponential, at(Kind.EXPONENTIAL, step), 1e-9);
    assertEquals(staircase, at(Kind.STAIRCASE, step), 1e-9);
    assertEquals(restarts, at(Kind.COSINE_RESTARTS, step), 1e-9);
    assertEquals(0.01, at(Kind.CONSTANT, step));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "500, .005",
    "1000, .01",
    "1001, .00999999999756",
    "51000, .00505",
    "101000, .0001",
    "1000000, .0001"
  })
  void warmsUpAndFallsToAHundredth(long step, double expected) {
    RateSchedule schedule = new RateSchedule(Kind.WARMUP_COSINE, 0.01, 100000, 1000);
    assertEquals(expected, schedule.at(step), 1e-10);
  }

  @Test
  void aCosineSpansStepsNotSamples() {
    long steps = 100 * 10;
    assertEquals(0, new RateSchedule(Kind.COSINE, 1e-3, steps, 0).at(steps), 1e-12);
    assertEquals(
        0.000990392640202, new RateSchedule(Kind.COSINE, 1e-3, 16 * steps, 0).at(steps), 1e-12);
  }

  @Test
  void aRateMustBePositive() {
    assertThrows(IllegalArgumentException.class, () -> new RateSchedule(Kind.COSINE, 0, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> new RateSchedule(Kind.COSINE, 1, 0, 0));
  }
}
