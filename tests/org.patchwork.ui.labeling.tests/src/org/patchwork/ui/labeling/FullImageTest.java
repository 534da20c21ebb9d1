// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.image.display.DisplaySettings;
import org.patchwork.project.Edit;
import org.patchwork.project.EditOrigin;
import org.patchwork.project.ImageEntry;
import org.patchwork.ui.ThemeColor;
import org.patchwork.ui.ThemeColors;

/** The full view by keys, wheel and mouse, and what is seen in it. */
class FullImageTest {
  @TempDir Path folder;

  private FullImage openFull(Workbench w) {
    FullImage full = new FullImage(w.shell, w.open, w.page);
    w.page.addListener(
        new org.patchwork.ui.PageModel.Listener() {
          @Override
          public void selectionChanged(org.patchwork.ui.PageSelection before) {
            full.show(w.page.cursorRow());
          }
        });
    w.openShell();
    return full;
  }

  private static void showAndWait(Workbench w, FullImage full, int row) {
    full.show(row);
    w.until("the picture is there", () -> full.picture().bounds() != null);
  }

  private static void wheel(FullImage full, int count, int x, int y) {
    Event event = new Event();
    event.count = count;
    event.x = x;
    event.y = y;
    full.notifyListeners(SWT.MouseVerticalWheel, event);
  }

  private static void mouse(FullImage full, int type, int x, int y) {
    Event event = new Event();
    event.x = x;
    event.y = y;
    event.button = 1;
    full.notifyListeners(type, event);
  }

  private static RGB pixel(Workbench w, FullImage full, int x, int y) {
    Image image = new Image(w.display, full.getSize().x, full.getSize().y);
    Event event = new Event();
    event.gc = new GC(image);
    full.notifyListeners(SWT.Paint, event);
    event.gc.dispose();
    ImageData data = image.getImageData();
    image.dispose();
    return data.palette.getRGB(data.getPixel(x, y));
  }

  @Test
  void aWindowIsShownInItsImageOutlinedAndTheRestDimmed() throws Exception {
    try (Workbench w = new Workbench(folder, false, "cat")) {
      int first = Smear.add(w.session, folder.resolve("images"), "smear.png");
      w.show(first + 5);
      FullImage full = openFull(w);
      showAndWait(w, full, first + 5);
      assertEquals(new Rectangle(50, 50, 50, 50), full.viewport().fitted());
      Rectangle window = full.viewport().toScreen(new Rectangle(50, 50, 50, 50));
      assertEquals(
          new RGB(75, 75, 0),
          pixel(w, full, window.x + window.width / 2 + 2, window.y + window.height / 2 + 2));
      RGB ground = ThemeColors.current().rgb(ThemeColor.GROUND);
      RGB dimmed = pixel(w, full, window.x + window.width * 3 / 2, window.y + window.height / 2);
      assertEquals((125 * 105 + ground.red * 150) / 255.0, dimmed.red, 4, dimmed.toString());
      assertEquals(
          ThemeColors.current().rgb(ThemeColor.SELECTION),
          pixel(w, full, window.x, window.y + window.height / 2));
      full.fit();
      assertEquals(new Rectangle(0, 0, 200, 150), full.viewport().fitted(), "F again: all of it");
      full.fit();
      assertEquals(new Rectangle(50, 50, 50, 50), full.viewport().fitted());
    }
  }

  @Test
  void wheelZoomsAtThePointerDownToThePixels() throws Exception {
    try (Workbench w = new Workbench(folder, false, "cat")) {
      int first = Smear.add(w.session, folder.resolve("images"), "smear.png");
      w.show(first);
      FullImage full = openFull(w);
      showAndWait(w, full, first);
      Rectangle window = full.viewport().toScreen(new Rectangle(0, 0, 50, 50));
      int x = window.x + window.width / 2;
      int y = window.y + window.height / 2;
      var under = full.viewport().toPicture(x, y);
      for (int i = 0; i < 6; i++) {
        wheel(full, 1, x, y);
      }
      assertTrue(full.viewport().scale() > 20, "scale " + full.viewport().scale());
      assertEquals(under, full.viewport().toPicture(x, y));
      Rectangle square = full.viewport().toScreen(new Rectangle(under.x, under.y, 1, 1));
      RGB corner = pixel(w, full, square.x + 2, square.y + 2);
      RGB opposite = pixel(w, full, square.x + square.width - 3, square.y + square.height - 3);
      assertEquals(corner, opposite, "one pixel is one plain square");
      assertEquals(new RGB(under.x, under.y, 0), corner);
    }
  }

