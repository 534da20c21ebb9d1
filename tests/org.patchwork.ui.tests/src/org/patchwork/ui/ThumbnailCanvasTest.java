// SPDX-License-Identifier: MIT
package org.patchwork.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.Test;
import org.patchwork.image.BuiltInReaders;
import org.patchwork.image.Thumbnail;

class ThumbnailCanvasTest {
  private String said = "";
  private final Set<Integer> asked = new HashSet<>();
  private final Set<Integer> painted = new HashSet<>();

  @Test
  void asksOnlyForImagesInSight() {
    try (Screen screen = new Screen()) {
      ThumbnailCanvas canvas = canvas(screen, model(screen), 4);
      screen.until(
          "the first images are painted", () -> painted.contains(0) && painted.contains(7));
      assertTrue(asked.size() < 40, asked.size() + " of 400 asked for");
      canvas.reveal(399);
      screen.until("the last image is painted", () -> painted.contains(399));
      assertTrue(asked.size() < 80, asked.size() + " of 400 asked for");
    }
  }

  @Test
  void longScrollHoldsNoMoreHandlesThanThePoolHasRoomFor() {
    try (Screen screen = new Screen()) {
      int before = screen.heldResources();
      PageModel model = model(screen);
      ThumbnailCanvas canvas = canvas(screen, model, 1);
      model.show(Page.browsed(IntStream.range(0, 2_000_000).toArray(), "test", "all images"));
      int side = canvas.geometry().side();
      int room = (128 << 20) / (4 * side * side);
      int most = 0;
      while (asked.size() < 2 * room) {
        int first = model.page().rows()[canvas.firstInSight()];
        screen.until("what is in sight has come", () -> canvas.shownImage(first) != null);
        most = Math.max(most, screen.heldResources());
        canvas.turnScreen(true);
      }
      assertTrue(most <= before + room + 20, most + " held, room for " + room);
      canvas.dispose();
      screen.idle();
      assertTrue(screen.heldResources() <= before + 5, screen.heldResources() + " left behind");
    }
  }

  @Test
  void theToolTipFollowsTheLabelsOfTheImageUnderThePointer() {
    try (Screen screen = new Screen()) {
      PageModel model = model(screen);
      ThumbnailCanvas canvas = canvas(screen, model, 4);
      Rectangle cell = canvas.cellBounds(2);
      mouse(canvas, SWT.MouseMove, cell.x + 5, cell.y + 5);
      assertEquals("row 2", canvas.getToolTipText());
      said = " is labelled";
      canvas.redrawRows(2);
      assertEquals("row 2 is labelled", canvas.getToolTipText());
      model.show(Page.of(new int[] {7}, "test", "one image"));
      assertNull(canvas.getToolTipText());
    }
  }

  @Test
  void repaintsOnlyTheRowsThatChanged() {
    try (Screen screen = new Screen()) {
      PageModel model = model(screen);
      ThumbnailCanvas canvas = canvas(screen, model, 4);
      screen.until("the first images are asked for", () -> !asked.isEmpty());
      screen.until( // thumbnails may still be arriving during the first attempts
          "one change paints one cell",
          () -> {
            if (painted.contains(5) && painted.size() == 1) {
              return true;
            }
            painted.clear();
            canvas.redrawRows(5);
            return false;
          });
    }
  }

  @Test
  void poolStaysBoundedHoweverManyImagesAreSeen() {
    try (Screen screen = new Screen()) {
      PageModel model = model(screen);
      ThumbnailCanvas canvas = canvas(screen, model, 1);
      ThumbnailPool pool = new ThumbnailPool(canvas, 10 * 4 * 64 * 64, row -> asked.add(-row));
      pool.setSource(this::red);
      for (int row = 1; row <= 50; row++) {
        int each = row;
        pool.get(row, 64);
        screen.until("image " + row + " has come", () -> asked.contains(-each));
      }
      assertEquals(10, pool.size());
    }
  }

