// SPDX-License-Identifier: MIT
package org.patchwork.image;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.patchwork.core.Catalog;
import org.patchwork.core.Contribution;
import org.patchwork.core.ImageFormatException;
import org.patchwork.image.display.BandChoice;
import org.patchwork.image.display.BandMapping;

/**
 * The one way from a file to pixels, for training, prediction and display alike: the reader is
 * chosen per file by its content, then the window is cut, resized bilinearly, brought to the wanted
 * channels and divided by the norm, in this order. Augmentation, if any, comes after it.
 *
 * <p>Channels: a grey image, with or without alpha, is repeated; otherwise the first ones are taken
 * and the rest (alpha, further bands) is cut off; an image with fewer bands than wanted is an
 * error.
 *
 * <p>Windows of one image read in a row decode it once: images opened for a window stay in a cache
 * bounded in bytes. Thread-safe.
 */
public final class ImageLoader {
  /** Memory for decoded images unless said otherwise: an eighth of the heap. */
  public static final long DEFAULT_CACHE_BYTES = Runtime.getRuntime().maxMemory() / 8;

  private final Catalog<ImageReader> readers;
  private final DecodedCache cache;

  /** A loader with a cache of {@link #DEFAULT_CACHE_BYTES}. */
  public ImageLoader(Catalog<ImageReader> readers) {
    this(readers, DEFAULT_CACHE_BYTES);
  }

  /**
   * A loader with a cache of the given size.
   *
   * @param readers asked in this order
   * @param cacheBytes memory for decoded images whose windows are read; the newest one is always
   *     kept
   */
  public ImageLoader(Catalog<ImageReader> readers, long cacheBytes) {
    this.readers = readers;
    this.cache = new DecodedCache(cacheBytes);
  }

  /** Size of the upright image, mostly from its header alone. */
  public ImageSize size(Path file) throws ImageFormatException {
    return guarded(file, () -> choose(file).size(file));
  }

  /** The raw values of an image or window at its own size with all its channels, alpha included. */
  public ImagePatch read(ImageReference reference, IProgressMonitor monitor)
      throws ImageFormatException {
    DecodedImage image = open(reference, monitor);
    Window window = window(reference, image.size());
    return Bilinear.read(image, window, window.height(), window.width());
  }

  /** As {@link #load(ImageReference, InputSpec, float[], int)} into a new array. */
  public float[] load(ImageReference reference, InputSpec input) throws ImageFormatException {
    float[] target = new float[input.values()];
    load(reference, input, target, 0);
    return target;
  }

  /**
   * Loads an image or window as networks take it.
   *
   * @param target takes {@code input.values()} values from {@code offset} on, row-major {@code [h,
   *     w, c]}, raw / norm
   */
  public void load(ImageReference reference, InputSpec input, float[] target, int offset)
      throws ImageFormatException {
    DecodedImage image = open(reference, new NullProgressMonitor());
    int step = channelStep(reference, image, input.channels());
    ImagePatch patch =
        Bilinear.read(image, window(reference, image.size()), input.height(), input.width());
    float[] values = patch.values();
    double norm = input.norm();
    if (step == 1 && patch.channels() == input.channels()) {
      for (int i = 0; i < values.length; i++) {
        target[offset + i] = (float) (values[i] / norm);
      }
      return;
    }
    int out = offset;
    for (int in = 0; in < values.length; in += patch.channels()) {
      for (int c = 0; c < input.channels(); c++) {
        target[out++] = (float) (values[in + c * step] / norm);
      }
    }
  }

  /**
   * Loads an image or window for the screen: as training sees it, but in its own proportions and as
   * 8-bit RGB.
   *
   * @param side the longer side in pixels; smaller images keep their size
   * @param norm the raw value that is shown as white
   */
  public Thumbnail thumbnail(ImageReference reference, int side, double norm)
      throws ImageFormatException {
    return thumbnail(reference, side, norm, BandChoice.AS_STORED);
  }

  /**
   * As {@link #thumbnail(ImageReference, int, double)}, with the bands that are to be seen.
   *
   * @throws ImageFormatException also if the image lacks a band
   */
  public Thumbnail thumbnail(ImageReference reference, int side, double norm, BandChoice bands)
      throws ImageFormatException {
    DecodedImage image =
        reference.window() == null
            ? guarded(reference.file(), () -> preview(reference.file(), side))
            : open(reference, new NullProgressMonitor());
    ImagePatch patch = reduced(image, window(reference, image.size()), side);
    byte[] rgb =
        mapping(reference, bands, patch, image, norm).rgb(patch.values(), patch.channels());
    return new Thumbnail(patch.width(), patch.height(), rgb, null);
  }

  private DecodedImage preview(Path file, int side) throws IOException, ImageFormatException {
    return choose(file).openPreview(file, side, new NullProgressMonitor());
  }

  static ImagePatch reduced(DecodedImage image, Window window, int side) {
    double scale = Math.min(1, (double) side / Math.max(window.width(), window.height()));
    int height = (int) Math.max(1, Math.round(window.height() * scale));
    int width = (int) Math.max(1, Math.round(window.width() * scale));
    return Bilinear.read(image, window, height, width);
  }

