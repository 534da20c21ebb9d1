// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.project.ProjectLockedException;

/**
 * Keeps a second writer out of a project folder. The operating system holds the lock and drops it
 * when the process ends, however it ends; the text in the file only says who holds it, and stays
 * behind after a crash.
 */
final class ProjectLock implements AutoCloseable {
  static final String FILE_NAME = "project.lock";

  /**
   * Lock files this process holds. POSIX drops a process's lock on a file as soon as the process
   * closes any channel to that file, so a second session must find out without opening it.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  /** Far behind the text, so that on Windows, too, others can read who holds the lock. */
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  private final Path file;
  private final FileChannel channel;
  private final FileLock lock;
  private final String diedHolder;

  private ProjectLock(Path file, FileChannel channel, FileLock lock, String diedHolder) {
    this.file = file;
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
    try {
      Path file = folder.toRealPath().resolve(FILE_NAME);
      if (!HELD.add(file)) {
        throw locked(folder, self());
      }
      try {
        return open(folder, file);
      } catch (IOException | ProjectFormatException | RuntimeException e) {
        HELD.remove(file);
        throw e;
      }
    } catch (IOException e) {
      throw new ProjectFormatException(
          "The project folder "
              + folder
              + " cannot be written ("
              + e.getMessage()
              + "). Open the project read-only; or free some space, or give yourself the right to"
              + " write the folder.",
          e);
    }
  }

  private static ProjectLock open(Path folder, Path file)
      throws IOException, ProjectFormatException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
      String text = read(channel);
      if (lock == null) {
        throw locked(folder, text);
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(self().getBytes(StandardCharsets.UTF_8)), 0);
      channel.force(true);
      return new ProjectLock(file, channel, lock, text.isEmpty() ? null : text);
    } catch (IOException | ProjectFormatException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static ProjectLockedException locked(Path folder, String holder) {
    return new ProjectLockedException(
        "The project "
            + folder
            + " is already open: "
            + holder
            + ". Close it there, or open it read-only here.",
        holder);
  }

  /** True if a session, here or elsewhere, has the project open for writing. */
  static boolean held(Path folder) throws IOException {
    Path file = folder.toRealPath().resolve(FILE_NAME);
    if (HELD.contains(file)) {
      return true;
    }
    if (!Files.exists(file)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        FileLock lock = channel.tryLock(LOCKED_BYTE, 1, true)) {
      return lock == null;
    }
  }

  private static String read(FileChannel channel) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(1000);
    channel.read(buffer, 0);
    return new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
  }

  private static String self() {
    return "user "
        + System.getProperty("user.name")
        + " on "
        + host()
        + ", process "
        + ProcessHandle.current().pid();
  }

  /** For the message only; asks the network, which may be slow, last. */
  private static String host() {
    for (String variable : List.of("HOSTNAME", "COMPUTERNAME")) {
      if (System.getenv(variable) != null) {
        return System.getenv(variable);
      }
    }
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "an unnamed computer";
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
    } finally {
      HELD.remove(file);
    }
  }
}
