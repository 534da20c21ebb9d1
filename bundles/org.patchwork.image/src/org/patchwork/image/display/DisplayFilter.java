// SPDX-License-Identifier: MIT
package org.patchwork.image.display;

import java.util.function.Consumer;

/**
 * Equalisation, contrast and brightness, in this order, of a picture in RGB. The bands are chosen
 * before, by a {@link BandMapping}; smoothing is up to who draws.
 *
 * <p>Made for one picture and then used for it or for details of it.
 */
public final class DisplayFilter {
  private final Clahe equalizer;
  private final ToneCurve tone;

  /**
   * The filter of a picture.
   *
   * @param rgb {@code width × height × 3} bytes, row by row
   */
  public DisplayFilter(byte[] rgb, int width, int height, DisplaySettings settings) {
    equalizer =
        settings.equalized()
            ? new Clahe(rgb, width, height, settings.clipLimit(), settings.tiles())
            : null;
    tone =
        settings.brightness() == 0 && settings.contrast() == 0
            ? null
            : new ToneCurve(settings.brightness(), settings.contrast());
  }

  /** The picture as the settings show it; the same array if they change nothing, else a copy. */
  public static byte[] apply(byte[] rgb, int width, int height, DisplaySettings settings) {
    return new DisplayFilter(rgb, width, height, settings).whole(rgb);
  }

  /** The picture that the filter was made for; the array itself if nothing is changed. */
  public byte[] whole(byte[] picture) {
    return changed(
        picture,
        rgb -> {
          if (equalizer != null) {
            equalizer.apply(rgb);
          }
        });
  }

  /**
   * A detail as the settings show it.
   *
   * @param detail a part of the picture, perhaps at another size; not changed
   * @param left where it begins, in pixels of the picture
   * @param top as {@code left}
   * @param pixel size of one of its pixels in pixels of the picture
   * @return the detail itself if the settings change nothing, else a copy
   */
  public byte[] apply(byte[] detail, int width, int height, double left, double top, double pixel) {
    return changed(
        detail,
        rgb -> {
          if (equalizer != null) {
            equalizer.apply(rgb, width, height, left, top, pixel);
          }
        });
  }

  private byte[] changed(byte[] picture, Consumer<byte[]> equalization) {
    if (equalizer == null && tone == null) {
      return picture;
    }
    byte[] rgb = picture.clone();
    equalization.accept(rgb);
    if (tone != null) {
      tone.apply(rgb);
    }
    return rgb;
  }
}
