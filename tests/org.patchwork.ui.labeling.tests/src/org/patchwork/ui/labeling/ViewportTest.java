// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.Test;

class ViewportTest {
  private final Viewport viewport = new Viewport();
  private final Rectangle screen = new Rectangle(0, 0, 400, 200);

  @Test
  void fitsAPictureIntoTheMiddle() {
    viewport.fit(new Rectangle(0, 0, 100, 100), screen, 1);
    assertEquals(new Rectangle(100, 0, 200, 200), viewport.toScreen(new Rectangle(0, 0, 100, 100)));
    assertTrue(viewport.magnified());
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
  void knowsWhatWasFittedLast() {
    Rectangle window = new Rectangle(10, 10, 20, 20);
    viewport.fit(window, screen, .6);
    assertTrue(viewport.shows(window, screen));
    viewport.move(30, 0);
    assertFalse(viewport.shows(window, screen));
  }
}
