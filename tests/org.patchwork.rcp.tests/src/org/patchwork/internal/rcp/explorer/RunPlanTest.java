// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.ParameterSchema;
import org.patchwork.learn.Decay;
import org.patchwork.learn.LiveParameters;
import org.patchwork.learn.ModelDesignSpec;
import org.patchwork.learn.RunRecord;
import org.patchwork.learn.TrainingParameters;
import org.patchwork.learn.UnlabelledParameters;
import org.patchwork.ui.training.LivePlan;

final class RunPlanTest {
  @TempDir private Path folder;

  @Test
  void whatWasTrainedIsReadBack() throws IOException {
    ModelDesignSpec design = new ModelDesignSpec("a.dense", Map.of("layers", "64"), "b", Map.of());
    ParameterSchema<TrainingParameters> schema = ParameterSchema.of(TrainingParameters.class);
    TrainingParameters parameters =
        schema.create(Map.of("epochs", "7", "decay", "cosine", "learningRate", "0.02"));
    record(design, schema.values(parameters)).write(folder);

    RunPlan plan = RunPlan.read(folder);

    assertEquals(design, plan.design());
    assertEquals(parameters, plan.parameters());
    assertEquals(Decay.COSINE, plan.parameters().decay());
  }

  @Test
  void howImagesAndUnlabelledOnesWereUsedComesBack() throws IOException {
    Map<String, Object> live =
        Map.of("augmentation", "simclr", "fineTuneAfter", 2, "extractorRate", 0.3);
    Map<String, Object> unlabelled =
        Map.of(
            "semiSupervised",
            "a.fixmatch",
            "parameters",
            Map.of("threshold", 0.9),
            "unlabelledWeight",
            0.5,
            "unlabelledRatio",
            4,
            "strongAugmentation",
            "default");
    RunRecord plain = record(new ModelDesignSpec("a", Map.of(), "b", Map.of()), Map.of());
    new RunRecord(
            plain.format(),
            plain.name(),
            plain.started(),
            plain.outcome(),
            plain.software(),
            plain.design(),
            plain.lossId(),
            plain.loss(),
            plain.training(),
            plain.data(),
            plain.parameterCount(),
            plain.epochs(),
            plain.bestEpoch(),
            plain.seconds(),
            null,
            null,
            live,
            unlabelled)
        .write(folder);

    LivePlan plan = RunPlan.read(folder).live();

    assertEquals(new LiveParameters(true, "simclr", 2, 0.3), plan.live());
    assertEquals(new UnlabelledParameters(0.5, 4, "default"), plan.unlabelled());
    assertEquals("a.fixmatch", plan.semiSupervisedId());
    assertEquals(Map.of("threshold", 0.9), plan.semiSupervised());
  }

  @Test
  void aDamagedRecordSaysWhichFile() throws IOException {
    Files.writeString(folder.resolve(RunRecord.FILE_NAME), "{");
    CompletionException error = assertThrows(CompletionException.class, () -> RunPlan.read(folder));
    assertTrue(error.getCause().getMessage().contains(RunRecord.FILE_NAME), error::toString);
  }

  private static RunRecord record(ModelDesignSpec design, Map<String, Object> training) {
    return new RunRecord(
        RunRecord.FORMAT,
        "train",
        Instant.EPOCH,
        RunRecord.Outcome.COMPLETED,
        Map.of(),
        design,
        "loss",
        Map.of(),
        training,
        null,
        1,
        List.of(),
        1,
        Map.of(),
        null,
        null);
  }
}
