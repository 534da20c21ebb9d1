// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.FeatureSetInfo;
import org.patchwork.core.LabelTable;
import org.patchwork.core.NpyType;
import org.patchwork.core.NpyWriter;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.PredictionTable;
import org.patchwork.project.Edit;
import org.patchwork.project.EditOrigin;
import org.patchwork.project.ImageEntry;
import org.patchwork.project.NewProject;
import org.patchwork.project.ProjectSession;

/**
 * A project as it is after a while of work: windows of pictures in twenty classes, a twentieth of
 * them labelled for all classes, features of 256 half precision numbers, predictions that are
 * mostly right. Always the same for the same number of rows.
 */
final class GeneratedProject {
  static final int CLASSES = 20;
  private static final int WIDTH = 256;
  private static final int LABELLED_SHARE = 20;
  private static final int PRESENT_SHARE = 10;
  private static final int AT_ONCE = 50_000;
  private static final String FEATURES = "generated";
  private static final EditOrigin ORIGIN = new EditOrigin("bench", "bench");

  private final Path folder;
  private final PictureWindows windows;
  private double importSeconds;

  GeneratedProject(Path folder, PictureWindows windows) {
    this.folder = folder;
    this.windows = windows;
  }

  /** Seconds for taking the windows into the project, part by part. */
  double importSeconds() {
    return importSeconds;
  }

  void make(IProgressMonitor monitor) throws PatchworkException, IOException {
    SubMonitor progress = SubMonitor.convert(monitor, 100);
    NewProject draft = new NewProject("bench", windows.root(), "", false);
    try (ProjectSession session = ProjectSession.create(folder, draft, null)) {
      addImages(session, progress.split(30));
      addLabels(session, progress.split(10));
      addFeatures(session, progress.split(40));
      addPredictions(session, progress.split(20));
    }
  }

  /** In parts, so that a cancel is heard. */
  private void addImages(ProjectSession session, SubMonitor progress) throws PatchworkException {
    int rows = windows.rows();
    progress.beginTask("Adding windows", Math.ceilDiv(rows, AT_ONCE));
    long start = System.nanoTime();
    for (int from = 0; from < rows; from += AT_ONCE) {
      progress.split(1);
      List<ImageEntry> part =
          IntStream.range(from, Math.min(rows, from + AT_ONCE)).mapToObj(windows::entry).toList();
      session.apply(new Edit.AddImages(part), ORIGIN);
    }
    importSeconds = (System.nanoTime() - start) * 1e-9;
  }

  private void addLabels(ProjectSession session, SubMonitor progress) throws PatchworkException {
    progress.beginTask("Labelling", CLASSES);
    SplittableRandom random = new SplittableRandom(1);
    int[] labelled =
        IntStream.range(0, windows.rows())
            .filter(row -> random.nextInt(LABELLED_SHARE) == 0)
            .toArray();
    for (int c = 0; c < CLASSES; c++) {
      progress.split(1);
      int number = c;
      int[] present = IntStream.of(labelled).filter(row -> present(row, number)).toArray();
      String id = session.apply(new Edit.AddClass("class " + c), ORIGIN).addedClassIds().get(0);
      session.apply(new Edit.SetLabels(labelled, Map.of(id, LabelTable.ABSENT)), ORIGIN);
      session.apply(new Edit.SetLabels(present, Map.of(id, LabelTable.PRESENT)), ORIGIN);
    }
  }

  /** The truth: a tenth of the rows has the class. */
  private static boolean present(int row, int c) {
    return new SplittableRandom((long) row * CLASSES + c).nextInt(PRESENT_SHARE) == 0;
  }

  private void addFeatures(ProjectSession session, SubMonitor progress)
      throws PatchworkException, IOException {
    Path target = session.newFeatureFolder(FEATURES);
    SplittableRandom random = new SplittableRandom(2);
    write(
        target.resolve(FeatureSetInfo.FEATURES),
        NpyType.FLOAT16,
        WIDTH,
        (row, values) -> features(row, values, random),
        "Making features",
        progress);
    new FeatureSetInfo(
            FeatureSetInfo.FORMAT,
            FEATURES,
            FeatureSetInfo.NPY,
            Map.of(),
            0,
            List.of(WIDTH),
            windows.rows(),
            "",
            "",
            List.of())
        .write(target);
    session.activateFeatures(FEATURES);
  }

  /** Noise in [−1, 1), and 1 more in the places of each class that is there. */
  private static void features(int row, float[] values, SplittableRandom random) {
    for (int i = 0; i < values.length; i += 4) {
      long bits = random.nextLong();
      for (int j = 0; j < 4; j++) {
        values[i + j] = (short) (bits >>> 16 * j) / 32768f;
      }
    }
    for (int c = 0; c < CLASSES; c++) {
      if (present(row, c)) {
        for (int i = c; i < values.length; i += CLASSES) {
          values[i]++;
        }
      }
    }
  }

  private void addPredictions(ProjectSession session, SubMonitor progress)
      throws PatchworkException, IOException {
    List<String> ids = session.labels().classIds();
    float[][] columns = new float[CLASSES][windows.rows()];
    Path run = Files.createDirectory(session.newRunFolder("bench"));
    SplittableRandom random = new SplittableRandom(3);
    write(
        run.resolve("predictions.npy"),
        NpyType.FLOAT32,
        CLASSES,
        (row, values) -> predictions(row, values, columns, random),
        "Making predictions",
        progress);
    Map<String, Object> data = Map.of("classIds", ids, "exclusive", false);
    JsonMapper.builder()
        .build()
        .writeValue(run.resolve("run.json").toFile(), Map.of("name", "bench", "data", data));
    String id = run.getFileName().toString();
    session.setPredictions(new PredictionTable(ids, columns, id, false));
  }

  /** Near 0 or near 1, more often the right one. */
  private static void predictions(
      int row, float[] values, float[][] columns, SplittableRandom random) {
    for (int c = 0; c < CLASSES; c++) {
      double error = Math.pow(random.nextDouble(), 3);
      values[c] = (float) (present(row, c) ? 1 - error : error);
      columns[c][row] = values[c];
    }
  }

  private interface RowFiller {
    void fill(int row, float[] values);
  }

  private void write(
      Path file, NpyType type, int width, RowFiller filler, String task, SubMonitor progress)
      throws PatchworkException {
    progress.beginTask(task, Math.ceilDiv(windows.rows(), AT_ONCE));
    float[] values = new float[width];
    try (NpyWriter writer = NpyWriter.open(file, type, new int[] {width})) {
      for (int row = 0; row < windows.rows(); row++) {
        if (row % AT_ONCE == 0) {
          progress.split(1);
        }
        filler.fill(row, values);
        writer.append(values, 0);
      }
    }
  }
}
