// SPDX-License-Identifier: MIT
package org.patchwork.ui;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.patchwork.core.Catalog;
import org.patchwork.image.ImageLoader;
import org.patchwork.image.ImageReader;
import org.patchwork.image.ImageReference;
import org.patchwork.image.Thumbnail;
import org.patchwork.image.ThumbnailStore;
import org.patchwork.image.display.DisplaySettings;
import org.patchwork.project.ProjectSession;

/** The images of a project as pictures for the screen, read on background threads. */
public final class ProjectPictures implements ThumbnailSource, AutoCloseable {
  private final ProjectSession session;
  private final ThumbnailStore store;
  private final CloseLook closeLook;
  private volatile DisplaySettings display = DisplaySettings.PLAIN;

  /**
   * Pictures of an open project. If it is open read-only, its folder is not touched.
   *
   * @param remarks told in a sentence when thumbnails cannot be kept; called from any thread
   */
  ProjectPictures(ProjectSession session, Catalog<ImageReader> readers, Consumer<String> remarks) {
    this.session = session;
    ImageLoader loader = new ImageLoader(readers);
    this.closeLook = new CloseLook(session, loader);
    this.store =
        new ThumbnailStore(
            session.readOnly() ? null : session.folder().resolve("thumbnails.db"),
            ThumbnailStore.DEFAULT_BYTES,
            loader,
            norm(),
            remarks);
  }

  @Override
  public CompletableFuture<Thumbnail> request(int row, int size) {
    if (row
        >= session.labels().rows()) { // an undo has just taken the image away; the page will follow
      return CompletableFuture.failedFuture(new CancellationException());
    }
    return store.request(reference(row), size, display);
  }

  /** The file of a row, and the window in it if the row is one. */
  public ImageReference reference(int row) {
    return session.image(row);
  }

  /** How thumbnails are shown in all views; the full view has settings of its own. */
  public DisplaySettings display() {
    return display;
  }

  /** Shows thumbnails that are asked for from now on otherwise. */
  void setDisplay(DisplaySettings settings) {
    display = settings;
  }

  @Override
  public boolean smooth() {
    return display.smooth();
  }

  /** Whole image files, for a close look. */
  public CloseLook closeLook() {
    return closeLook;
  }

  private double norm() {
    return session.model().getImages().getNorm();
  }

  @Override
  public void close() {
    store.close();
    closeLook.close();
  }
}