  @Test
  void smoothingIsSeenBetweenPixels() throws Exception {
    try (Workbench w = new Workbench(folder, false, "cat")) {
      w.show(3);
      FullImage full = openFull(w);
      showAndWait(w, full, 3);
      RGB orange = new RGB(0xff, 0x88, 0);
      Rectangle dot = full.viewport().toScreen(new Rectangle(3, 3, 1, 1));
      assertEquals(orange, pixel(w, full, dot.x + 1, dot.y + 1), "a plain square to its corner");
      full.setSettings(DisplaySettings.PLAIN); // smooth
      w.until(
          "its corner runs into the black around",
          () -> pixel(w, full, dot.x + 1, dot.y + 1).red < 200);
    }
  }

  @Test
  void whatIsSetWhileAnImageIsReadHoldsWhenItComes() throws Exception {
    try (Workbench w = new Workbench(folder, false, "cat")) {
      w.show(3);
      FullImage full = openFull(w);
      full.show(3);
      full.setSettings(DisplaySettings.PLAIN.withTone(0.1, 0));
      full.setSettings(DisplaySettings.PLAIN.withTone(0.4, 0));
      w.until("the picture is there", () -> full.picture().bounds() != null);
      w.until(
          "it is brighter by 0.4",
          () -> pixelOfPicture(w, full, 20, 20).equals(new RGB(102, 102, 102)));
    }
  }

  @Test
  void dragAndArrowsPanOnceItIsZoomedAndArrowsGoBefore() throws Exception {
    try (Workbench w = new Workbench(folder, false, "cat")) {
      int first = Smear.add(w.session, folder.resolve("images"), "smear.png");
      w.show(first, first + 1, first + 2);
      FullImage full = openFull(w);
      showAndWait(w, full, first);
      Workbench.press(full, SWT.ARROW_RIGHT, 0);
      assertEquals(first + 1, w.page.cursorRow(), "fitted: to the next image");
      full.zoom(true);
      Rectangle before = full.viewport().toScreen(new Rectangle(0, 0, 1, 1));
      Workbench.press(full, SWT.ARROW_RIGHT, 0);
      assertEquals(first + 1, w.page.cursorRow(), "zoomed: the same image");
      assertTrue(full.viewport().toScreen(new Rectangle(0, 0, 1, 1)).x < before.x);
      Workbench.press(full, SWT.ARROW_DOWN, 0);
      assertTrue(full.viewport().toScreen(new Rectangle(0, 0, 1, 1)).y < before.y);
      Workbench.press(full, SWT.PAGE_DOWN, 0);
      assertEquals(first + 2, w.page.cursorRow(), "page down always goes");
      assertNull(full.viewport().fitted(), "and keeps the zoom over the same file");
      Rectangle start = full.viewport().toScreen(new Rectangle(0, 0, 1, 1));
      mouse(full, SWT.MouseDown, 100, 100);
      mouse(full, SWT.MouseMove, 130, 90);
      mouse(full, SWT.MouseUp, 130, 90);
      Rectangle end = full.viewport().toScreen(new Rectangle(0, 0, 1, 1));
      assertEquals(start.x + 30, end.x);
      assertEquals(start.y - 10, end.y);
      assertEquals(first + 2, w.page.cursorRow(), "a drag is no click");
      full.actualSize();
      assertEquals(1, full.viewport().scale());
    }
  }

  @Test
  void otherWindowsOfTheImageAreClicked() throws Exception {
    try (Workbench w = new Workbench(folder, false, "cat")) {
      int first = Smear.add(w.session, folder.resolve("images"), "smear.png");
      w.show(first, first + 1);
      FullImage full = openFull(w);
      showAndWait(w, full, first);
      full.fit();
      clickWindow(full, 1, 0);
      assertEquals(first + 1, w.page.cursorRow());
      assertFalse(w.page.browsing(), "it is on the page");
      full.fit();
      clickWindow(full, 3, 2);
      assertEquals(first + 11, w.page.cursorRow());
      assertTrue(w.page.browsing(), "the list of all windows of the image");
      assertEquals(12, w.page.page().size());
    }
  }

  private static void clickWindow(FullImage full, int column, int row) {
    Rectangle window =
        full.viewport()
            .toScreen(new Rectangle(column * Smear.SIDE, row * Smear.SIDE, Smear.SIDE, Smear.SIDE));
    int x = window.x + window.width / 2;
    int y = window.y + window.height / 2;
    mouse(full, SWT.MouseDown, x, y);
    mouse(full, SWT.MouseUp, x, y);
  }

