// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.LabelTable;
import org.patchwork.training.map.FeatureMapService;
import org.patchwork.training.map.MapParameters;
import org.patchwork.training.map.MapParameters.Images;

class MapPanelTest {
  @TempDir Path folder;

  private static MapPanel panel(Bench bench) {
    return new MapPanel(bench.shell, bench.open, bench.page, new FeatureMapService(), () -> {});
  }

  private static void lay(Bench bench, MapPanel panel) {
    panel.form().setValue(new MapParameters(Images.ALL, 100, 5, 300, 0));
    panel.strip().start().notifyListeners(SWT.Selection, new Event());
    bench.until("the map is there", () -> panel.map() != null);
  }

  private static void mouse(MapCanvas canvas, int type, int x, int y) {
    Event event = new Event();
    event.x = x;
    event.y = y;
    event.button = 1;
    canvas.notifyListeners(type, event);
  }

  @Test
  void marksErrorsOfTheModelAndFollowsLabels() throws Exception {
    try (Bench bench = new Bench(folder)) {
      MapPanel panel = panel(bench);
      bench.show();
      assertTrue(panel.strip().text().startsWith("Open a project"), panel.strip().text());
      bench.project(true);
      bench.label("A", LabelTable.ABSENT, IntStream.range(0, 10).toArray());
      bench.label("A", LabelTable.PRESENT, IntStream.range(30, 40).toArray());
      bench.train();
      lay(bench, panel);
      assertEquals(40, panel.map().size());
      assertTrue(panel.strip().text().startsWith("40 images, 20 labelled for A, 0 errors"));
      bench.label("A", LabelTable.PRESENT, 3);
      bench.until("the error is counted", () -> panel.strip().text().contains(" 1 error."));
    }
  }

  @Test
  void aLineAroundPointsShowsTheirImagesMostWrongFirst() throws Exception {
    try (Bench bench = new Bench(folder)) {
      MapPanel panel = panel(bench);
      bench.project(true);
      bench.label("A", LabelTable.ABSENT, 0, 1);
      bench.label("A", LabelTable.PRESENT, 2, 39);
      bench.show();
      bench.train();
      lay(bench, panel);
      Rectangle area = panel.canvas().getClientArea();
      mouse(panel.canvas(), SWT.MouseDown, 0, 0);
      mouse(panel.canvas(), SWT.MouseMove, area.width, 0);
      mouse(panel.canvas(), SWT.MouseMove, area.width, area.height);
      mouse(panel.canvas(), SWT.MouseMove, 0, area.height);
      mouse(panel.canvas(), SWT.MouseUp, 0, area.height);
      assertEquals(40, bench.page.page().size());
      assertEquals(MapPanel.SOURCE, bench.page.page().source());
      assertEquals(2, bench.page.page().rows()[0], "labelled present, but the model says .05");
      int last = panel.map().size() - 1;
      Point place = panel.canvas().place(last);
      mouse(panel.canvas(), SWT.MouseDown, place.x, place.y);
      mouse(panel.canvas(), SWT.MouseUp, place.x, place.y);
      assertEquals(1, bench.page.page().size());
    }
  }

  @Test
  void saysWhyThereIsNoMap() throws Exception {
    try (Bench bench = new Bench(folder)) {
      MapPanel panel = panel(bench);
      bench.project(true);
      bench.show();
      panel.strip().start().notifyListeners(SWT.Selection, new Event());
      bench.until("it has failed", () -> panel.strip().text().contains("hold more images out"));
      assertNull(panel.map());
    }
  }

  @Test
  void aLassoKnowsWhatIsInside() {
    Lasso lasso = new Lasso();
    for (int[] place : new int[][] {{0, 0}, {10, 0}, {10, 10}, {5, 4}, {0, 10}}) {
      lasso.add(place[0], place[1]);
    }
    assertTrue(lasso.contains(2, 5));
    assertFalse(lasso.contains(5, 8), "in the notch");
    assertFalse(lasso.contains(12, 5));
    assertFalse(lasso.isPoint());
    Lasso click = new Lasso();
    click.add(3, 3);
    click.add(4, 3);
    assertTrue(click.isPoint());
    assertArrayEquals(new int[] {3, 3}, click.polygon());
  }

  @Test
  void enlargingKeepsThePlaceUnderThePointer() {
    float[] x = {-5, 5};
    float[] y = {-1, 1};
    MapPlacement whole = MapPlacement.fitted(x, y, 400, 300);
    assertEquals(200, (whole.screenX(-5) + whole.screenX(5)) / 2, 1e-9);
    int px = (int) whole.screenX(5);
    int py = (int) whole.screenY(1);
    MapPlacement near = whole.zoomed(4, px, py, whole);
    assertEquals(whole.screenX(5), near.screenX(5), 4);
    assertEquals(4, near.scale() / whole.scale(), 1e-9);
    assertEquals(whole, near.zoomed(0.01, 7, 7, whole));
    assertEquals(3, near.moved(3, 0).left() - near.left(), 1e-9);
  }
}