  @Test
  void unreadableImageSaysWhyAndIsNotAskedForAgainUntilRetried() {
    try (Screen screen = new Screen()) {
      PageModel model = model(screen);
      ThumbnailCanvas canvas = canvas(screen, model, 4);
      int[] requests = {0};
      ThumbnailPool pool = new ThumbnailPool(canvas, 1 << 20, row -> asked.add(-1000 - row));
      pool.setSource(
          (row, size) -> {
            requests[0]++;
            return CompletableFuture.completedFuture(Thumbnail.failed("The file is gone."));
          });
      pool.get(3, 64);
      screen.until("the failure has come", () -> asked.contains(-1003));
      assertEquals("The file is gone.", pool.failure(3));
      pool.get(3, 64);
      assertEquals(1, requests[0]);
      pool.forgetFailures();
      pool.get(3, 64);
      assertEquals(2, requests[0]);
    }
  }

  @Test
  void draggingABoxSelectsWhatItTouches() {
    try (Screen screen = new Screen()) {
      PageModel model = model(screen);
      ThumbnailCanvas canvas = canvas(screen, model, 4);
      Rectangle from = canvas.cellBounds(0);
      Rectangle to = canvas.cellBounds(5);
      mouse(canvas, SWT.MouseDown, from.x - 2, from.y - 2); // a gap: images are dragged
      mouse(canvas, SWT.MouseMove, to.x + 20, to.y + 20);
      mouse(canvas, SWT.MouseUp, to.x + 20, to.y + 20);
      assertEquals("[0, 1, 4, 5]", java.util.Arrays.toString(model.selection().positions()));
    }
  }

  @Test
  void clickOnOneOfSeveralSelectedLeavesThisOne() {
    try (Screen screen = new Screen()) {
      PageModel model = model(screen);
      ThumbnailCanvas canvas = canvas(screen, model, 4);
      model.select(model.selection().extendTo(5));
      Rectangle cell = canvas.cellBounds(2);
      mouse(canvas, SWT.MouseDown, cell.x + 20, cell.y + 20);
      assertEquals(6, model.selection().count(), "it may become a drag");
      mouse(canvas, SWT.MouseUp, cell.x + 20, cell.y + 20);
      assertEquals("[2]", java.util.Arrays.toString(model.selection().positions()));
    }
  }

  @Test
  void wheelWithCtrlZooms() {
    try (Screen screen = new Screen()) {
      ThumbnailCanvas canvas = canvas(screen, model(screen), 4);
      Event wheel = new Event();
      wheel.count = 3;
      wheel.stateMask = SWT.MOD1;
      canvas.notifyListeners(SWT.MouseVerticalWheel, wheel);
      assertEquals(3, canvas.columns());
    }
  }

  private static PageModel model(Screen screen) {
    return new PageModel(new OpenProject(screen.display, BuiltInReaders.catalog()));
  }

  private ThumbnailCanvas canvas(Screen screen, PageModel model, int columns) {
    ThumbnailCanvas canvas = new ThumbnailCanvas(screen.shell, model, new Recorder());
    canvas.setThumbnails(this::red);
    canvas.setColumns(columns);
    model.show(Page.of(IntStream.range(0, 400).toArray(), "test", "400 images"));
    screen.open();
    return canvas;
  }

  private CompletableFuture<Thumbnail> red(int row, int size) {
    asked.add(row);
    byte[] rgb = new byte[size * size * 3];
    for (int i = 0; i < rgb.length; i += 3) {
      rgb[i] = (byte) 200;
    }
    return CompletableFuture.supplyAsync(() -> new Thumbnail(size, size, rgb, null));
  }

  private static void mouse(ThumbnailCanvas canvas, int type, int x, int y) {
    Event event = new Event();
    event.x = x;
    event.y = y;
    event.button = 1;
    canvas.notifyListeners(type, event);
  }

  /** Notes which rows are painted. */
  private final class Recorder implements CellPainter {
    @Override
    public int footerHeight() {
      return 20;
    }

    @Override
    public void paint(GC gc, Cell cell, ThemeColors colors) {
      painted.add(cell.row());
    }

    @Override
    public String toolTip(int position, int row) {
      return "row " + row + said;
    }
  }
}
