// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.patchwork.core.ImageFormatException;
import org.patchwork.core.RandomStreams;
import org.patchwork.core.TrainingException;
import org.patchwork.image.ImageSize;
import org.patchwork.image.ImageSource;
import org.patchwork.image.InputSpec;
import org.patchwork.learn.log.PathsHash;

/**
 * Images that are kept resized: read from where they come the first time, from TFRecord files from
 * then on. Values are the same to the last bit. Each image goes to one of ten files by lot, so that
 * any of them is a sample of all; images that cannot be read are not kept and are errors each time.
 *
 * <p>The folder is named after the size and a fingerprint of paths and norm, and serves all runs of
 * a project with that size. Images that are changed on disk without another name are not noticed:
 * delete the folder then.
 */
public final class RecordedImages implements ImageSource, AutoCloseable {
  private static final int SHARDS = 10;

  private final ImageSource source;
  private final InputSpec input;
  private final RandomStreams lots;
  private final List<RecordShard> shards;
  private final FileChannel lock;

  private RecordedImages(
      ImageSource source, InputSpec input, List<RecordShard> shards, FileChannel lock) {
    this.source = source;
    this.input = input;
    this.lots = new RandomStreams(0);
    this.shards = shards;
    this.lock = lock;
  }

  /**
   * Opens or begins the files of some images.
   *
   * @param parent folder in which their folder lies
   * @throws TrainingException if they cannot be opened; says what to do
   */
  public static RecordedImages open(Path parent, ImageSource source, InputSpec input)
      throws TrainingException {
    Path folder = parent.resolve(name(source, input));
    List<RecordShard> shards = new ArrayList<>();
    FileChannel lock = null;
    try {
      Files.createDirectories(folder);
      lock = lock(folder.resolve("lock"));
      for (int i = 0; i < SHARDS; i++) {
        String file = String.format(Locale.ROOT, "images-%05d-of-%05d.tfrecord", i, SHARDS);
        shards.add(RecordShard.open(folder.resolve(file), input, source.size()));
      }
      return new RecordedImages(source, input, shards, lock);
    } catch (IOException e) {
      close(shards, lock);
      throw new TrainingException(
          "The resized images in "
              + folder
              + " cannot be used: "
              + e.getMessage()
              + ". Delete that folder, make room, or switch keeping them off.",
          e);
    }
  }

  /** Two runs that write at the end of one file would damage it. */
  private static FileChannel lock(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      channel.close();
      throw new IOException("another run is using them", e);
    }
    channel.close();
    throw new IOException("another program is using them");
  }

  private static void close(List<RecordShard> shards, FileChannel lock) {
    shards.forEach(RecordShard::closeQuietly);
    if (lock != null) {
      try {
        lock.close();
      } catch (IOException e) {
        System.getLogger(RecordedImages.class.getName())
            .log(System.Logger.Level.WARNING, "Cannot release the resized images", e);
      }
    }
  }

  private static String name(ImageSource source, InputSpec input) {
    String paths = PathsHash.of(source, source.size());
    long hash = new RandomStreams(0).seedOf(paths + " " + input.norm());
    return String.format(
        Locale.ROOT, "%dx%dx%d-%016x", input.height(), input.width(), input.channels(), hash);
  }

  @Override
  public int size() {
    return source.size();
  }

  @Override
  public String path(int index) {
    return source.path(index);
  }

  @Override
  public Optional<ImageSize> pixels(int index) throws ImageFormatException {
    return source.pixels(index);
  }

  @Override
  public void read(int index, InputSpec wanted, float[] target, int offset)
      throws ImageFormatException {
    if (!wanted.equals(input)) {
      source.read(index, wanted, target, offset);
      return;
    }
    RecordShard shard =
        shards.get((int) Math.floorMod(lots.seedOf("shard " + index), (long) shards.size()));
    try {
      if (!shard.read(index, target, offset)) {
        source.read(index, input, target, offset);
        shard.write(index, source.path(index), target, offset);
      }
    } catch (IOException e) {
      throw new ImageFormatException(
          "The resized image of "
              + source.path(index)
              + " cannot be kept in "
              + shard.file()
              + " or read from it: "
              + e.getMessage()
              + ". Delete that folder, or make room.",
          e);
    }
  }

  /** Number of images in each file, by name, for tests. */
  Map<Path, Integer> counts() {
    Map<Path, Integer> counts = new TreeMap<>();
    shards.forEach(shard -> counts.put(shard.file(), shard.count()));
    return counts;
  }

  @Override
  public void close() {
    close(shards, lock);
  }
}