  @Test
  void aLargeImageIsSharpWhereOneLooks() throws Exception {
    try (Workbench w = new Workbench(folder, false, "cat")) {
      BufferedImage large = new BufferedImage(3000, 2000, BufferedImage.TYPE_INT_RGB);
      for (int pixel = 0; pixel < 3000 * 2000; pixel++) {
        large.setRGB(pixel % 3000, pixel / 3000, (pixel % 3000 + pixel / 3000) % 2 * 0xffffff);
      }
      ImageIO.write(large, "png", folder.resolve("images").resolve("large.png").toFile());
      w.session.apply(
          new Edit.AddImages(List.of(new ImageEntry("large.png"))), new EditOrigin("", "test"));
      w.show(Workbench.IMAGES);
      FullImage full = openFull(w);
      showAndWait(w, full, Workbench.IMAGES);
      full.actualSize();
      for (int i = 0; i < 12; i++) {
        full.zoom(true);
      }
      full.update();
      w.until("the detail has come", () -> full.picture().sharp());
      var middle = full.viewport().toPicture(400, 300);
      Rectangle one = full.viewport().toScreen(new Rectangle(middle.x, middle.y, 1, 1));
      Rectangle next = full.viewport().toScreen(new Rectangle(middle.x + 1, middle.y, 1, 1));
      RGB here = pixel(w, full, one.x + one.width / 2, one.y + one.height / 2);
      RGB there = pixel(w, full, next.x + next.width / 2, next.y + next.height / 2);
      assertEquals(255, Math.abs(here.red - there.red), here + " beside " + there);
    }
  }

  @Test
  void whatCannotBeReadIsSaidAndTheNextImageComes() throws Exception {
    try (Workbench w = new Workbench(folder, false, "cat")) {
      Files.delete(folder.resolve("images").resolve("3.png"));
      w.show(3, 4);
      FullImage full = openFull(w);
      full.show(3);
      w.until("it is said", () -> full.picture().error() != null);
      assertTrue(full.picture().error().contains("3.png"), full.picture().error());
      assertNull(full.picture().bounds());
      showAndWait(w, full, 4);
      assertNull(full.picture().error());
      full.forget();
      assertNull(full.picture().bounds());
    }
  }

  @Test
  void goingOnCancelsWhatWasAskedForAndShowsNoWrongImage() throws Exception {
    try (Workbench w = new Workbench(folder, false, "cat")) {
      w.show(0, 1, 2, 3, 4, 5, 6, 7);
      FullImage full = openFull(w);
      for (int row = 0; row < 8; row++) {
        full.show(row);
        if (full.picture().bounds() != null) { // it came at once
          assertEquals(new RGB(0xff, 0x88, 0), pixelOfPicture(w, full, row, row));
        }
      }
      w.until("the last is there", () -> full.picture().bounds() != null);
      assertNotNull(full.picture().size());
      RGB marked = pixelOfPicture(w, full, 7, 7);
      assertEquals(new RGB(0xff, 0x88, 0), marked, "image 7 has its dot at 7, 7");
    }
  }

  private static RGB pixelOfPicture(Workbench w, FullImage full, int x, int y) {
    Rectangle square = full.viewport().toScreen(new Rectangle(x, y, 1, 1));
    return pixel(w, full, square.x + square.width / 2, square.y + square.height / 2);
  }

  @Test
  void neighboursAreTheWindowsOfTheSameFile() throws Exception {
    try (Workbench w = new Workbench(folder, false, "cat")) {
      int first = Smear.add(w.session, folder.resolve("images"), "a.png");
      int second = Smear.add(w.session, folder.resolve("images"), "b.png");
      Neighbours found = Neighbours.of(w.session.labels(), first + 4);
      assertEquals(12, found.rows().size());
      assertEquals(first, found.rows().get(0));
      assertEquals(first + 4, found.rowAt(10, 60));
      assertEquals(-1, found.rowAt(500, 10));
      assertEquals(second, Neighbours.of(w.session.labels(), second + 11).rows().get(0));
      assertEquals(Neighbours.NONE, Neighbours.of(w.session.labels(), 2), "a whole image");
      assertArrayEquals(
          new int[] {12, 12}, new int[] {found.rows().size(), found.windows().size()});
    }
  }
}
