// SPDX-License-Identifier: MIT
package org.patchwork.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs a class on a disk of its own of a few megabytes: a memory file system in a mount namespace,
 * which ends with the process and is seen by no other. Needs Linux with user namespaces.
 */
final class SmallDisk {
  private static final String MOUNT =
      "mount -t tmpfs -o size=%dm none \"$1\" && shift && exec \"$@\"";

  private SmallDisk() {}

  /**
   * Runs a class whose only argument is the folder of the disk.
   *
   * @return what it printed, {@code name: value} a line
   */
  static Map<String, String> run(Class<?> main, Path folder, int megabytes) throws Exception {
    assumeTrue(
        allowed(), "This machine does not let tests mount a disk of their own (unshare -rm).");
    Path disk = Files.createDirectory(folder.resolve("disk"));
    Path errors = folder.resolve("errors.txt");
    List<String> prefix = new ArrayList<>(List.of("unshare", "-rm", "sh", "-c"));
    prefix.addAll(List.of(MOUNT.formatted(megabytes), "sh", disk.toString()));
    Process process = ChildProcess.start(prefix, main, errors, disk.toString());
    Map<String, String> printed = new LinkedHashMap<>();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      out.lines()
          .map(line -> line.split(": ", 2))
          .forEach(parts -> printed.put(parts[0], parts.length > 1 ? parts[1] : ""));
    }
    assertEquals(0, process.waitFor(), () -> printed + "\n" + read(errors));
    return printed;
  }

  private static boolean allowed() throws InterruptedException {
    try {
      return new ProcessBuilder("unshare", "-rm", "true").start().waitFor() == 0;
    } catch (IOException e) {
      return false; // there is no such program
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
