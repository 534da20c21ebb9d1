// SPDX-License-Identifier: MIT
package org.patchwork.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterSchemaTest {
  enum Speed {
    SLOW,
    VERY_FAST
  }

  record Settings(
      @Param(label = "Batch size", min = 1, max = 4096) int batchSize,
      @Param(label = "Rate", min = 0) double rate,
      @Param(label = "Seed") long seed,
      @Param(label = "Deep") boolean deep,
      @Param(label = "Layers") String layers,
      @Param(label = "Speed") Speed speed) {
    Settings() {
      this(16, .5, 7, true, "8,p", Speed.VERY_FAST);
    }

    Settings {
      if (deep && layers.isEmpty()) {
        throw new IllegalArgumentException("A deep model needs layers.");
      }
    }
  }

  record Bare(int number) {
    Bare() {
      this(1);
    }
  }

  record NoDefaults(@Param(label = "Number") int number) {}

  private final ParameterSchema<Settings> schema = ParameterSchema.of(Settings.class);

  @Test
  void readsNamesLabelsAndDefaults() {
    assertEquals(new Settings(), schema.defaults());
    assertEquals(
        List.of("batchSize", "rate", "seed", "deep", "layers", "speed"),
        schema.parameters().stream().map(Parameter::name).toList());
    assertEquals("--batch-size", schema.parameters().get(0).optionName());
    assertEquals(List.of("slow", "very-fast"), schema.parameters().get(5).choices());
  }

  @Test
  void valuesAndRecordAreInverse() {
    Settings settings = new Settings(32, .25, -1, false, "", Speed.SLOW);
    Map<String, Object> values = schema.values(settings);
    assertEquals("slow", values.get("speed"));
    assertEquals(settings, schema.create(values));
    assertEquals(new Settings(), schema.create(Map.of()));
  }

  @Test
  void takesTextAndJsonNumbers() {
    Settings settings =
        schema.create(
            Map.of(
                "batchSize",
                8.0,
                "rate",
                " 1e-3 ",
                "seed",
                "12",
                "deep",
                "no",
                "speed",
                "Very Fast"));
    assertEquals(new Settings(8, 1e-3, 12, false, "8,p", Speed.VERY_FAST), settings);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "batchSize | many | Batch size (batchSize) is \"many\", but must be a whole number.",
        "batchSize | 1.5 | Batch size (batchSize) is \"1.5\", but must be a whole number.",
        "batchSize | 0 | Batch size (batchSize) is 0, but must be from 1 to 4096.",
        "batchSize | 4097 | Batch size (batchSize) is 4097, but must be from 1 to 4096.",
        "batchSize | 99999999999 | Batch size (batchSize) is \"99999999999\", but must be from 1 to"
            + " 4096.",
        "rate | -1 | Rate (rate) is -1, but must be at least 0.",
        "rate | NaN | Rate (rate) is NaN, but must be at least 0.",
        "rate | fast | Rate (rate) is \"fast\", but must be a number.",
        "deep | maybe | Deep (deep) is \"maybe\", but must be true or false.",
        "speed | warp | Speed (speed) is \"warp\", but must be one of slow, very-fast.",
        "sped | slow | Unknown parameter \"sped\"; known are [batchSize, rate, seed, deep, layers,"
            + " speed].",
        "layers | '' | A deep model needs layers."
      })
  void saysWhatIsWrongAndWhatWouldBeRight(String name, String value, String message) {
    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> schema.create(Map.of(name, value)))
            .getMessage());
  }

  @Test
  void recordsMustBeAnnotatedAndHaveDefaults() {
    assertThrows(IllegalArgumentException.class, () -> ParameterSchema.of(Bare.class));
    assertThrows(IllegalArgumentException.class, () -> ParameterSchema.of(NoDefaults.class));
    assertEquals(new NoParameters(), ParameterSchema.of(NoParameters.class).create(Map.of()));
  }
}
