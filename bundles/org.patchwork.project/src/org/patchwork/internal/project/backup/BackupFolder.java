// SPDX-License-Identifier: MIT
package org.patchwork.internal.project.backup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.internal.project.LabelDatabase;
import org.patchwork.internal.project.ProjectFile;
import org.patchwork.internal.project.StoreCopy;
import org.patchwork.project.backup.Backup;

/**
 * The folder {@code backups} of a project; each backup is a folder in it, made whole by a rename.
 */
public final class BackupFolder {
  private static final String FACTS = "backup.json";
  private static final String UNFINISHED = ".part-";
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss").withZone(ZoneOffset.UTC);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path project;
  private final Path folder;

  /** The backups of a project folder. */
  public BackupFolder(Path project) {
    this.project = project;
    this.folder = project.resolve("backups");
  }

  /**
   * A backup and which one it is; the time alone would not tell, as clocks are put back.
   *
   * @param number from 1 on, 0 for those of earlier versions
   */
  private record Numbered(long number, Backup backup) {}

  /** All finished backups, newest first. */
  public List<Backup> list() throws ProjectFormatException {
    return numbered().stream().map(Numbered::backup).toList();
  }

  private List<Numbered> numbered() throws ProjectFormatException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Numbered> backups = new ArrayList<>();
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : entries.toList()) {
        if (Files.exists(entry.resolve(LabelDatabase.FILE_NAME))
            && !entry.getFileName().toString().startsWith(UNFINISHED)) {
          backups.add(read(entry));
        }
      }
    } catch (IOException e) {
      throw new ProjectFormatException(
          "The backups in " + folder + " cannot be listed: " + e.getMessage(), e);
    }
    backups.sort(
        Comparator.comparingLong(Numbered::number)
            .thenComparing(each -> each.backup().time())
            .thenComparing(each -> each.backup().name())
            .reversed());
    return backups;
  }

  /** What is written beside a backup; without that, what can be seen from outside. */
  private static Numbered read(Path entry) throws IOException {
    Path facts = entry.resolve(FACTS);
    JsonNode json = Files.exists(facts) ? JSON.readTree(facts.toFile()) : JSON.createObjectNode();
    return new Numbered(
        json.path("number").asLong(),
        new Backup(
            entry,
            time(entry),
            json.path("reason").asText(""),
            json.path("images").asInt(),
            json.path("lastEvent").asLong(),
            size(entry)));
  }

  private static Instant time(Path entry) throws IOException {
    String name = entry.getFileName().toString();
    try {
      return LocalDateTime.parse(name.substring(0, Math.min(19, name.length())), NAME)
          .toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return Files.getLastModifiedTime(entry).toInstant(); // somebody has renamed it
    }
  }

  private static long size(Path entry) throws IOException {
    long bytes = 0;
    try (Stream<Path> files = Files.list(entry)) {
      for (Path file : files.toList()) {
        bytes += Files.size(file);
      }
    }
    return bytes;
  }

  /** Makes a backup of the present moment. */
  public Backup make(Instant time, String reason, IProgressMonitor monitor)
      throws ProjectFormatException {
    SubMonitor progress = SubMonitor.convert(monitor, "Backing up " + project.getFileName(), 10);
    Path part = null;
    try {
      Files.createDirectories(folder);
      part = Files.createTempDirectory(folder, UNFINISHED);
      StoreCopy.Facts facts =
          StoreCopy.make(project, part.resolve(LabelDatabase.FILE_NAME), progress.split(8));
      Files.copy(project.resolve(ProjectFile.FILE_NAME), part.resolve(ProjectFile.FILE_NAME));
      ObjectNode json = JSON.createObjectNode();
      json.put("number", nextNumber());
      json.put("reason", reason).put("images", facts.images()).put("lastEvent", facts.lastEvent());
      Files.write(part.resolve(FACTS), JSON.writeValueAsBytes(json));
      progress.split(1); // the last chance to cancel
      sync(part);
      Path finished = free(NAME.format(time));
      Files.move(part, finished, StandardCopyOption.ATOMIC_MOVE);
      return read(finished).backup();
    } catch (IOException e) {
      throw new ProjectFormatException(
          "No backup could be made in "
              + folder
              + " ("
              + e.getMessage()
              + "). Make room on the disk and check that the folder can be written.",
          e);
    } finally {
      removeUnfinished(part);
    }
  }

  private long nextNumber() throws ProjectFormatException {
    return 1 + numbered().stream().mapToLong(Numbered::number).max().orElse(0);
  }

  private Path free(String name) {
    Path free = folder.resolve(name);
    for (int i = 2; Files.exists(free); i++) {
      free = folder.resolve(name + "-" + i);
    }
    return free;
  }

  private static void sync(Path part) throws IOException {
    try (Stream<Path> files = Files.list(part)) {
      for (Path file : files.toList()) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
          channel.force(true);
        }
      }
    }
  }

  private static void removeUnfinished(Path part) throws ProjectFormatException {
    if (part != null && Files.exists(part)) {
      remove(part);
    }
  }

  /** Deletes a backup. */
  public void delete(Backup backup) throws ProjectFormatException {
    if (!backup.folder().getParent().equals(folder)) {
      throw new IllegalArgumentException(backup.folder() + " is no backup in " + folder);
    }
    remove(backup.folder());
  }

  private static void remove(Path entry) throws ProjectFormatException {
    try (Stream<Path> files = Files.list(entry)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(entry);
    } catch (IOException e) {
      throw new ProjectFormatException(
          "The backup " + entry + " cannot be deleted: " + e.getMessage(), e);
    }
  }
}
