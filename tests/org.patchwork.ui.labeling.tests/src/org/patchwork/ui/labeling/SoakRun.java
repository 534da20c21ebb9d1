// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import javax.imageio.ImageIO;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.DeviceData;
import org.eclipse.swt.widgets.Display;
import org.patchwork.core.RowFilter.LabelStatus;
import org.patchwork.project.Access;
import org.patchwork.project.Edit;
import org.patchwork.project.EditOrigin;
import org.patchwork.project.ImageEntry;
import org.patchwork.project.ProjectSession;

/**
 * Works in the Image Grid for as long as it is told: draws and lists images, scrolls, zooms,
 * labels, undoes, opens and closes the full view, by the commands of the keys. After each round it
 * closes the project, so that caches are empty, prints what is still held, and opens it again.
 *
 * <p>Arguments: a folder, actions in a round, rounds at least, minutes at least. Run by {@link
 * SoakTest} in a process of its own, whose display counts all handles.
 */
final class SoakRun {
  private static final int WINDOWS = 20_000;
  private static final int SIDE = 64;
  private static final String[] CLASSES = {"red", "green", "blue", "round", "blurred"};
  private static final EditOrigin ORIGIN = new EditOrigin("soak", "test");

  private final Workbench w;
  private final LabelingPanel panel;
  private final Random random = new Random(8);
  private int actions;

  private SoakRun(Workbench w) {
    this.w = w;
    this.panel =
        new LabelingPanel(w.shell, w.open, w.page, Workbench.algorithms(), Workbench.NO_ACTIONS);
    w.shell.setSize(1200, 800);
    w.openShell();
  }

  public static void main(String[] args) throws Exception {
    DeviceData data = new DeviceData();
    data.tracking = true;
    Display display = new Display(data);
    long end = System.nanoTime() + Long.parseLong(args[3]) * 60_000_000_000L;
    try (Workbench w = new Workbench(Path.of(args[0]), false, CLASSES)) {
      addWindows(w.session);
      SoakRun run = new SoakRun(w);
      w.open.open(w.session);
      for (int round = 0; round < Integer.parseInt(args[2]) || System.nanoTime() < end; round++) {
        run.round(Integer.parseInt(args[1]));
        run.rest(display);
      }
    }
    display.dispose();
  }

  /** A large picture of noise and windows all over it. */
  private static void addWindows(ProjectSession session) throws Exception {
    Random random = new Random(1);
    BufferedImage picture = new BufferedImage(1600, 1200, BufferedImage.TYPE_INT_RGB);
    int[] pixels = random.ints(1600 * 1200).toArray();
    picture.setRGB(0, 0, 1600, 1200, pixels, 0, 1600);
    ImageIO.write(picture, "png", session.imageRoot().resolve("noise.png").toFile());
    List<ImageEntry> windows = new ArrayList<>();
    for (int i = 0; i < WINDOWS; i++) {
      int x = i % 150 * 10;
      int y = i / 150 * 8;
      windows.add(new ImageEntry("noise.png#xywh=" + x + "," + y + "," + SIDE + "," + SIDE));
    }
    session.apply(new Edit.AddImages(windows), ORIGIN);
  }

  private void round(int count) {
    for (int i = 0; i < count; i++) {
      act();
      w.idle();
      if (++actions % 5 == 0) {
        w.settle();
      }
    }
    w.settle();
    w.until("no draw is under way", () -> panel.sampling().sampleButton().isEnabled());
  }

  private void act() {
    switch (random.nextInt(20)) {
      case 0 -> draw();
      case 1 -> GridCommand.PREVIOUS_PAGE.run(panel);
      case 2 -> turnPage();
      case 3 -> browse();
      case 4 -> panel.grid().canvas().setColumns(2 + random.nextInt(8));
      case 5 -> GridCommand.OPEN_IMAGE.run(panel);
      case 6 -> w.actions.undo();
      case 7 -> w.actions.redo();
      case 8 -> LabelCommand.EXCLUDE.run(w.actions, null);
      case 9 -> LabelCommand.REST_ABSENT_ALL.run(w.actions, null);
      case 10 -> selectAll();
      case 11, 12, 13 -> scroll();
      case 14, 15 -> Workbench.press(panel.grid().canvas(), SWT.ARROW_RIGHT, SWT.SHIFT);
      default -> LabelCommand.PRESENT.run(w.actions, "" + (1 + random.nextInt(CLASSES.length)));
    }
  }

  private void draw() {
    if (panel.sampling().sampleButton().isEnabled()) {
      panel.sampling().status().select(LabelStatus.ANY); // there is always something to draw
      panel.sampling().options().setSkipSeen(random.nextBoolean());
      GridCommand.SAMPLE.run(panel);
      w.until("it is drawn", () -> panel.sampling().sampleButton().isEnabled());
    }
  }

  /** Of a page only: labels for all of a list would leave nothing to draw. */
  private void selectAll() {
    if (!w.page.browsing()) {
      w.page.select(w.page.selection().all());
    }
  }

  private void turnPage() {
    if (w.page.browsing()) {
      GridCommand.NEXT_PAGE.run(panel);
    } else {
      draw();
    }
  }

  private void browse() {
    boolean before = w.page.browsing();
    GridCommand.BROWSE.run(panel);
    w.until("the list comes or goes", () -> w.page.browsing() != before);
  }

  private void scroll() {
    int size = w.page.page().size();
    if (size > 0 && !panel.grid().showsFull()) {
      panel.grid().canvas().reveal(random.nextInt(size));
    }
  }

  /** Prints what is held while nothing is open. */
  private void rest(Display display) throws Exception {
    int working = handles(display);
    panel.grid().escape();
    w.open.close().join();
    w.idle();
    System.gc();
    w.idle(); // what the collector made due
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    System.out.printf(
        "%d actions; %d handles at work; at rest %d handles, %d kB heap, %d threads, %d kB"
            + " resident%n",
        actions,
        working,
        handles(display),
        (runtime.totalMemory() - runtime.freeMemory()) >> 10,
        Thread.activeCount(),
        residentKilobytes());
    w.open.open(
        ProjectSession.open(w.session.folder(), Access.READ_WRITE, new NullProgressMonitor()));
    w.idle();
  }

  private static int handles(Display display) {
    return (int) Arrays.stream(display.getDeviceData().objects).filter(Objects::nonNull).count();
  }

  /** Memory of the process as the system counts it, 0 where it does not tell. */
  private static long residentKilobytes() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .sum();
  }
}
