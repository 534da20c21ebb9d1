// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.RowFilter;
import org.patchwork.internal.cli.Projects;
import org.patchwork.project.Access;
import org.patchwork.project.Edit;
import org.patchwork.project.EditOrigin;
import org.patchwork.project.ImageEntry;
import org.patchwork.project.NewProject;
import org.patchwork.project.ProjectSession;

/**
 * What a large project costs: windows over images that need not exist, a twentieth of the rows
 * labelled for all classes. Seeded, but its figures depend on the disk.
 */
public final class LargeProjectBenchmark implements Benchmark {
  private static final int CLASSES = 20;
  private static final int CLICKS = 500;
  private static final double P95 = 0.95;
  private static final int BULK = 10_000;
  private static final int LABELLED_SHARE = 20;
  private static final double MEGA = 1e6;
  private static final EditOrigin ORIGIN = Projects.origin("bench");

  private final int rows;

  /** With 200,000 images. */
  public LargeProjectBenchmark() {
    this(200_000);
  }

  /** With this many images. */
  public LargeProjectBenchmark(int rows) {
    this.rows = rows;
  }

  @Override
  public String name() {
    return "project";
  }

  @Override
  public String what() {
    return "Import, opening, labels and bulk labels until durable, in a project of %,d windows and %d classes."
        .formatted(rows, CLASSES);
  }

  @Override
  public Map<String, Object> run(BenchmarkRequest request, IProgressMonitor monitor)
      throws PatchworkException {
    try (TemporaryFolder temporary = TemporaryFolder.make()) {
      return run(temporary.path().resolve("project"), SubMonitor.convert(monitor, what(), 3));
    } catch (IOException e) {
      throw new PatchworkException("The benchmark cannot write: " + e.getMessage() + ".", e);
    }
  }

  private Map<String, Object> run(Path folder, SubMonitor progress)
      throws PatchworkException, IOException {
    Map<String, Object> figures = new LinkedHashMap<>();
    Random random = new Random(1);
    figures.put("importSeconds", millis(() -> makeProject(folder, random)) * 1e-3);
    progress.split(1);
    figures.put(
        "openSeconds",
        millis(() -> ProjectSession.open(folder, Access.READ_WRITE, null).close()) * 1e-3);
    progress.split(1);
    try (ProjectSession session = ProjectSession.open(folder, Access.READ_WRITE, null)) {
      clicks(session, random, figures);
      bulk(session, random, figures);
      figures.put("heapMegabytes", usedMegabytes());
    }
    figures.put("storeMegabytes", Files.size(folder.resolve("labels.db")) / MEGA);
    return figures;
  }

  private void makeProject(Path folder, Random random) throws PatchworkException {
    try (ProjectSession session = ProjectSession.create(folder, new NewProject("bench"), null)) {
      session.apply(new Edit.AddImages(windows()), ORIGIN);
      Map<String, Byte> values = new HashMap<>();
      for (int c = 0; c < CLASSES; c++) {
        String id = session.apply(new Edit.AddClass("class " + c), ORIGIN).addedClassIds().get(0);
        values.put(id, (byte) (c % 2));
      }
      int[] labelled =
          IntStream.range(0, rows).filter(row -> random.nextInt(LABELLED_SHARE) == 0).toArray();
      session.apply(new Edit.SetLabels(labelled, values), ORIGIN);
    }
  }

  /** 4,096 windows of each image. */
  private List<ImageEntry> windows() {
    List<ImageEntry> images = new ArrayList<>(rows);
    for (int row = 0; row < rows; row++) {
      String image = "images/smear-%05d.jpg".formatted(row >> 12);
      String window = "#xywh=" + (row & 63) * 8 + "," + (row >> 6 & 63) * 8 + ",64,64";
      images.add(new ImageEntry(image + window, image, null, false, false));
    }
    return images;
  }

  private void clicks(ProjectSession session, Random random, Map<String, Object> figures)
      throws PatchworkException {
    double[] times = new double[CLICKS];
    List<String> ids = session.labels().classIds();
    for (int i = 0; i < CLICKS; i++) {
      int row = random.nextInt(rows);
      int c = random.nextInt(ids.size());
      byte value = (byte) (session.labels().label(row, c) == LabelTable.PRESENT ? 0 : 1);
      Edit edit = new Edit.SetLabels(new int[] {row}, Map.of(ids.get(c), value));
      times[i] = millis(() -> session.apply(edit, ORIGIN));
    }
    Arrays.sort(times);
    figures.put("labelMedianMillis", times[CLICKS / 2]);
    figures.put("labelP95Millis", times[(int) (CLICKS * P95)]);
  }

  private void bulk(ProjectSession session, Random random, Map<String, Object> figures)
      throws PatchworkException {
    int[] many = random.ints(BULK, 0, rows).toArray();
    String id = session.labels().classIds().get(0);
    Edit bulk = new Edit.SetLabels(many, Map.of(id, LabelTable.PRESENT));
    figures.put("bulk10000Millis", millis(() -> session.apply(bulk, ORIGIN)));
    figures.put("undo10000Millis", millis(() -> session.undo().join()));
    figures.put("filterMillis", millis(() -> RowFilter.UNLABELED.select(session.labels())));
  }

  private static double usedMegabytes() {
    System.gc(); // what is in use counts, not what was left lying about
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / MEGA;
  }

  private interface Step {
    void run() throws PatchworkException;
  }

  private static double millis(Step step) throws PatchworkException {
    long start = System.nanoTime();
    step.run();
    return (System.nanoTime() - start) * 1e-6;
  }
}
