// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchwork.core.LabelTable.PRESENT;
import static org.patchwork.core.LabelTable.UNKNOWN;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.project.Access;
import org.patchwork.project.ProjectSession;

/** What the grid says, and what is not lost, when disk and files let it down. */
class TroubleTest {
  @TempDir Path folder;

  private LabelingPanel newPanel(Workbench w) {
    LabelingPanel panel =
        new LabelingPanel(w.shell, w.open, w.page, Workbench.algorithms(), Workbench.NO_ACTIONS);
    w.openShell();
    return panel;
  }

  private static Button button(Composite parent, String text) {
    for (Control child : parent.getChildren()) {
      if (child instanceof Button button && button.getText().equals(text)) {
        return button;
      }
      Button found = child instanceof Composite inner ? button(inner, text) : null;
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** Colour in the middle of an image on the screen. */
  private static RGB shown(Workbench w, LabelingPanel panel, int position) {
    w.idle();
    Rectangle cell = panel.grid().canvas().cellBounds(position);
    Image image = new Image(w.display, cell.width, cell.width);
    GC gc = new GC(panel.grid().canvas());
    gc.copyArea(image, cell.x, cell.y);
    gc.dispose();
    ImageData data = image.getImageData();
    image.dispose();
    return data.palette.getRGB(data.getPixel(cell.width / 2, cell.width / 2));
  }

  @Test
  void brokenThumbnailsAreMadeAgainAndItIsSaidOnce() throws Exception {
    try (Workbench w = new Workbench(folder, true, "cat")) {
      Path file = w.session.folder().resolve("thumbnails.db");
      Files.writeString(file, "this is no database, but long enough to look at".repeat(99));
      LabelingPanel panel = newPanel(w);
      w.show(0, 1, 2);
      w.until("it is said", () -> panel.grid().bannerText().contains("made again"));
      assertTrue(panel.grid().bannerText().contains("Labels are not affected"));
      w.until("the images are there", () -> shown(w, panel, 1).equals(new RGB(0, 0, 0)));
      button(panel, "Close").notifyListeners(SWT.Selection, null);
      assertEquals("", panel.grid().bannerText());
      w.actions.press(w.classId(0));
      w.settle();
      assertEquals(PRESENT, w.label(0, 0));
      w.show(3, 4);
      w.until("so are others", () -> shown(w, panel, 1).equals(new RGB(0, 0, 0)));
      assertEquals("", panel.grid().bannerText(), "and nothing more is said");
    }
  }

  @Test
  void aDeletedImageKeepsItsLabelsAndComesBackWithItsFile() throws Exception {
    try (Workbench w = new Workbench(folder, true, "cat")) {
      Path image = folder.resolve("images").resolve("3.png");
      byte[] bytes = Files.readAllBytes(image);
      Files.delete(image);
      LabelingPanel panel = newPanel(w);
      w.show(3, 4);
      RGB black = new RGB(0, 0, 0);
      w.until("the other image is there", () -> shown(w, panel, 1).equals(black));
      assertFalse(shown(w, panel, 0).equals(black), "a tile that says why stands in its place");
      w.actions.press(w.classId(0));
      w.settle();
      assertEquals(PRESENT, w.label(3, 0), "it can be labelled");
      Files.write(image, bytes);
      w.show(3, 5);
      w.until("the file is back", () -> shown(w, panel, 0).equals(black));
      assertEquals(PRESENT, w.label(3, 0));
    }
  }

  @Test
  void anEditThatCannotBeWrittenIsSaidKeptAndWrittenWhenTriedAgain() throws Exception {
    try (Workbench w = new Workbench(folder, true, "cat")) {
      LabelingPanel panel = newPanel(w);
      w.show(0, 1, 2);
      Path store = w.session.folder().resolve("labels.db");
      try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + store);
          Statement statement = other.createStatement()) {
        statement.execute("BEGIN IMMEDIATE"); // as a program that holds the store
        w.actions.press(w.classId(0));
        w.until("the banner says so", () -> !panel.grid().bannerText().isEmpty());
        assertTrue(
            panel.grid().bannerText().contains("another program"), panel.grid().bannerText());
        assertEquals(UNKNOWN, w.label(0, 0), "nothing is shown that is not on disk");
        statement.execute("ROLLBACK");
      }
      button(panel, "Try again").notifyListeners(SWT.Selection, null);
      w.until("it is written", () -> w.label(0, 0) == PRESENT);
      w.until("the banner goes", () -> panel.grid().bannerText().isEmpty());
    }
    try (ProjectSession again =
        ProjectSession.open(
            folder.resolve("project"), Access.READ_ONLY, new NullProgressMonitor())) {
      assertEquals(PRESENT, again.labels().label(0, 0));
    }
  }

  @Test
  void aProjectOpenReadOnlySaysSoAndIsNotTouched() throws Exception {
    try (Workbench w = new Workbench(folder, true, "cat")) {
      w.session.close();
      List<Path> before = files();
      LabelingPanel panel = newPanel(w);
      w.open.open(
          ProjectSession.open(
              folder.resolve("project"), Access.READ_ONLY, new NullProgressMonitor()));
      assertTrue(panel.grid().bannerText().contains("read-only"), panel.grid().bannerText());
      w.show(1, 2);
      w.until("images are there", () -> shown(w, panel, 0).equals(new RGB(0, 0, 0)));
      w.actions.press(w.open.session().classes().get(0).getId());
      w.settle();
      assertEquals(UNKNOWN, w.open.session().labels().label(1, 0));
      assertEquals(before, files(), "not even thumbnails are kept");
    }
  }

  private List<Path> files() throws Exception {
    try (Stream<Path> files = Files.list(folder.resolve("project"))) {
      return files.sorted().toList();
    }
  }
}
