// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.project.ProjectLockedException;

/**
 * Keeps a second writer out of a project folder. The operating system holds the lock and drops it when the process
 * ends, however it ends; the text in the file only says who holds it, and stays behind after a crash.
 */
final class ProjectLock implements AutoCloseable {
  static final String FILE_NAME = "project.lock";

  /** Far behind the text, so that on Windows, too, others can read who holds the lock. */
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  private final FileChannel channel;
  private final FileLock lock;
  private final String diedHolder;

  private ProjectLock(FileChannel channel, FileLock lock, String diedHolder) {
    this.channel = channel;
    this.lock = lock;
    this.diedHolder = diedHolder;
  }

  /**
   * Takes the lock.
   *
   * @throws ProjectLockedException if another session has it; names who
   */
  static ProjectLock acquire(Path folder) throws ProjectFormatException {
    Path file = folder.resolve(FILE_NAME);
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      try {
        return acquire(folder, channel);
      } catch (IOException | ProjectFormatException | RuntimeException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      throw new ProjectFormatException(
          "The project folder " + folder + " cannot be written (" + e.getMessage()
              + "). Open the project read-only, or give yourself the right to write the folder.",
          e);
    }
  }

  private static ProjectLock acquire(Path folder, FileChannel channel) throws IOException, ProjectFormatException {
    FileLock lock = tryLock(channel);
    String text = read(channel);
    if (lock == null) {
      throw new ProjectLockedException(
          "The project " + folder + " is already open: " + text
              + ". Close it there, or open it read-only here.",
          text);
    }
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(self().getBytes(StandardCharsets.UTF_8)), 0);
    channel.force(true);
    return new ProjectLock(channel, lock, text.isEmpty() ? null : text);
  }

  private static FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock(LOCKED_BYTE, 1, false);
    } catch (OverlappingFileLockException e) {
      return null; // another session of this very process
    }
  }

  private static String read(FileChannel channel) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(1000);
    channel.read(buffer, 0);
    return new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
  }

  private static String self() {
    return "user " + System.getProperty("user.name") + " on " + host() + ", process " + ProcessHandle.current().pid();
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "an unnamed computer"; // only for the message
    }
  }

  /** Who had the project open and ended without closing it, or null if it was closed properly. */
  String diedHolder() {
    return diedHolder;
  }

  /** Marks the project as properly closed and gives the lock back. */
  @Override
  public void close() throws IOException {
    try (channel) {
      channel.truncate(0);
      lock.release();
    }
  }
}
