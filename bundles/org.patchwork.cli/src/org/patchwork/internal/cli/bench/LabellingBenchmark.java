// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.project.Access;
import org.patchwork.project.ProjectSession;

/**
 * What labelling feels like in a large project: opening it, finding what to look at, drawing a
 * page, labelling many patches at once. Seeded, but its times depend on the disk; everything is
 * read from a warm file cache, as the project was just written.
 *
 * <p>A page is decoded and composed in memory here; what the screen adds is measured by the tests
 * of the grid, which have a screen.
 */
public final class LabellingBenchmark implements Benchmark {
  private static final int OPENINGS = 3;
  private static final double MEGA = 1e6;
  private static final long BYTES_PER_ROW = 1000; // features 512, predictions 80, store 300

  @Override
  public String name() {
    return "labelling";
  }

  @Override
  public String what() {
    return "Opening, next page, drawing a page and bulk labels in a generated project of --rows"
        + " windows (over the pictures of --images), 20 classes, 5 % labelled.";
  }

  @Override
  public Map<String, Object> run(BenchmarkRequest request, IProgressMonitor monitor)
      throws PatchworkException {
    SubMonitor progress = SubMonitor.convert(monitor, 100);
    try (TemporaryFolder temporary = TemporaryFolder.make()) {
      requireRoom(temporary.path(), request.rows());
      Path images = request.images();
      if (images == null) {
        images = temporary.path().resolve("pictures");
        GeneratedPictures.write(images, progress.split(2));
      }
      Path folder = temporary.path().resolve("project");
      GeneratedProject generated =
          new GeneratedProject(folder, PictureWindows.over(images, request, progress.split(3)));
      generated.make(progress.split(75));
      return measure(request, folder, generated, progress.split(20));
    } catch (IOException e) {
      throw new PatchworkException("The benchmark cannot write: " + e.getMessage() + ".", e);
    }
  }

  private static void requireRoom(Path folder, int rows) throws IOException, PatchworkException {
    long free = Files.getFileStore(folder).getUsableSpace();
    if (free < BYTES_PER_ROW * rows) {
      throw new PatchworkException(
          "A project of %,d rows takes about %,d MB in %s, where %,d MB are free. Ask for fewer --rows, or start with -Djava.io.tmpdir on a larger disk."
              .formatted(
                  rows,
                  (long) (BYTES_PER_ROW * rows / MEGA),
                  folder.getParent(),
                  (long) (free / MEGA)));
    }
  }

  private static Map<String, Object> measure(
      BenchmarkRequest request, Path folder, GeneratedProject generated, SubMonitor progress)
      throws PatchworkException, IOException {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("rows", request.rows());
    figures.put("open_s", openSeconds(folder, progress.split(10)));
    try (ProjectSession session = ProjectSession.open(folder, Access.READ_WRITE, null)) {
      figures.put("heap_opened_mb", BenchmarkHeap.liveMegabytes());
      new BrowsingFigures(session, request.context()).measure(figures, progress.split(20));
      new DrawingFigures(session, request.context()).measure(figures, progress.split(50));
      new EditingFigures(session).measure(figures, progress.split(20));
      figures.put("heap_mb", BenchmarkHeap.liveMegabytes());
    }
    figures.put("import_s", generated.importSeconds());
    figures.put("store_mb", Files.size(folder.resolve("labels.db")) / MEGA);
    figures.put("max_heap_mb", Runtime.getRuntime().maxMemory() / MEGA);
    return figures;
  }

  /** The slowest of several openings, with labels, predictions and the history. */
  private static double openSeconds(Path folder, SubMonitor progress)
      throws ProjectFormatException {
    progress.setWorkRemaining(OPENINGS);
    double slowest = 0;
    for (int i = 0; i < OPENINGS; i++) {
      long start = System.nanoTime();
      ProjectSession session = ProjectSession.open(folder, Access.READ_WRITE, progress.split(1));
      slowest = Math.max(slowest, (System.nanoTime() - start) * 1e-9);
      session.close();
    }
    return slowest;
  }
}
