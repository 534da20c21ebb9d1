// SPDX-License-Identifier: MIT
package org.patchwork.training.propagation;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.TrainingException;
import org.patchwork.internal.training.propagation.PropagationRecords;
import org.patchwork.learn.DataHash;
import org.patchwork.learn.RunRecord;
import org.patchwork.training.TrainingData;
import org.patchwork.training.graph.NeighbourGraphs;

/** Propagates the labels of a table over the graph of its features, which it makes if need be. */
public final class PropagationService {
  private static final int GRAPH_WORK = 80;
  private static final int PROPAGATION_WORK = 15;
  private static final int WRITING_WORK = 5;

  private final InstantSource clock;
  private final LongSupplier nanoTime;

  /** A service with the system's clock. */
  public PropagationService() {
    this(InstantSource.system(), System::nanoTime);
  }

  /**
   * A service with clocks of its own.
   *
   * @param clock for the start of a run
   * @param nanoTime for durations, as {@link System#nanoTime()}
   */
  public PropagationService(InstantSource clock, LongSupplier nanoTime) {
    this.clock = clock;
    this.nanoTime = nanoTime;
  }

  /**
   * Propagates and writes a run folder with {@code run.json} and {@code predictions.npy}, so that
   * the predictions can be shown, compared and opened again like those of a model. The folder
   * appears whole when all is done; after a failure or a cancel there is none.
   *
   * @param graphFolder where the graph of this feature set is kept
   * @param runFolder folder to write, which must not exist yet; its name becomes the source of the
   *     predictions
   * @throws TrainingException if no image with features is labelled, or a folder cannot be written;
   *     says what to do
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  public PropagationResult run(
      TrainingData data,
      PropagationParameters parameters,
      Path graphFolder,
      Path runFolder,
      IProgressMonitor monitor)
      throws TrainingException {
    SubMonitor progress = SubMonitor.convert(monitor, GRAPH_WORK + PROPAGATION_WORK + WRITING_WORK);
    Instant started = clock.instant();
    long start = nanoTime.getAsLong();
    String hash = data.featureHash().isEmpty() ? DataHash.of(data.features()) : data.featureHash();
    NeighbourGraphs.Result found =
        new NeighbourGraphs(nanoTime)
            .obtain(
                data.features(),
                data.featureSet(),
                hash,
                parameters.graph(),
                graphFolder,
                progress.split(GRAPH_WORK));
    progress.setWorkRemaining(PROPAGATION_WORK + WRITING_WORK);
    long graphEnd = nanoTime.getAsLong();
    LabelPropagation.Result spread =
        new LabelPropagation(found.graph(), parameters.temperature())
            .run(
                data.labels(),
                parameters.iterations(),
                parameters.clearOpposite(),
                runFolder.getFileName().toString(),
                data.exclusive(),
                progress.split(PROPAGATION_WORK));
    if (spread.sources() == 0) {
      throw new TrainingException(
          "No image with features is labelled yet; label a few, with and without each class, and"
              + " propagate again.");
    }
    Map<String, Double> seconds = new LinkedHashMap<>();
    seconds.put("graph", (graphEnd - start) * 1e-9);
    seconds.put("propagation", (nanoTime.getAsLong() - graphEnd) * 1e-9);
    RunRecord record = PropagationRecords.of(data, hash, parameters, spread, started, seconds);
    progress.split(WRITING_WORK);
    PropagationRecords.write(record, data.labels(), spread.predictions(), runFolder);
    return new PropagationResult(
        spread.predictions(),
        record,
        found.graph().info(),
        found.reused(),
        spread.sources(),
        spread.unreached(),
        runFolder);
  }
}
