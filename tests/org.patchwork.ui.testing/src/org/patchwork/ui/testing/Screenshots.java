// SPDX-License-Identifier: MIT
package org.patchwork.ui.testing;

import java.nio.file.Path;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

/**
 * Pictures of what a test sees, for people to look at: into the folder that the environment
 * variable {@code PATCHWORK_SCREENSHOTS} names, otherwise none.
 */
public final class Screenshots {
  private static final String FOLDER = System.getenv("PATCHWORK_SCREENSHOTS");

  /** Time for the window system to paint what was drawn. */
  private static final int PAINT_MILLIS = 500;

  private Screenshots() {}

  /** Takes a picture of an open shell, once it is painted. */
  public static void take(Shell shell, String name) {
    if (FOLDER == null) {
      return;
    }
    Display display = shell.getDisplay();
    shell.forceActive();
    shell.redraw();
    shell.update();
    boolean[] painted = {false};
    display.timerExec(PAINT_MILLIS, () -> painted[0] = true);
    new EventLoop(display).until("the shell is painted", () -> painted[0]);
    Rectangle area = shell.getBounds();
    Image image = new Image(display, area.width, area.height);
    GC gc = new GC(display);
    try {
      gc.copyArea(image, area.x, area.y);
      ImageLoader writer = new ImageLoader();
      writer.data = new ImageData[] {image.getImageData()};
      writer.save(Path.of(FOLDER, name + ".png").toString(), SWT.IMAGE_PNG);
    } finally {
      gc.dispose();
      image.dispose();
    }
  }
}
