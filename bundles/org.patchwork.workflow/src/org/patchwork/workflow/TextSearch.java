// SPDX-License-Identifier: MIT
package org.patchwork.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.FeatureSetInfo;
import org.patchwork.core.LabelTable;
import org.patchwork.core.Npy;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.TrainingException;
import org.patchwork.image.ImageLoader;
import org.patchwork.learn.Algorithms;
import org.patchwork.pretraining.PretrainingRun;
import org.patchwork.pretraining.TextModel;
import org.patchwork.project.ProjectSession;
import org.patchwork.training.ExtractionListener;
import org.patchwork.training.FeatureRequest;
import org.patchwork.training.FeatureService;

/**
 * Finds images of a project by words, with the models that a run of CLIP or LiT has left. All
 * images are embedded at the first search, and again when the run has gone on or images were added;
 * what comes of it is kept in the folder of the run.
 */
public final class TextSearch {
  private static final String EMBEDDINGS = "image_embeddings";
  private static final String IMAGES = "images";
  private static final String SAVED_MODEL = "savedmodel";
  private static final String DIRECTORY = "directory";

  private final ProjectSession session;
  private final ImageLoader loader;
  private final Algorithms algorithms;

  /**
   * Search in a project.
   *
   * @param loader the way from files to pixels
   */
  public TextSearch(ProjectSession session, ImageLoader loader, Algorithms algorithms) {
    this.session = session;
    this.loader = loader;
    this.algorithms = algorithms;
  }

  /**
   * What was found.
   *
   * @param run name of the run
   * @param rows images, the nearest first
   * @param cosines with the text, of each
   */
  public record Found(String run, int[] rows, float[] cosines) {}

  /** Names of the runs that have learnt texts, as they are listed. Reads the disk. */
  public static List<String> runs(ProjectSession session) throws PatchworkException {
    List<String> names = new ArrayList<>();
    for (PretrainingRun run : ProjectPretraining.runs(session).all()) {
      if (TextModel.in(ProjectPretraining.runs(session).folder(run.name()))) {
        names.add(run.name());
      }
    }
    return names;
  }

  /**
   * Finds images.
   *
   * @param run name of the run; empty for the only one that has learnt texts
   * @param text what to look for
   * @param count number of images wanted; those that are excluded or cannot be read are passed over
   * @throws PatchworkException if no run has learnt texts, or if images or models cannot be read
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled; what
   *     is embedded is kept
   */
  public Found find(String run, String text, int count, IProgressMonitor monitor)
      throws PatchworkException {
    if (text.isBlank()) {
      throw new TrainingException("Say what to look for.");
    }
    String name = run.isBlank() ? only() : run;
    Path folder = ProjectPretraining.runs(session).folder(name);
    float[] wanted;
    try (TextModel model = TextModel.open(algorithms.engine(), folder)) {
      wanted = model.embed(text);
    }
    Path embeddings = embed(folder, monitor);
    try (FeatureMatrix matrix = Npy.open(embeddings.resolve(FeatureSetInfo.FEATURES))) {
      return nearest(name, matrix, wanted, count);
    }
  }

  private String only() throws PatchworkException {
    List<String> runs = runs(session);
    if (runs.size() != 1) {
      throw new TrainingException(
          runs.isEmpty()
              ? "No run of the project has learnt texts yet. Pre-train with clip or lit and a file"
                  + " of captions first."
              : "Several runs have learnt texts; say which: " + String.join(", ", runs) + ".");
    }
    return runs.get(0);
  }

  /** The folder with an embedding for each image. */
  private Path embed(Path run, IProgressMonitor monitor) throws PatchworkException {
    Path folder = run.resolve(EMBEDDINGS);
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new TrainingException("Cannot write to " + folder + ": " + e.getMessage(), e);
    }
    String copy = ExtractorCopy.into(folder, run.resolve(TextModel.IMAGE_MODEL), IMAGES);
    new FeatureService(algorithms)
        .extract(
            new FeatureRequest(SAVED_MODEL, Map.of(DIRECTORY, copy), 0),
            session.images(loader),
            folder,
            ExtractionListener.NONE,
            monitor);
    ExtractorCopy.removeOthers(folder, copy);
    return folder;
  }

  private Found nearest(String run, FeatureMatrix matrix, float[] wanted, int count) {
    LabelTable labels = session.labels();
    float[] cosines = new float[matrix.rows()];
    float[] row = new float[matrix.width()];
    for (int r = 0; r < cosines.length; r++) {
      matrix.read(r, row, 0);
      for (int i = 0; i < row.length; i++) {
        cosines[r] += row[i] * wanted[i];
      }
    }
    int[] found =
        IntStream.range(0, Math.min(cosines.length, labels.rows()))
            .filter(r -> !Float.isNaN(cosines[r]) && !labels.excluded(r))
            .boxed()
            .sorted((a, b) -> Float.compare(cosines[b], cosines[a]))
            .limit(count)
            .mapToInt(Integer::intValue)
            .toArray();
    float[] scores = new float[found.length];
    for (int i = 0; i < found.length; i++) {
      scores[i] = cosines[found[i]];
    }
    return new Found(run, found, scores);
  }
}
