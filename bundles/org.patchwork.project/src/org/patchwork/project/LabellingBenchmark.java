// SPDX-License-Identifier: MIT
package org.patchwork.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.core.commands.operations.DefaultOperationHistory;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.LabelTable;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.core.RowFilter;

/**
 * Measures how long it takes from an edit to its being on disk and visible, in a project made for
 * the purpose: windows over images that need not exist, a twentieth of the rows labelled.
 *
 * <p>Seeded, but its figures depend on the disk: name the machine beside them.
 */
public final class LabellingBenchmark {
  private static final EditOrigin ORIGIN = new EditOrigin("benchmark", "benchmark");
  private static final int CLICKS = 500;
  private static final int BULK = 10_000;

  private final Path folder;
  private final int rows;
  private final int classes;
  private final Random random = new Random(1);
  private final Map<String, Double> figures = new LinkedHashMap<>();

  private LabellingBenchmark(Path folder, int rows, int classes) {
    this.folder = folder;
    this.rows = rows;
    this.classes = classes;
  }

  /**
   * Runs the benchmark.
   *
   * @param folder an empty or missing folder; emptied afterwards
   * @param rows number of images
   * @param classes number of classes
   * @return figures by name; the unit is the end of the name: {@code import_s}, {@code open_s},
   *     {@code click_p50_ms} and {@code click_p95_ms} (one label until it is durable, 500 times),
   *     {@code bulk_10000_ms}, {@code undo_10000_ms}, {@code filter_ms}, {@code heap_mb} and {@code
   *     store_mb}
   */
  public static Map<String, Double> run(
      Path folder, int rows, int classes, IProgressMonitor monitor) throws ProjectFormatException {
    return new LabellingBenchmark(folder, rows, classes).run(monitor);
  }

  private Map<String, Double> run(IProgressMonitor monitor) throws ProjectFormatException {
    SubMonitor progress = SubMonitor.convert(monitor, "Measuring labelling", 3);
    try {
      time("import_s", 1e-9, () -> makeProject());
      progress.split(1);
      ProjectSession[] opened = new ProjectSession[1];
      time("open_s", 1e-9, () -> opened[0] = open());
      progress.split(1);
      try (ProjectSession session = opened[0]) {
        measure(session);
      }
      progress.split(1);
      return figures;
    } finally {
      deleteProject();
    }
  }

  private void measure(ProjectSession session) throws ProjectFormatException {
    clicks(session);
    String id = session.classes().get(0).getId();
    int[] many = random.ints(BULK, 0, rows).toArray();
    Edit bulk = new Edit.SetLabels(many, Map.of(id, LabelTable.PRESENT));
    time("bulk_10000_ms", 1e-6, () -> session.apply(bulk, ORIGIN));
    time("undo_10000_ms", 1e-6, () -> session.undo().join());
    time("filter_ms", 1e-6, () -> RowFilter.UNLABELED.select(session.labels()));
    System.gc(); // the figure is what is in use, not what was left lying about
    Runtime runtime = Runtime.getRuntime();
    figures.put("heap_mb", (runtime.totalMemory() - runtime.freeMemory()) / 1e6);
    figures.put("store_mb", size(session.folder().resolve("labels.db")) / 1e6);
  }

  private void clicks(ProjectSession session) throws ProjectFormatException {
    double[] times = new double[CLICKS];
    List<String> ids = session.labels().classIds();
    for (int i = 0; i < CLICKS; i++) {
      int row = random.nextInt(rows);
      String id = ids.get(random.nextInt(ids.size()));
      byte value =
          (byte) (1 - Math.max(0, session.labels().label(row, session.labels().classIndex(id))));
      long start = System.nanoTime();
      session.apply(new Edit.SetLabels(new int[] {row}, Map.of(id, value)), ORIGIN);
      times[i] = (System.nanoTime() - start) * 1e-6;
    }
    Arrays.sort(times);
    figures.put("click_p50_ms", times[CLICKS / 2]);
    figures.put("click_p95_ms", times[CLICKS * 95 / 100]);
  }

  private void makeProject() throws ProjectFormatException {
    ProjectSession.create(folder, new NewProject("benchmark"), null).close();
    try (ProjectSession session = open()) {
      List<ImageEntry> images = new ArrayList<>(rows);
      for (int row = 0; row < rows; row++) {
        String image = "JPEGImages/BloodImage_%05d.jpg".formatted(row / 4096);
        int x = row % 64 * 8;
        int y = row / 64 % 64 * 8;
        images.add(
            new ImageEntry(image + "#xywh=" + x + "," + y + ",64,64", image, null, false, false));
      }
      session.apply(new Edit.AddImages(images), ORIGIN);
      Map<String, Byte> values = new HashMap<>();
      for (int c = 0; c < classes; c++) {
        String id = session.apply(new Edit.AddClass("class " + c), ORIGIN).addedClassIds().get(0);
        values.put(id, (byte) (c % 2));
      }
      int[] labelled = IntStream.range(0, rows).filter(row -> random.nextInt(20) == 0).toArray();
      session.apply(new Edit.SetLabels(labelled, values), ORIGIN);
    }
  }

  private ProjectSession open() throws ProjectFormatException {
    return ProjectSession.open(
        folder, Access.READ_WRITE, new DefaultOperationHistory(), InstantSource.system(), null);
  }

  private interface Step {
    void run() throws ProjectFormatException;
  }

  private void time(String name, double unit, Step step) throws ProjectFormatException {
    long start = System.nanoTime();
    step.run();
    figures.put(name, (System.nanoTime() - start) * unit);
  }

  private static long size(Path file) throws ProjectFormatException {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new ProjectFormatException(
          "The file " + file + " cannot be measured: " + e.getMessage(), e);
    }
  }

  private void deleteProject() throws ProjectFormatException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new ProjectFormatException(
          "The folder " + folder + " could not be removed: " + e.getMessage(), e);
    }
  }
}
