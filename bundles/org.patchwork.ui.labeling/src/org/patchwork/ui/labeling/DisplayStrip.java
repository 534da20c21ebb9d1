// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.concurrent.CompletableFuture;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.ToolItem;
import org.patchwork.ui.CloseLook;
import org.patchwork.ui.Icons;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.PageModel;
import org.patchwork.ui.ThumbnailCanvas;
import org.patchwork.ui.UiThread;

/**
 * Ties the display options to what they change: the thumbnails of the grid, the full view, the tool
 * item that says whether images are shown otherwise than they are, and the strip of controls, which
 * is always about the view one looks at.
 */
final class DisplayStrip {
  private static final int DRAG_MILLIS = 100;
  private static final String TIP =
      "Display options (Ctrl+D): equalise (Ctrl+E), brightness, bands";

  private final OpenProject open;
  private final PageModel page;
  private final DisplayOptions options = new DisplayOptions();
  private final DisplayPanel panel;
  private final UiThread thread;
  private final ThumbnailCanvas canvas;
  private final FullImage full;
  private final ToolItem item;
  private DisplayOptions.View view = DisplayOptions.View.GRID;
  private CompletableFuture<Integer> counting;

  /**
   * A strip that is hidden.
   *
   * @param parent takes the strip as its last child, with a grid layout of one column
   * @param back called when the strip was closed and the images are to have the focus
   */
  DisplayStrip(
      Composite parent,
      OpenProject open,
      PageModel page,
      GridHeader header,
      ThumbnailCanvas canvas,
      FullImage full,
      Runnable back) {
    this.open = open;
    this.page = page;
    this.canvas = canvas;
    this.full = full;
    this.thread = UiThread.of(parent);
    this.panel = new DisplayPanel(parent, options);
    panel.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    setShown(false);
    panel.onClose(
        () -> {
          back.run(); // first: where a hidden control had the focus, nobody has it
          setShown(false);
        });
    item = header.addTool("display", TIP, this::toggle);
    UiThread.Update thumbnails = thread.coalesced(DRAG_MILLIS, this::showThumbnails);
    UiThread.Update picture = thread.coalesced(DRAG_MILLIS, this::showPicture);
    options.addListener(
        changed -> {
          (changed == DisplayOptions.View.GRID ? thumbnails : picture).request();
          showItem();
        });
  }

  /** The settings of both views. */
  DisplayOptions options() {
    return options;
  }

  /** The controls. */
  DisplayPanel panel() {
    return panel;
  }

  boolean isShown() {
    return panel.getVisible();
  }

  /** Takes the pictures of the project that is open now. */
  void projectChanged() {
    options.follow(open.session());
    canvas.setThumbnails(open.pictures());
    showThumbnails();
    full.forget();
    full.setSettings(options.of(DisplayOptions.View.FULL));
  }

  /** Says which of the two views one looks at. */
  void look(DisplayOptions.View newView) {
    view = newView;
    panel.show(view);
    showItem();
  }

  /** Drops the strip down with the focus in it, or takes it away. */
  void toggle() {
    if (isShown()) {
      panel.close();
    } else {
      setShown(true);
      countBands();
      panel.setFocus();
    }
  }

  /** Equalises the view one looks at, or no longer. */
  void toggleEqualized() {
    options.set(view, options.of(view).withEqualized(!options.of(view).equalized()));
  }

  private void showThumbnails() {
    open.showThumbnails(options.of(DisplayOptions.View.GRID));
  }

  private void showPicture() {
    full.setSettings(options.of(DisplayOptions.View.FULL));
  }

  private void showItem() {
    boolean changed = options.changed(view);
    item.setImage(Icons.image(item.getParent(), changed ? "display-on" : "display"));
    item.setToolTipText(changed ? TIP + "\nImages are shown otherwise than they are" : TIP);
  }

  /** Asks how many bands the image under the cursor has. */
  private void countBands() {
    if (counting != null) {
      counting.cancel(false);
    }
    int row = page.cursorRow();
    if (open.pictures() == null || row < 0 || row >= open.session().labels().rows()) {
      return;
    }
    CloseLook look = open.pictures().closeLook();
    counting = look.bands(row);
    thread.deliver(
        counting,
        panel.bands()::setCount,
        error -> {
          // an image that cannot be read says so in its own cell; any band may be chosen then
        });
  }

  private void setShown(boolean shown) {
    panel.setVisible(shown);
    ((GridData) panel.getLayoutData()).exclude = !shown;
    panel.layOutNow();
  }
}
