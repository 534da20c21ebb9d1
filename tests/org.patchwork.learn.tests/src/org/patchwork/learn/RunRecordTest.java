// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;
import org.patchwork.core.ProjectFormatException;

class RunRecordTest {
  @TempDir Path folder;

  @Test
  void whatIsWrittenIsRead() throws Exception {
    RunRecord record = record(RunRecord.FORMAT);
    record.write(folder);
    assertEquals(record, RunRecord.read(folder));
  }

  @Test
  void theSameRecordGivesTheSameBytes() throws Exception {
    record(RunRecord.FORMAT).write(folder);
    byte[] first = Files.readAllBytes(folder.resolve(RunRecord.FILE_NAME));
    RunRecord.read(folder).write(folder);
    assertArrayEquals(first, Files.readAllBytes(folder.resolve(RunRecord.FILE_NAME)));
    String text = Files.readString(folder.resolve(RunRecord.FILE_NAME));
    assertTrue(text.indexOf("\"batchSize\"") < text.indexOf("\"epochs\""), text);
    assertTrue(text.contains("\"validationLoss\" : null"), text);
    assertTrue(text.contains("\"started\" : \"2026-01-02T03:04:05Z\""), text);
  }

  @Test
  void unknownKeysOfLaterVersionsArePassedOver() throws Exception {
    record(RunRecord.FORMAT).write(folder);
    Path file = folder.resolve(RunRecord.FILE_NAME);
    Files.writeString(file, Files.readString(file).replaceFirst("\\{", "{\"later\": 1,"));
    assertEquals(record(RunRecord.FORMAT), RunRecord.read(folder));
  }

  @Test
  void failuresNameTheFile() throws Exception {
    assertTrue(failure().contains("no run folder"));
    Files.writeString(folder.resolve(RunRecord.FILE_NAME), "not json");
    assertTrue(failure().contains("is not a run record"));
    record(RunRecord.FORMAT + 1).write(folder);
    assertTrue(failure().contains("newer Patchwork"));
  }

  private String failure() {
    String message =
        assertThrows(ProjectFormatException.class, () -> RunRecord.read(folder)).getMessage();
    assertTrue(message.contains(folder.toString()), message);
    return message;
  }

  /** Runs of versions in which a design had no loss of its own. */
  @Test
  void aDesignWithoutALossHasThatOfItsOutput() throws Exception {
    record(RunRecord.FORMAT).write(folder);
    Path file = folder.resolve(RunRecord.FILE_NAME);
    ObjectNode written = (ObjectNode) new ObjectMapper().readTree(file.toFile());
    ObjectNode design = (ObjectNode) written.get("design");
    assertEquals("NONE", design.get("classWeights").asText());
    design.remove(List.of("lossId", "loss", "classWeights"));
    Files.writeString(file, written.toString());
    ModelDesignSpec read = RunRecord.read(folder).design();
    assertTrue(read.hasOwnLoss());
    assertEquals(record(RunRecord.FORMAT).design(), read);
  }

  @Test
  void oneChangedCellChangesTheFingerprint() {
    LabelTable table = Oracles.labeled(new int[] {1, 0, -1}, new int[] {0, 1, 1});
    String hash = DataHash.of(table);
    assertEquals(hash, DataHash.of(Oracles.labeled(new int[] {1, 0, -1}, new int[] {0, 1, 1})));
    assertEquals(32, hash.length());
    assertNotEquals(hash, DataHash.of(table.withLabels(1, new int[] {2}, new byte[] {0})));
    assertNotEquals(hash, DataHash.of(Oracles.holdingOut(table, 0)));
    assertNotEquals(hash, DataHash.of(Oracles.excluding(table, 0)));
    assertNotEquals(hash, DataHash.of(table.withClasses(List.of("c1", "c0"))));
    FeatureMatrix features = FeatureMatrix.of(new int[] {2}, new float[] {1, 2, 3, 4});
    FeatureMatrix other = FeatureMatrix.of(new int[] {2}, new float[] {1, 2, 3, 5});
    assertNotEquals(DataHash.of(features), DataHash.of(other));
  }

  private static RunRecord record(int format) {
    LabelTable table = Oracles.labeled(new int[] {1, 0, 1, 0});
    PredictionTable predictions =
        new PredictionTable(List.of("c0"), new float[][] {{.9f, .2f, .4f, .6f}}, "run", false);
    ModelDesignSpec design =
        new ModelDesignSpec(
            "org.example.dense", Map.of("hiddenLayers", "64"), "org.example.sigmoid", Map.of());
    return new RunRecord(
        format,
        "first",
        Instant.parse("2026-01-02T03:04:05Z"),
        RunRecord.Outcome.COMPLETED,
        Map.of("java", "21", "engine", "none"),
        design,
        "org.example.loss",
        Map.of("labelSmoothing", 0.1),
        Map.of("epochs", 10, "batchSize", 16, "decay", "none"),
        new RunData(
            DataHash.of(table),
            "kmeans",
            "00ff",
            List.of(640),
            List.of("c0"),
            List.of("cat"),
            false,
            4,
            4,
            0),
        650,
        List.of(new EpochRecord(1, 100, 0.5, OptionalDouble.empty(), 1e-3, 0.2)),
        1,
        Map.of("training", 0.2),
        Evaluation.of(table, predictions, Part.TRAINING),
        null);
  }
}
