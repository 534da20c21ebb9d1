// SPDX-License-Identifier: MIT
package org.patchwork.image;

import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An image file, or a window of one.
 *
 * <p>Written as the path, with {@code #xywh=x,y,w,h} behind it for a window (W3C Media Fragments
 * URI 1.0, section 4.2.2, pixel form). The path is a path and not an address: percent signs are
 * plain characters, and so is a {@code #} that does not begin such a window. The percent form of
 * the recommendation is not a window here.
 *
 * @param file the file
 * @param window the window, or null for the whole image
 */
public record ImageReference(Path file, Window window) {
  private static final Pattern FRAGMENT =
      Pattern.compile("(?s)(.+)#xywh=(?:pixel:)?(\\d{1,9}),(\\d{1,9}),(\\d{1,9}),(\\d{1,9})");

  public ImageReference {
    Objects.requireNonNull(file);
  }

  /** The whole image. */
  public static ImageReference of(Path file) {
    return new ImageReference(file, null);
  }

  /**
   * Reads the text form.
   *
   * @throws java.nio.file.InvalidPathException if the text is no path on this system
   */
  public static ImageReference parse(String text) {
    return parse(text, Path.of(""));
  }

  /**
   * As {@link #parse(String)}, with a relative path resolved against a folder.
   *
   * @throws java.nio.file.InvalidPathException if the text is no path on this system
   */
  public static ImageReference parse(String text, Path folder) {
    Matcher matcher = FRAGMENT.matcher(text);
    if (matcher.matches() && number(matcher, 4) > 0 && number(matcher, 5) > 0) {
      Window window =
          new Window(
              number(matcher, 2), number(matcher, 3), number(matcher, 4), number(matcher, 5));
      return new ImageReference(folder.resolve(matcher.group(1)), window);
    }
    return of(folder.resolve(text));
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  /** The text form; {@link #parse(String)} gives an equal reference back. */
  @Override
  public String toString() {
    return window == null ? file.toString() : file + "#xywh=" + window;
  }
}