  private static BandMapping mapping(
      ImageReference reference, BandChoice bands, ImagePatch patch, DecodedImage image, double norm)
      throws ImageFormatException {
    try {
      return BandMapping.of(bands, patch.values(), patch.channels(), colors(image), norm);
    } catch (IllegalArgumentException e) {
      throw new ImageFormatException(
          "The image " + reference.file() + " cannot be shown: " + e.getMessage() + ".", e);
    }
  }

  /**
   * Opens an image to look at it closely; it stays in the cache for a while. Size, bands and all
   * pixels are at hand then.
   *
   * @param norm the raw value that is shown as white
   * @param monitor cancels the decoding
   */
  public OpenPicture picture(Path file, double norm, BandChoice bands, IProgressMonitor monitor)
      throws ImageFormatException {
    DecodedImage image = cache.get(file, wanted -> decode(wanted, monitor));
    ImagePatch whole = reduced(image, Window.all(image.size()), OpenPicture.OVERVIEW_SIDE);
    return new OpenPicture(
        image, mapping(ImageReference.of(file), bands, whole, image, norm), whole);
  }

  /** Number of bands of an image, alpha included; decodes it. */
  public int bands(Path file, IProgressMonitor monitor) throws ImageFormatException {
    return cache.get(file, wanted -> decode(wanted, monitor)).channels();
  }

  private DecodedImage open(ImageReference reference, IProgressMonitor monitor)
      throws ImageFormatException {
    if (reference.window() != null) {
      return cache.get(reference.file(), file -> decode(file, monitor));
    }
    return decode(reference.file(), monitor);
  }

  private DecodedImage decode(Path file, IProgressMonitor monitor) throws ImageFormatException {
    return guarded(file, () -> choose(file).open(file, monitor));
  }

  private ImageReader choose(Path file) throws IOException, ImageFormatException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(ImageReader.HEAD);
    }
    if (head.length == 0) {
      throw new ImageFormatException(
          "The image " + file + " is empty (0 bytes); copy it again from where it came.");
    }
    String name = String.valueOf(file.getFileName());
    for (Contribution<ImageReader> reader : readers.all()) {
      if (reader.instance().supports(head, name)) {
        return reader.instance();
      }
    }
    String known = String.join(", ", readers.all().stream().map(Contribution::name).toList());
    throw new ImageFormatException(
        "The file "
            + file
            + " is no image of a known format ("
            + known
            + "); it begins with "
            + quote(head)
            + ".");
  }

  private static String quote(byte[] head) {
    String text = new String(head, 0, Math.min(12, head.length), StandardCharsets.ISO_8859_1);
    return "\"" + text.replaceAll("[^\\x20-\\x7e]", "·") + "\"";
  }

  private static int colors(DecodedImage image) {
    return image.alpha() ? image.channels() - 1 : image.channels();
  }

  /** 0 repeats the first channel, 1 takes one after the other. */
  private static int channelStep(ImageReference reference, DecodedImage image, int wanted)
      throws ImageFormatException {
    if (colors(image) == 1) {
      return 0;
    }
    if (wanted > image.channels()) {
      throw new ImageFormatException(
          "The image "
              + reference.file()
              + " has "
              + image.channels()
              + " bands, but "
              + wanted
              + " are wanted; set the number of channels to "
              + image.channels()
              + " or less.");
    }
    return 1;
  }

  private static Window window(ImageReference reference, ImageSize size)
      throws ImageFormatException {
    if (reference.window() == null) {
      return Window.all(size);
    }
    Window inside = reference.window().clip(size);
    if (inside == null) {
      throw new ImageFormatException(
          "The window "
              + reference.window()
              + " (x,y,w,h) lies outside the image "
              + reference.file()
              + ", which has "
              + size
              + " pixels; correct or remove it.");
    }
    return inside;
  }

  private interface Reading<T> {
    T run() throws IOException, ImageFormatException;
  }

  /** Turns whatever a reader throws into one sentence with the file's name. */
  private static <T> T guarded(Path file, Reading<T> reading) throws ImageFormatException {
    try {
      return reading.run();
    } catch (IOException e) {
      throw unreadable(file, e);
    } catch (org.eclipse.core.runtime.OperationCanceledException e) {
      throw e;
    } catch (RuntimeException e) { // decoders stumble over broken files in every way
      throw new ImageFormatException("The image " + file + " is broken: " + e, e);
    }
  }

  static ImageFormatException unreadable(Path file, IOException e) {
    if (e instanceof NoSuchFileException || e instanceof java.io.FileNotFoundException) {
      return new ImageFormatException(
          "The image "
              + file
              + " does not exist; put it back, or relocate the image folder of the project.",
          e);
    } else if (e instanceof AccessDeniedException) {
      return new ImageFormatException(
          "The image " + file + " may not be read; check its permissions.", e);
    } else if (e instanceof EOFException) {
      return new ImageFormatException(
          "The image " + file + " ends early; copy it again from where it came.", e);
    }
    String reason = e.getMessage() == null ? e.toString() : e.getMessage();
    return new ImageFormatException("The image " + file + " cannot be read: " + reason + ".", e);
  }
}
