// SPDX-License-Identifier: MIT
package org.patchwork.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.patchwork.core.ImageFormatException;
import org.patchwork.image.display.BandChoice;
import org.patchwork.image.display.DisplayFilter;
import org.patchwork.image.display.DisplaySettings;
import org.patchwork.image.display.DisplayText;

/**
 * Thumbnails, made off the display thread and kept in a file so that a page shown once comes back
 * at once.
 *
 * <p>Nothing in the file is precious: it is bounded, the least recently used thumbnails go first; a
 * thumbnail whose image file has changed is made again; a broken file is deleted and begun anew
 * with a message; where the file cannot be used (read-only disk, in use elsewhere) some are kept in
 * memory, with a message, too.
 *
 * <p>Thread-safe. Close it to stop its threads.
 */
public final class ThumbnailStore implements AutoCloseable {
  /** Room for about 20,000 photographs of 128 pixels. */
  public static final long DEFAULT_BYTES = 512L << 20;

  private final Path file;
  private final ThumbnailKeeper keeper;
  private final ImageLoader loader;
  private final double norm;
  private final Consumer<String> messages;
  private final ExecutorService threads;
  private final Map<Wanted, Request> requests = new HashMap<>();

  /**
   * Opens the store; the file is opened by the first request.
   *
   * @param file {@code thumbnails.db} of a project, made if it does not exist; null to keep some
   *     thumbnails in memory and none on disk, for a project that must not be touched
   * @param maxBytes most memory of all thumbnails on disk
   * @param norm the raw value that is shown as white, the same the images are trained with
   * @param messages told in a sentence when the file is broken or cannot be used; called from any
   *     thread
   */
  public ThumbnailStore(
      Path file, long maxBytes, ImageLoader loader, double norm, Consumer<String> messages) {
    this.file = file;
    this.keeper = new ThumbnailKeeper(file, maxBytes, messages);
    this.loader = loader;
    this.norm = norm;
    this.messages = messages;
    AtomicInteger number = new AtomicInteger();
    int count = Math.max(2, Math.min(4, Runtime.getRuntime().availableProcessors()));
    this.threads =
        Executors.newFixedThreadPool(
            count,
            task -> {
              Thread thread = new Thread(task, "Thumbnails " + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    threads.execute(keeper::open);
  }

  /**
   * Asks for a thumbnail; requests are served in order. Requests for the same thumbnail that wait
   * at the same time are served together. Cancel the future of an image that has scrolled away: if
   * nobody else waits for it, it is not made.
   *
   * @param side longer side in pixels; images that are smaller keep their size
   * @return completes on a background thread, never with an error: an unreadable image gives a
   *     {@link Thumbnail#failed()} one with the reason; cancelled when the store is closed first
   */
  public CompletableFuture<Thumbnail> request(ImageReference reference, int side) {
    return request(reference, side, DisplaySettings.PLAIN);
  }

  /**
   * As {@link #request(ImageReference, int)}, shown as a view wants it. Only the choice of bands
   * makes another thumbnail in the file; everything else is applied to what is read from it.
   */
  public CompletableFuture<Thumbnail> request(
      ImageReference reference, int side, DisplaySettings settings) {
    CompletableFuture<Thumbnail> answer = new CompletableFuture<>();
    Wanted wanted = new Wanted(reference, side, settings);
    synchronized (requests) {
      Request waiting = requests.get(wanted);
      if (waiting != null) {
        waiting.answers.add(answer);
        return answer;
      }
      Request request = new Request(wanted, new ArrayList<>(List.of(answer)));
      requests.put(wanted, request);
      try {
        threads.execute(request);
      } catch (RejectedExecutionException e) { // closed meanwhile
        request.cancel();
      }
    }
    return answer;
  }

  private record Wanted(ImageReference reference, int side, DisplaySettings settings) {}

  /** One thumbnail in the queue and those who wait for it, guarded by {@link #requests}. */
  private final class Request implements Runnable {
    private final Wanted wanted;
    private final List<CompletableFuture<Thumbnail>> answers;

    Request(Wanted wanted, List<CompletableFuture<Thumbnail>> answers) {
      this.wanted = wanted;
      this.answers = answers;
    }

    @Override
    public void run() {
      if (isWanted()) {
        Thumbnail made = make(wanted);
        done().forEach(answer -> answer.complete(made));
      }
    }

    void cancel() {
      done().forEach(answer -> answer.cancel(false));
    }

    private boolean isWanted() {
      synchronized (requests) {
        boolean is = answers.stream().anyMatch(answer -> !answer.isDone());
        if (!is) {
          requests.remove(wanted);
        }
        return is;
      }
    }

    /** Ends the request; who asks from now on makes another one. */
    private List<CompletableFuture<Thumbnail>> done() {
      synchronized (requests) {
        requests.remove(wanted);
        return answers;
      }
    }
  }

  private Thumbnail make(Wanted wanted) {
    ImageReference reference = wanted.reference;
    try {
      long stamp = stamp(reference.file());
      BandChoice bands = wanted.settings.bands();
      String key = key(reference, bands);
      Thumbnail found = keeper.find(key, wanted.side, stamp);
      if (found == null) {
        found = loader.thumbnail(reference, wanted.side, norm, bands);
        keeper.put(key, wanted.side, stamp, found);
      }
      byte[] rgb = DisplayFilter.apply(found.rgb(), found.width(), found.height(), wanted.settings);
      return new Thumbnail(found.width(), found.height(), rgb, null);
    } catch (ImageFormatException e) {
      return Thumbnail.failed(e.getMessage());
    } catch (RuntimeException
        | OutOfMemoryError e) { // the boundary of this thread: the grid must get an answer
      return Thumbnail.failed("The image " + reference + " cannot be shown: " + e);
    }
  }

  private static String key(ImageReference reference, BandChoice bands) {
    return bands.equals(BandChoice.AS_STORED)
        ? reference.toString()
        : reference + "|" + DisplayText.bands(bands);
  }

  private long stamp(Path image) throws ImageFormatException {
    try {
      return Objects.hash(Files.getLastModifiedTime(image).toMillis(), Files.size(image), norm);
    } catch (IOException e) {
      throw ImageLoader.unreadable(image, e);
    }
  }

  /** Stops; requests that are not yet served are cancelled. */
  @Override
  public void close() {
    for (Runnable waiting : threads.shutdownNow()) {
      if (waiting instanceof Request request) {
        request.cancel();
      }
    }
    try { // after it, a thread that still runs finds nothing and keeps nothing
      keeper.close();
    } catch (SQLException e) {
      messages.accept("The thumbnails in " + file + " could not be closed: " + e.getMessage());
    }
  }
}
