// SPDX-License-Identifier: MIT
package org.patchwork.pretraining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.patchwork.core.FolderRemoval;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.internal.pretraining.PretrainingFolder;

/**
 * The runs of a project, each a folder named after it. Everything here but the check of a name
 * reads or writes the disk.
 *
 * @param folder folder that holds the folders of the runs; need not exist
 */
public record PretrainingRuns(Path folder) {
  private static final String NAME = "[\\w.-]*";
  private static final String DOTS = "\\.+";

  /**
   * Checks that a name can be that of a folder on every system.
   *
   * @param name empty where the name is still to be chosen
   * @throws IllegalArgumentException if it cannot; says which names can
   */
  public static void checkName(String name) {
    if (!name.matches(NAME) || name.matches(DOTS)) {
      throw new IllegalArgumentException(
          "The name of a run has letters, digits, dots, dashes and underscores only, unlike \""
              + name
              + "\".");
    }
  }

  /** The folder of a run, whether it is there or not. */
  public Path folder(String name) {
    checkName(name);
    return folder.resolve(name);
  }

  /** The name itself if no run has it, else the name with the first number that is free. */
  public String freeName(String name) {
    String free = name;
    for (int i = 2; Files.exists(folder(free)); i++) {
      free = name + "-" + i;
    }
    return free;
  }

  /**
   * All runs, the one that was begun first at the front. A run whose record is damaged says so and
   * stands behind the others.
   *
   * @throws ProjectFormatException if the folder is there but cannot be listed
   */
  public List<PretrainingRun> all() throws ProjectFormatException {
    List<PretrainingRun> runs = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> entries = Files.list(folder)) {
        entries
            .filter(entry -> Files.isRegularFile(entry.resolve(PretrainingFolder.RECORD)))
            .sorted()
            .forEach(entry -> runs.add(read(entry)));
      } catch (IOException e) {
        throw new ProjectFormatException(
            "The folder "
                + folder
                + " cannot be listed: "
                + e.getMessage()
                + ". Check the access rights.",
            e);
      }
    }
    runs.sort(
        Comparator.comparing(
            run -> run.record() == null ? null : run.record().started(),
            Comparator.nullsLast(Comparator.naturalOrder())));
    return runs;
  }

  /** The run of this name; without a record if there is none that can be read. */
  public PretrainingRun get(String name) {
    return read(folder(name));
  }

  private static PretrainingRun read(Path run) {
    try {
      return PretrainingRun.of(run, PretrainingFolder.read(run));
    } catch (ProjectFormatException e) {
      return PretrainingRun.unreadable(run, e.getMessage());
    } catch (IOException e) {
      return PretrainingRun.unreadable(run, "Its record cannot be read: " + e.getMessage());
    }
  }

  /**
   * Removes a run from the disk, for good. Features that were made with it stay.
   *
   * @throws ProjectFormatException if there is no such run, or a file cannot be removed
   */
  public void delete(String name) throws ProjectFormatException {
    FolderRemoval.remove(folder, name, PretrainingFolder.RECORD);
  }
}
