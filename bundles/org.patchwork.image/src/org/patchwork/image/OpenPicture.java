// SPDX-License-Identifier: MIT
package org.patchwork.image;

import org.patchwork.image.display.BandMapping;
import org.patchwork.image.display.DisplayFilter;
import org.patchwork.image.display.DisplaySettings;

/**
 * A decoded image under a magnifying glass: an overview of all of it, and any detail down to its
 * pixels. Holds the decoded image. Immutable and thread-safe; rendering is not for the display
 * thread.
 */
public final class OpenPicture {
  /** Longest side of an overview in pixels; smaller images are shown whole. */
  public static final int OVERVIEW_SIDE = 1024;

  private final DecodedImage image;
  private final BandMapping mapping;
  private final Thumbnail raw;

  OpenPicture(DecodedImage image, BandMapping mapping, ImagePatch whole) {
    this.image = image;
    this.mapping = mapping;
    this.raw = thumbnail(whole, mapping.rgb(whole.values(), whole.channels()));
  }

  private static Thumbnail thumbnail(ImagePatch patch, byte[] rgb) {
    return new Thumbnail(patch.width(), patch.height(), rgb, null);
  }

  /** Size of the image in the file. */
  public ImageSize size() {
    return image.size();
  }

  /** Values per pixel, alpha included. */
  public int bands() {
    return image.channels();
  }

  /** True if the overview has all pixels of the image, so that no detail shows more. */
  public boolean complete() {
    return raw.width() == size().width() && raw.height() == size().height();
  }

  /** The picture in one look. The bands are those it was opened with. */
  public Rendering render(DisplaySettings settings) {
    return new Rendering(new DisplayFilter(raw.rgb(), raw.width(), raw.height(), settings));
  }

  /** The picture with its equalisation, contrast and brightness. */
  public final class Rendering {
    private final DisplayFilter filter;
    private final Thumbnail overview;

    private Rendering(DisplayFilter filter) {
      this.filter = filter;
      this.overview = new Thumbnail(raw.width(), raw.height(), filter.whole(raw.rgb()), null);
    }

    /** All of the image, reduced to {@link #OVERVIEW_SIDE}. */
    public Thumbnail overview() {
      return overview;
    }

    /** The picture that this is a look at. */
    public OpenPicture picture() {
      return OpenPicture.this;
    }

    /**
     * A part of the image, equalised as in the whole.
     *
     * @param window inside the image
     * @param side longest side of the result; never more than the window has pixels
     */
    public Thumbnail detail(Window window, int side) {
      ImagePatch patch = ImageLoader.reduced(image, window, side);
      byte[] rgb = mapping.rgb(patch.values(), patch.channels());
      double reduction = (double) raw.width() / size().width();
      return thumbnail(
          patch,
          filter.apply(
              rgb,
              patch.width(),
              patch.height(),
              window.x() * reduction,
              window.y() * reduction,
              reduction * window.width() / patch.width()));
    }
  }
}
