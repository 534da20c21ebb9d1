// SPDX-License-Identifier: MIT
package org.patchwork.image.augmentation;

import java.util.random.RandomGenerator;
import org.patchwork.core.Algorithm;
import org.patchwork.image.ImagePatch;

/**
 * One random change of a training image. Extension point {@code org.patchwork.image.augmentations};
 * the last part of its id is the name under which projects and the command line switch it on.
 *
 * <p>Every parameter is a number or a truth value. The first one is the strength, the value behind
 * the name: {@code zoom_scale=0.2}; further ones are written {@code name.parameter=value}.
 *
 * @param <P> parameter record
 */
public interface Augmentation<P extends Record> extends Algorithm<P> {
  /**
   * Changes an image. Pure: the same image, parameters and draws give the same result, the given
   * image is left as it is, and nothing is drawn from elsewhere.
   *
   * @param image values mostly in [0, 1]; the caller limits them after the last operation
   * @return of the same size and channels; the image itself where nothing is to be changed
   */
  ImagePatch apply(ImagePatch image, P parameters, RandomGenerator random);

  /**
   * True if pixels change places, so that whatever is known of single pixels, such as masks, must
   * go with them. Such an operation must not look at values or channels to decide where to.
   */
  default boolean movesPixels() {
    return false;
  }
}
