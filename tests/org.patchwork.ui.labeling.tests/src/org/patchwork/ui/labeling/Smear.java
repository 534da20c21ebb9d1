// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.patchwork.project.Edit;
import org.patchwork.project.EditOrigin;
import org.patchwork.project.ImageEntry;
import org.patchwork.project.ProjectSession;

/**
 * A large image and its windows, 4 × 3 of 50 pixels each, in a project; red grows to the right,
 * green downwards.
 */
final class Smear {
  static final int SIDE = 50;
  static final int COLUMNS = 4;
  static final int ROWS = 3;

  private Smear() {}

  /** Adds the windows; returns the row of the first. */
  static int add(ProjectSession session, Path imageFolder, String name) throws Exception {
    BufferedImage image =
        new BufferedImage(COLUMNS * SIDE, ROWS * SIDE, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        image.setRGB(x, y, x << 16 | y << 8);
      }
    }
    Files.createDirectories(imageFolder);
    ImageIO.write(image, "png", imageFolder.resolve(name).toFile());
    List<ImageEntry> windows = new ArrayList<>();
    for (int i = 0; i < COLUMNS * ROWS; i++) {
      windows.add(
          new ImageEntry(
              name + "#xywh=" + i % COLUMNS * SIDE + "," + i / COLUMNS * SIDE + ",50,50"));
    }
    int first = session.labels().rows();
    session.apply(new Edit.AddImages(windows), new EditOrigin("tester", "test"));
    return first;
  }
}
