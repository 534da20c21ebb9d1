// SPDX-License-Identifier: MIT
package org.patchwork.training.graph;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.TrainingException;
import org.patchwork.internal.training.graph.GraphFolder;
import org.patchwork.internal.training.graph.GraphSearch;

/**
 * Makes neighbour graphs and keeps them: by the cosine between features, averaged over the places
 * of a feature map. An image is never its own neighbour, also where others have the same features;
 * among equally similar ones the first come first.
 */
public final class NeighbourGraphs {
  private static final int SEARCH_WORK = 95;

  private final LongSupplier nanoTime;

  /** Graphs whose times come from the system's clock. */
  public NeighbourGraphs() {
    this(System::nanoTime);
  }

  /**
   * Graphs with a clock of their own.
   *
   * @param nanoTime as {@link System#nanoTime()}
   */
  public NeighbourGraphs(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Where the graph of a feature set is kept in a project folder: {@code graph/<feature set>}. */
  public static Path folder(Path project, String featureSet) {
    return project.resolve("graph").resolve(featureSet);
  }

  /**
   * A graph and where it comes from.
   *
   * @param graph with as many neighbours as were asked for
   * @param reused true if it was on disk already
   */
  public record Result(NeighbourGraph graph, boolean reused) {}

  /**
   * The graph of a feature set: the one on disk if it is of the same features, found as asked for,
   * and has at least as many neighbours; else a new one, which is written in its place.
   *
   * @param featureSet id of the feature set
   * @param featureHash fingerprint of the features
   * @param folder where the graph is kept; its parent need not exist
   * @throws TrainingException if the graph cannot be written, or takes more memory than there is
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled; the
   *     old graph is still there then
   */
  public Result obtain(
      FeatureMatrix features,
      String featureSet,
      String featureHash,
      GraphParameters parameters,
      Path folder,
      IProgressMonitor monitor)
      throws TrainingException {
    SubMonitor progress = SubMonitor.convert(monitor, 100);
    GraphFolder kept = new GraphFolder(folder);
    NeighbourGraph old = reusable(kept, featureHash, features.rows(), parameters);
    if (old != null) {
      return new Result(old.withNeighbours(parameters.neighbours()), true);
    }
    NeighbourGraph graph =
        build(features, featureSet, featureHash, parameters, progress.split(SEARCH_WORK));
    try {
      kept.write(graph);
    } catch (IOException e) {
      throw new TrainingException(
          "The neighbour graph cannot be written to "
              + folder
              + ": "
              + e.getMessage()
              + ". Make room or check the permissions, and try again.",
          e);
    }
    return new Result(graph, false);
  }

  /** Makes a graph without looking at the disk or writing to it; otherwise as {@link #obtain}. */
  public NeighbourGraph build(
      FeatureMatrix features,
      String featureSet,
      String featureHash,
      GraphParameters parameters,
      IProgressMonitor monitor)
      throws TrainingException {
    return new GraphSearch(features, parameters, nanoTime).run(featureSet, featureHash, monitor);
  }

  /** The graph on disk if it will do, else null; a damaged one is as good as none. */
  private static NeighbourGraph reusable(
      GraphFolder kept, String hash, int rows, GraphParameters parameters) {
    if (!kept.exists()) {
      return null;
    }
    try {
      GraphInfo info = kept.info();
      boolean fits =
          info.format() == GraphInfo.FORMAT
              && info.featureHash().equals(hash)
              && info.rows() == rows
              && info.exact() == parameters.exact(info.vertices())
              && info.neighbours() >= parameters.neighbours();
      return fits ? kept.read() : null;
    } catch (IOException e) {
      return null; // it is made again, so nobody needs to know
    }
  }
}
