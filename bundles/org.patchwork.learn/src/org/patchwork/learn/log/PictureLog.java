// SPDX-License-Identifier: MIT
package org.patchwork.learn.log;

import java.io.IOException;
import org.patchwork.image.ImagePatch;

/**
 * Takes the pictures that tell how a run is doing, for example reconstructions after an epoch. The
 * run keeps them as files and shows them in TensorBoard.
 */
@FunctionalInterface
public interface PictureLog {
  /**
   * Adds a picture.
   *
   * @param name letters, digits and dashes; the same one epoch after the other, so that they can be
   *     compared
   * @param picture values from 0 to 1; one channel is grey, of more than three the first three are
   *     shown. {@link org.patchwork.image.TileSheet} makes one of many
   */
  void add(String name, ImagePatch picture) throws IOException;
}
