// SPDX-License-Identifier: MIT
package org.patchwork.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

  record Crop(
      @Param(label = "Size", min = 1) int size, @Param(label = "Part", max = 1) double part) {
    Crop {
      if (size == 13) {
        throw new IllegalArgumentException("Not 13.");
      }
    }
  }

  record WithCrop(
      @Param(label = "Rate") double rate, Crop crop, @Param(label = "Speed") Speed speed) {
    WithCrop() {
      this(.5, new Crop(8, .25), Speed.SLOW);
    }
  }

  record Clash(@Param(label = "Size") int size, Crop crop) {
    Clash() {
      this(1, new Crop(2, .5));
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
  void parametersOfARecordInsideStandInItsPlace() {
    ParameterSchema<WithCrop> outer = ParameterSchema.of(WithCrop.class);
    assertEquals(
        List.of("--rate", "--size", "--part", "--speed"),
        outer.parameters().stream().map(Parameter::optionName).toList());
    assertEquals(
        List.of(.5, 8, .25, Speed.SLOW),
        outer.parameters().stream().map(Parameter::defaultValue).toList());
    assertEquals(new WithCrop(), outer.defaults());
  }

  @Test
  void aRecordInsideIsWrittenFlatAndReadAgain() {
    ParameterSchema<WithCrop> outer = ParameterSchema.of(WithCrop.class);
    WithCrop settings = new WithCrop(.1, new Crop(3, .75), Speed.VERY_FAST);
    Map<String, Object> values = outer.values(settings);
    assertEquals(List.of("rate", "size", "part", "speed"), List.copyOf(values.keySet()));
    assertEquals(List.of(.1, 3, .75, "very-fast"), List.copyOf(values.values()));
    assertEquals(settings, outer.create(values));
    assertEquals(
        new WithCrop(.5, new Crop(5, .25), Speed.SLOW),
        outer.create(Map.of("size", "5")),
        "what is not named keeps the default of the record around it");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "size | 0 | Size (size) is 0, but must be at least 1.",
        "part | 2 | Part (part) is 2, but must be at most 1.",
        "size | 13 | Not 13.",
        "crop | 3 | Unknown parameter \"crop\"; known are [rate, size, part, speed]."
      })
  void aRecordInsideIsCheckedLikeTheOneAroundIt(String name, String value, String message) {
    ParameterSchema<WithCrop> outer = ParameterSchema.of(WithCrop.class);
    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> outer.create(Map.of(name, value)))
            .getMessage());
  }

  @Test
  void twoParametersOfOneNameAreRefused() {
    IllegalArgumentException error =
        assertThrows(IllegalArgumentException.class, () -> ParameterSchema.of(Clash.class));
    assertTrue(error.getMessage().contains("two parameters named size"), error.getMessage());
  }

  @Test
  void recordsMustBeAnnotatedAndHaveDefaults() {
    assertThrows(IllegalArgumentException.class, () -> ParameterSchema.of(Bare.class));
    assertThrows(IllegalArgumentException.class, () -> ParameterSchema.of(NoDefaults.class));
    assertEquals(new NoParameters(), ParameterSchema.of(NoParameters.class).create(Map.of()));
  }
}
