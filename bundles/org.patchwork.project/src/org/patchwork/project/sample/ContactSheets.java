// SPDX-License-Identifier: MIT
package org.patchwork.project.sample;

import java.awt.image.BufferedImage;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/**
 * Writes small grey images 10 × 10 to a sheet, so that thousands of them are a few files, and a CSV
 * that names each as a window of its sheet.
 */
final class ContactSheets implements AutoCloseable {
  static final String FOLDER = "sheets";
  static final String LABELS = "labels.csv";
  private static final int ACROSS = 10;
  static final int PER_SHEET = ACROSS * ACROSS;

  private final Path folder;
  private final int side;
  private final int classes;
  private final BufferedWriter rows;
  private final boolean subsets;
  private BufferedImage sheet;
  private int count;

  /**
   * Begins the sheets.
   *
   * @param folder where {@code sheets} and {@code labels.csv} go
   * @param side of an image in pixels
   * @param classes names of the classes
   * @param subsets true to write a column with the subset of each image
   */
  ContactSheets(Path folder, int side, List<String> classes, boolean subsets) throws IOException {
    this.folder = folder;
    this.side = side;
    this.classes = classes.size();
    this.subsets = subsets;
    Files.createDirectories(folder.resolve(FOLDER));
    this.rows = Files.newBufferedWriter(unfinished());
    rows.write("filepath," + (subsets ? "subset," : "") + String.join(",", classes) + "\n");
  }

  private Path unfinished() {
    return folder.resolve(LABELS + ".part");
  }

  /** Path of a sheet, from 0, relative to the folder. */
  static String name(int sheet) {
    return String.format(Locale.ROOT, FOLDER + "/sheet-%03d.png", sheet + 1);
  }

  /**
   * Adds one image.
   *
   * @param pixels {@code side × side} grey values
   */
  void add(byte[] pixels, int classIndex, String subset) throws IOException {
    int place = count % PER_SHEET;
    if (place == 0) {
      flush();
      sheet = new BufferedImage(ACROSS * side, ACROSS * side, BufferedImage.TYPE_BYTE_GRAY);
    }
    int x = place % ACROSS * side;
    int y = place / ACROSS * side;
    sheet.getRaster().setDataElements(x, y, side, side, pixels);
    StringBuilder row = new StringBuilder();
    row.append('"')
        .append(name(count / PER_SHEET))
        .append("#xywh=")
        .append(x)
        .append(',')
        .append(y)
        .append(',');
    row.append(side).append(',').append(side).append('"');
    if (subsets) {
      row.append(',').append(subset);
    }
    for (int c = 0; c < classes; c++) {
      row.append(c == classIndex ? ",1" : ",0");
    }
    rows.write(row.append('\n').toString());
    count++;
  }

  private void flush() throws IOException {
    if (sheet != null) {
      ImageIO.write(sheet, "png", folder.resolve(name((count - 1) / PER_SHEET)).toFile());
      sheet = null;
    }
  }

  /** Writes the last sheet and gives the CSV its name, which says that all is there. */
  void finish() throws IOException {
    flush();
    rows.close();
    Files.move(
        unfinished(), folder.resolve(LABELS), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() throws IOException {
    rows.close();
    Files.deleteIfExists(unfinished());
  }
}
