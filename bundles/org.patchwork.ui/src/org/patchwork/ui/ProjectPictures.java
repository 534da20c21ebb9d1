// SPDX-License-Identifier: MIT
package org.patchwork.ui;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.eclipse.core.runtime.ILog;
import org.patchwork.core.Catalog;
import org.patchwork.core.ImageFormatException;
import org.patchwork.image.ImageLoader;
import org.patchwork.image.ImageReader;
import org.patchwork.image.ImageReference;
import org.patchwork.image.ImageSize;
import org.patchwork.image.Thumbnail;
import org.patchwork.image.ThumbnailStore;
import org.patchwork.image.Window;
import org.patchwork.project.ProjectSession;

/** The images of a project as pictures for the screen, read on background threads. */
public final class ProjectPictures implements ThumbnailSource, AutoCloseable {
  /** Longest edge of a picture in full view; larger images are reduced to it. */
  public static final int FULL_SIDE = 4096;

  private final ProjectSession session;
  private final ImageLoader loader;
  private final ThumbnailStore store;

  ProjectPictures(ProjectSession session, Catalog<ImageReader> readers) {
    this.session = session;
    this.loader = new ImageLoader(readers);
    this.store =
        new ThumbnailStore(
            session.folder().resolve("thumbnails.db"),
            ThumbnailStore.DEFAULT_BYTES,
            loader,
            norm(),
            message -> ILog.of(ProjectPictures.class).warn(message));
  }

  @Override
  public CompletableFuture<Thumbnail> request(int row, int size) {
    if (row
        >= session.labels().rows()) { // an undo has just taken the image away; the page will follow
      return CompletableFuture.failedFuture(new CancellationException());
    }
    return store.request(reference(row), size);
  }

  /** The file of a row, and the window in it if the row is one. */
  public ImageReference reference(int row) {
    return session.image(row);
  }

  /**
   * Reads the whole image file of a row, also if the row is a window of it; nothing of it is kept.
   *
   * @return completes on any thread; an unreadable file gives a picture that says why
   */
  public CompletableFuture<FullPicture> full(int row) {
    ImageReference reference = reference(row);
    return CompletableFuture.supplyAsync(() -> read(reference));
  }

  private FullPicture read(ImageReference reference) {
    try {
      ImageSize size = loader.size(reference.file());
      Thumbnail pixels = loader.thumbnail(ImageReference.of(reference.file()), FULL_SIDE, norm());
      return new FullPicture(pixels, size, reference.window());
    } catch (ImageFormatException e) {
      return new FullPicture(Thumbnail.failed(e.getMessage()), null, null);
    }
  }

  /**
   * An image file on the screen.
   *
   * @param pixels the pixels, reduced if the image is larger than {@link #FULL_SIDE}, or why there
   *     are none
   * @param size size of the image in the file, null if it cannot be read
   * @param window the part of it that the row is, null for all of it
   */
  public record FullPicture(Thumbnail pixels, ImageSize size, Window window) {}

  private double norm() {
    return session.model().getImages().getNorm();
  }

  @Override
  public void close() {
    store.close();
  }
}
