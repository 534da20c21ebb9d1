// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.bench;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.cli.CommandContext;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.image.Thumbnail;
import org.patchwork.image.ThumbnailStore;
import org.patchwork.project.ProjectSession;

/**
 * How long a page takes from the row numbers to its picture, by the thumbnail store that the grid
 * uses. Warm means that the thumbnails are in the file of the store, not that they are in memory.
 */
final class DrawingFigures {
  private static final int PAGES = 40;
  private static final int WARM_ROUNDS = 3;
  private static final int ACROSS = 6;
  private static final int PAGE = 24;
  private static final int CELL = 128;
  private static final double P95 = 0.95;
  private static final double WHITE = 255;

  private final ProjectSession session;
  private final CommandContext context;

  DrawingFigures(ProjectSession session, CommandContext context) {
    this.session = session;
    this.context = context;
  }

  void measure(Map<String, Object> figures, SubMonitor progress) throws PatchworkException {
    progress.beginTask("Drawing pages", PAGES * (1 + WARM_ROUNDS));
    Random random = new Random(4);
    int[] rows = random.ints(PAGES * PAGE, 0, session.labels().rows()).toArray();
    List<String> messages = new ArrayList<>();
    try (ThumbnailStore store =
        new ThumbnailStore(
            session.folder().resolve("thumbnails.db"),
            ThumbnailStore.DEFAULT_BYTES,
            context.images(),
            WHITE,
            messages::add)) {
      Times cold = Times.of(PAGES, page -> draw(store, rows, page, progress));
      Times warm = Times.of(PAGES * WARM_ROUNDS, i -> draw(store, rows, i % PAGES, progress));
      figures.put("page_draw_p95_ms", warm.quantile(P95));
      figures.put("page_draw_cold_p95_ms", cold.quantile(P95));
    }
    if (!messages.isEmpty()) {
      throw new ProjectFormatException(messages.get(0));
    }
  }

  private void draw(ThumbnailStore store, int[] rows, int page, SubMonitor progress)
      throws PatchworkException {
    progress.split(1);
    List<CompletableFuture<Thumbnail>> wanted = new ArrayList<>();
    for (int i = 0; i < PAGE; i++) {
      wanted.add(store.request(session.image(rows[page * PAGE + i]), CELL));
    }
    BufferedImage picture =
        new BufferedImage(ACROSS * CELL, PAGE / ACROSS * CELL, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    for (int i = 0; i < PAGE; i++) {
      Thumbnail thumbnail = wanted.get(i).join();
      if (thumbnail.failed()) {
        throw new ProjectFormatException(thumbnail.error());
      }
      int x = i % ACROSS * CELL;
      int y = i / ACROSS * CELL;
      graphics.drawImage(image(thumbnail), x, y, null);
      drawLabels(graphics, rows[page * PAGE + i], x, y);
    }
    graphics.dispose();
  }

  private static BufferedImage image(Thumbnail thumbnail) {
    BufferedImage image =
        new BufferedImage(thumbnail.width(), thumbnail.height(), BufferedImage.TYPE_INT_RGB);
    byte[] rgb = thumbnail.rgb();
    int[] pixels = new int[thumbnail.width() * thumbnail.height()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (rgb[3 * i] & 255) << 16 | (rgb[3 * i + 1] & 255) << 8 | rgb[3 * i + 2] & 255;
    }
    image.setRGB(0, 0, thumbnail.width(), thumbnail.height(), pixels, 0, thumbnail.width());
    return image;
  }

  /** A chip for each class that is present. */
  private void drawLabels(Graphics2D graphics, int row, int x, int y) {
    LabelTable labels = session.labels();
    int left = x;
    graphics.setColor(Color.ORANGE);
    for (int c = 0; c < labels.classes(); c++) {
      if (labels.label(row, c) == LabelTable.PRESENT) {
        graphics.fillRect(left, y, 10, 10);
        left += 12;
      }
    }
  }
}
