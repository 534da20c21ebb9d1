// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.Test;

class ViewportTest {
  private final Viewport viewport = new Viewport();
  private final Rectangle screen = new Rectangle(0, 0, 400, 200);

  @Test
  void fitsAPictureIntoTheMiddle() {
    viewport.fit(new Rectangle(0, 0, 100, 100), screen, 1);
    assertEquals(new Rectangle(100, 0, 200, 200), viewport.toScreen(new Rectangle(0, 0, 100, 100)));
    assertEquals(2, viewport.scale());
  }

  @Test
  void zoomKeepsThePointUnderThePointer() {
    viewport.fit(new Rectangle(0, 0, 100, 100), screen, 1);
    viewport.zoom(true, 150, 50); // over pixel 25, 25
    assertEquals(
        new Rectangle(150, 50, 63, 63).x, viewport.toScreen(new Rectangle(25, 25, 25, 25)).x);
    assertEquals(50, viewport.toScreen(new Rectangle(25, 25, 25, 25)).y);
  }

  @Test
  void knowsWhatWasFittedUntilTheUserMovesOrZooms() {
    Rectangle window = new Rectangle(10, 10, 20, 20);
    viewport.fit(window, screen, .6);
    assertEquals(window, viewport.fitted());
    viewport.move(30, 0);
    assertNull(viewport.fitted());
    viewport.fit(window, screen, .6);
    viewport.actualSize(screen);
    assertNull(viewport.fitted());
    assertEquals(1, viewport.scale());
  }

  @Test
  void findsThePixelUnderThePointerAndThePartInSight() {
    Rectangle picture = new Rectangle(0, 0, 100, 100);
    viewport.fit(picture, screen, 1); // twice as large, 100 points from the left
    assertEquals(new Point(0, 0), viewport.toPicture(101, 1));
    assertEquals(new Point(99, 50), viewport.toPicture(299, 100));
    assertEquals(picture, viewport.visible(picture, screen));
    viewport.move(-200, -100);
    assertEquals(new Rectangle(50, 50, 50, 50), viewport.visible(picture, screen));
  }

  @Test
  void thePictureCannotBeLost() {
    Rectangle picture = new Rectangle(0, 0, 100, 100);
    viewport.fit(picture, screen, 1);
    viewport.move(5000, -5000);
    viewport.keepInSight(picture, screen);
    Rectangle shown = viewport.toScreen(picture);
    assertEquals(new Rectangle(200, -100, 200, 200), shown, "to the middle and no further");
  }

  @Test
  void zoomEndsAtBothEnds() {
    for (int i = 0; i < 100; i++) {
      viewport.zoom(true, 0, 0);
    }
    assertEquals(64, viewport.scale());
    for (int i = 0; i < 100; i++) {
      viewport.zoom(false, 0, 0);
    }
    assertEquals(0.02, viewport.scale());
  }
}
