// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.patchwork.image.ImageSize;
import org.patchwork.image.OpenPicture;
import org.patchwork.image.Thumbnail;
import org.patchwork.image.Window;
import org.patchwork.image.display.DisplaySettings;
import org.patchwork.ui.CloseLook;
import org.patchwork.ui.UiThread;

/**
 * An image file on the screen, however large: an overview, and over it the part in sight at full
 * resolution as soon as that is read. Holds at most two SWT images, neither much larger than the
 * screen. Everything is read on a background thread; what is no longer wanted is cancelled.
 */
final class FullPicture {
  private static final int SETTLING_MILLIS = 60;

  private final Control owner;
  private final UiThread thread;
  private final Viewport viewport;
  private final Runnable changed;
  private final UiThread.Update detailUpdate;
  private CompletableFuture<?> opening;
  private CompletableFuture<?> detailing;
  private CloseLook look;
  private OpenPicture.Rendering rendering;
  private String error;
  private Image overview;
  private Image detail;
  private Rectangle detailPart;
  private boolean smooth;
  private Rectangle area = new Rectangle(0, 0, 1, 1);

  /**
   * No picture yet.
   *
   * @param owner the images live as long as it
   * @param changed told when there is something else to paint
   */
  FullPicture(Control owner, Viewport viewport, Runnable changed) {
    this.owner = owner;
    this.thread = UiThread.of(owner);
    this.viewport = viewport;
    this.changed = changed;
    this.detailUpdate = thread.coalesced(SETTLING_MILLIS, this::requestDetail);
    owner.addDisposeListener(event -> clear());
  }

  /**
   * Shows the file of a row.
   *
   * @param keep true to leave on the screen what is there until it comes, because it is the same
   *     file
   * @param arrived told when the picture is there
   */
  void open(CloseLook from, int row, DisplaySettings settings, boolean keep, Runnable arrived) {
    cancel(opening);
    cancel(detailing);
    if (!keep) {
      clear();
    }
    look = from;
    CompletableFuture<OpenPicture.Rendering> future = from.open(row, settings);
    opening = future;
    thread.deliver(
        future,
        loaded -> {
          if (opening == future) {
            take(loaded, settings.smooth());
            arrived.run();
          }
        },
        failure -> {
          if (opening == future && !(failure instanceof CancellationException)) {
            clear();
            error = failure.getMessage() == null ? failure.toString() : failure.getMessage();
            arrived.run();
          }
        });
  }

  /** Lets go of the picture and of what is being read. */
  void clear() {
    cancel(opening);
    cancel(detailing);
    opening = null;
    detailing = null;
    rendering = null;
    error = null;
    overview = replace(overview, null);
    detail = replace(detail, null);
    detailPart = null;
  }

  /** Size of the image in the file, null while there is none. */
  ImageSize size() {
    return rendering == null ? null : rendering.picture().size();
  }

  /** All of the image in its own pixels, null while there is none. */
  Rectangle bounds() {
    return size() == null ? null : new Rectangle(0, 0, size().width(), size().height());
  }

  /** True while the picture that was asked for last is being read. */
  boolean opening() {
    return opening != null && !opening.isDone();
  }

  /** Why there is no picture, or null. */
  String error() {
    return error;
  }

  /** True if the part in sight is shown with all the pixels that the screen has room for. */
  boolean sharp() {
    return rendering != null && (!needsDetail() || detail != null && covers());
  }

  private boolean covers() {
    Rectangle visible = viewport.visible(bounds(), area);
    double resolution = (double) detail.getBounds().width / detailPart.width;
    return visible.equals(visible.intersection(detailPart))
        && resolution > 0.95 * Math.min(1, viewport.scale() * zoom());
  }

  /** Paints what is there of the picture. */
  void paint(GC gc, Rectangle newArea) {
    area = newArea;
    if (overview == null) {
      return;
    }
    PictureDrawing.draw(gc, overview, bounds(), viewport, area, smooth);
    if (detail != null && needsDetail()) {
      PictureDrawing.draw(gc, detail, detailPart, viewport, area, smooth);
    }
    if (!sharp()) {
      detailUpdate.request();
    }
  }

  private void take(OpenPicture.Rendering loaded, boolean newSmooth) {
    rendering = loaded;
    smooth = newSmooth;
    error = null;
    overview = replace(overview, loaded.overview());
    detail = replace(detail, null);
    detailPart = null;
  }

  private boolean needsDetail() {
    double reduction = (double) overview.getBounds().width / size().width();
    return !rendering.picture().complete() && viewport.scale() * zoom() > reduction;
  }

  private double zoom() {
    return owner.getMonitor().getZoom() / 100.0;
  }

  private void requestDetail() {
    if (rendering == null || sharp()) {
      return;
    }
    cancel(detailing);
    Rectangle part = viewport.visible(bounds(), area);
    if (part.isEmpty()) {
      return;
    }
    int longer = Math.max(part.width, part.height);
    int side = (int) Math.max(1, Math.min(longer, Math.ceil(longer * viewport.scale() * zoom())));
    CompletableFuture<Thumbnail> future =
        look.detail(rendering, new Window(part.x, part.y, part.width, part.height), side);
    detailing = future;
    thread.deliver(
        future,
        loaded -> {
          if (detailing == future) {
            detail = replace(detail, loaded);
            detailPart = part;
            changed.run();
          }
        },
        failure -> {
          if (detailing == future && !(failure instanceof CancellationException)) {
            error = failure.toString();
            changed.run();
          }
        });
  }

  private Image replace(Image old, Thumbnail picture) {
    if (old != null) {
      old.dispose();
    }
    return picture == null ? null : PictureDrawing.image(owner.getDisplay(), picture);
  }

  private static void cancel(CompletableFuture<?> future) {
    if (future != null) {
      future.cancel(false);
    }
  }
}
