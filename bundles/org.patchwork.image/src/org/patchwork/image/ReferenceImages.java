// SPDX-License-Identifier: MIT
package org.patchwork.image;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.patchwork.core.ImageFormatException;

/** The images of a numbered list of references, read through one loader. */
public final class ReferenceImages implements ImageSource {
  private final ImageLoader loader;
  private final int size;
  private final IntFunction<ImageReference> references;

  /**
   * Images whose references are made when asked for, for tables of millions of rows.
   *
   * @param references from an index below {@code size}; called from any thread
   */
  public ReferenceImages(ImageLoader loader, int size, IntFunction<ImageReference> references) {
    this.loader = loader;
    this.size = size;
    this.references = references;
  }

  /** The images of a list. */
  public static ReferenceImages of(ImageLoader loader, List<ImageReference> references) {
    List<ImageReference> copy = List.copyOf(references);
    return new ReferenceImages(loader, copy.size(), copy::get);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public String path(int index) {
    return references.apply(index).toString();
  }

  @Override
  public Optional<ImageSize> pixels(int index) throws ImageFormatException {
    ImageReference reference = references.apply(index);
    Window window = reference.window();
    return Optional.of(
        window == null
            ? loader.size(reference.file())
            : new ImageSize(window.height(), window.width()));
  }

  @Override
  public void read(int index, InputSpec input, float[] target, int offset)
      throws ImageFormatException {
    loader.load(references.apply(index), input, target, offset);
  }
}
