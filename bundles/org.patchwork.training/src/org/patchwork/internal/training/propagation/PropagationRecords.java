// SPDX-License-Identifier: MIT
package org.patchwork.internal.training.propagation;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.patchwork.core.LabelTable;
import org.patchwork.core.ParameterSchema;
import org.patchwork.core.PredictionTable;
import org.patchwork.core.TrainingException;
import org.patchwork.internal.training.RunFolder;
import org.patchwork.internal.training.RunRecords;
import org.patchwork.internal.training.RunWriter;
import org.patchwork.learn.DataHash;
import org.patchwork.learn.Evaluation;
import org.patchwork.learn.ModelDesignSpec;
import org.patchwork.learn.Part;
import org.patchwork.learn.RunData;
import org.patchwork.learn.RunRecord;
import org.patchwork.training.TrainingData;
import org.patchwork.training.propagation.LabelPropagation;
import org.patchwork.training.propagation.PropagationParameters;

/** What a propagation leaves: a run without a model. */
public final class PropagationRecords {
  /** Stands where the design of a model stands in other runs. */
  public static final String METHOD = "org.patchwork.training.labelPropagation";

  /** Name of the run. */
  private static final String NAME = "propagate";

  private static final String NO_ENGINE = "none";

  private PropagationRecords() {}

  /** The record of a finished propagation; its parameters stand in the design. */
  public static RunRecord of(
      TrainingData data,
      String featureHash,
      PropagationParameters parameters,
      LabelPropagation.Result result,
      Instant started,
      Map<String, Double> seconds) {
    Map<String, Object> values = ParameterSchema.of(PropagationParameters.class).values(parameters);
    int validation =
        (int)
            Arrays.stream(Part.VALIDATION.rows(data.labels()))
                .filter(row -> data.labels().status(row) != LabelTable.Status.UNLABELED)
                .count();
    return new RunRecord(
        RunRecord.FORMAT,
        NAME,
        started,
        RunRecord.Outcome.COMPLETED,
        RunRecords.software(NO_ENGINE),
        new ModelDesignSpec(METHOD, values, "", Map.of()),
        "",
        Map.of(),
        Map.of(),
        data(data, featureHash, result.sources(), validation),
        0,
        List.of(),
        0,
        seconds,
        Evaluation.of(data.labels(), result.predictions(), Part.TRAINING),
        Evaluation.of(data.labels(), result.predictions(), Part.VALIDATION));
  }

  private static RunData data(TrainingData data, String hash, int sources, int validation) {
    return new RunData(
        DataHash.of(data.labels()),
        data.featureSet(),
        hash,
        Arrays.stream(data.features().shape()).boxed().toList(),
        data.labels().classIds(),
        data.classNames(),
        data.exclusive(),
        data.labels().rows(),
        sources,
        validation);
  }

  /** Rows whose labels were spread. */
  private static BitSet sources(LabelTable labels) {
    BitSet sources = new BitSet();
    Arrays.stream(Part.TRAINING.rows(labels))
        .filter(row -> labels.status(row) != LabelTable.Status.UNLABELED)
        .forEach(sources::set);
    return sources;
  }

  /** Writes the run folder; on failure there is none. */
  public static void write(
      RunRecord record, LabelTable labels, PredictionTable predictions, Path target)
      throws TrainingException {
    try (RunFolder folder = new RunFolder(target)) {
      RunWriter.writePredictions(
          predictions, record.data().rows(), folder.path().resolve(RunWriter.PREDICTIONS));
      RunWriter.writeTrainedRows(sources(labels), record.data().rows(), folder.path());
      record.write(folder.path());
      folder.commit();
    } catch (IOException e) {
      throw new TrainingException(
          "The propagated predictions cannot be written to "
              + target
              + ": "
              + e.getMessage()
              + ". Make room or check the permissions, then propagate again.",
          e);
    }
  }
}
