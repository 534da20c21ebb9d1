// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;
import org.patchwork.image.Thumbnail;
import org.patchwork.project.Edit;
import org.patchwork.project.EditOrigin;
import org.patchwork.project.ImageEntry;
import org.patchwork.ui.Page;
import org.patchwork.ui.ThumbnailCanvas;

/**
 * How long the grid takes to paint a frame, with labels, chips and probabilities on every image and
 * all thumbnails there: a canvas of 1440 × 900 points over a list of 2,000,000 places. Prints one
 * line per zoom. Start it by its {@code main}; it is a measurement, no test.
 */
final class GridFrames {
  private static final int PLACES = 2_000_000;
  private static final int ROWS = 20_000;
  private static final int FRAMES = 60;
  private static final String[] CLASSES = {
    "cardboard", "glass bottle", "metal", "paper", "plastic", "trash", "erythrocyte", "platelet"
  };

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final List<Double> times = new ArrayList<>();
  private final List<Double> work = new ArrayList<>();
  private long started;
  private long workedBefore;

  private GridFrames() {}

  public static void main(String[] args) throws Exception {
    new GridFrames().measure(Files.createTempDirectory("frames"));
  }

  private void measure(Path folder) throws Exception {
    try (Workbench w = new Workbench(folder, false, CLASSES)) {
      fill(w);
      w.open.open(w.session);
      w.shell.setSize(1440, 900);
      LabelCellPainter painter = new LabelCellPainter(w.shell, w.open, w.page);
      painter.setClasses(ClassStyle.of(w.session.classes()));
      ThumbnailCanvas canvas = new ThumbnailCanvas(w.shell, w.page, painter);
      w.display.addFilter(SWT.Paint, event -> begin());
      canvas.addListener(SWT.Paint, event -> end());
      canvas.setThumbnails((row, size) -> CompletableFuture.supplyAsync(() -> noise(row, size)));
      int[] rows = IntStream.range(0, PLACES).map(place -> place % ROWS).toArray();
      w.page.show(Page.browsed(rows, "test", "frames"));
      w.openShell();
      for (int columns : new int[] {2, 4, 8, 12, 20, 29}) {
        canvas.setColumns(columns);
        frames(w, canvas, "standing", 0);
        frames(w, canvas, "scrolling by a row", 1);
        frames(w, canvas, "paging", canvas.shownColumns() * 4);
      }
    }
  }

  private void begin() {
    started = System.nanoTime();
    workedBefore = threads.getCurrentThreadCpuTime();
  }

  private void end() {
    times.add((System.nanoTime() - started) / 1e6);
    work.add((threads.getCurrentThreadCpuTime() - workedBefore) / 1e6);
  }

  private void frames(Workbench w, ThumbnailCanvas canvas, String what, int step) {
    int columns = canvas.shownColumns();
    for (int round = 0; round < 2; round++) { // the first round warms up
      times.clear();
      work.clear();
      for (int frame = 0; frame < FRAMES; frame++) {
        canvas.reveal(ROWS / 2 + frame * step * columns);
        canvas.redraw();
        int before = times.size();
        w.until("a frame is painted", () -> times.size() > before);
      }
    }
    System.out.printf(
        "%2d columns, %-18s  %s, processor %s%n", columns, what, figures(times), figures(work));
  }

  private static String figures(List<Double> milliseconds) {
    double[] sorted = milliseconds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return String.format(
        Locale.ENGLISH,
        "median %5.1f ms, p95 %5.1f ms",
        sorted[sorted.length / 2],
        sorted[sorted.length * 95 / 100]);
  }

  private static void fill(Workbench w) throws Exception {
    EditOrigin origin = new EditOrigin("tester", "test");
    List<ImageEntry> windows = new ArrayList<>();
    for (int i = 0; i < ROWS - Workbench.IMAGES; i++) {
      windows.add(new ImageEntry("0.png#xywh=" + i + ",0,8,8"));
    }
    w.session.apply(new Edit.AddImages(windows), origin);
    Random random = new Random(1);
    List<Edit> edits = new ArrayList<>();
    float[][] predictions = new float[CLASSES.length][ROWS];
    for (int c = 0; c < CLASSES.length; c++) {
      int[] chosen = IntStream.range(0, ROWS).filter(row -> random.nextInt(4) == 0).toArray();
      edits.add(new Edit.SetLabels(chosen, java.util.Map.of(w.classId(c), LabelTable.PRESENT)));
      for (int row = 0; row < ROWS; row++) {
        predictions[c][row] = random.nextFloat();
      }
    }
    w.session.apply(new Edit.Composite("labels", edits), origin);
    List<String> ids = IntStream.range(0, CLASSES.length).mapToObj(w::classId).toList();
    w.session.setPredictions(new PredictionTable(ids, predictions, "run", false));
  }

  private static Thumbnail noise(int row, int size) {
    byte[] rgb = new byte[size * size * 3];
    Arrays.fill(rgb, (byte) (row * 37));
    return new Thumbnail(size, size, rgb, null);
  }
}
