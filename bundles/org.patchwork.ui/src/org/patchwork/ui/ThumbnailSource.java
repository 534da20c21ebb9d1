// SPDX-License-Identifier: MIT
package org.patchwork.ui;

import java.util.concurrent.CompletableFuture;
import org.patchwork.image.Thumbnail;

/** Where thumbnails come from. */
@FunctionalInterface
public interface ThumbnailSource {
  /**
   * Asks for a thumbnail; decoding happens on threads of the source.
   *
   * @param row row number in the project
   * @param size longest edge wanted, in pixels of the screen
   * @return completes on any thread; an unreadable image gives a thumbnail that says why. Cancelled
   *     when no longer wanted
   */
  CompletableFuture<Thumbnail> request(int row, int size);

  /** True if images smaller than their cell are enlarged smoothly, false if as plain squares. */
  default boolean smooth() {
    return true;
  }
}
