// SPDX-License-Identifier: MIT
package org.patchwork.internal.project.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.core.commands.operations.DefaultOperationHistory;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.LabelTable;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.internal.project.DamagedStoreException;
import org.patchwork.internal.project.ImagePlaces;
import org.patchwork.internal.project.OpenedProject;
import org.patchwork.internal.project.ProjectOpener;
import org.patchwork.internal.project.StoreCheckAccess;
import org.patchwork.project.Access;
import org.patchwork.project.check.Finding;

/** Checks a project folder without changing it. */
public final class FolderCheck {
  private static final int NAMED_IMAGES = 5;

  private final Path project;
  private final List<Finding> findings = new ArrayList<>();

  /** A check of a folder. */
  public FolderCheck(Path project) {
    this.project = project;
  }

  /** Checks; the worst comes first. */
  public List<Finding> run(boolean images, IProgressMonitor monitor) throws ProjectFormatException {
    SubMonitor progress = SubMonitor.convert(monitor, "Checking " + project.getFileName(), 100);
    boolean sound = checkStore(progress.split(70));
    checkLeftovers();
    if (sound) {
      checkOpened(images, progress.split(30));
    }
    findings.sort(Comparator.comparing(Finding::kind));
    return List.copyOf(findings);
  }

  private boolean checkStore(SubMonitor progress) throws ProjectFormatException {
    try {
      findings.addAll(StoreCheckAccess.read(project, store -> new StoreCheck(store).run(progress)));
    } catch (DamagedStoreException e) {
      findings.add(Finding.damage(e.getMessage()));
    }
    return findings.stream().noneMatch(finding -> finding.kind() == Finding.Kind.DAMAGE);
  }

  private void checkLeftovers() throws ProjectFormatException {
    for (Path left : leftovers(project)) {
      findings.add(Finding.warning(left + " was left behind by a program that ended in its work."));
    }
  }

  /** Files that are no use to anyone when no program is at work. */
  static List<Path> leftovers(Path project) throws ProjectFormatException {
    List<Path> left = new ArrayList<>();
    for (Path folder : List.of(project, project.resolve("backups"))) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> entries = Files.list(folder)) {
          entries.filter(FolderCheck::leftover).forEach(left::add);
        } catch (IOException e) {
          throw new ProjectFormatException(
              "The folder " + folder + " cannot be read: " + e.getMessage(), e);
        }
      }
    }
    return left;
  }

  private static boolean leftover(Path entry) {
    String name = entry.getFileName().toString();
    return name.equals("labels.db.new")
        || name.equals("project.patchwork.tmp")
        || name.startsWith(".part-");
  }

  private void checkOpened(boolean images, SubMonitor progress) throws ProjectFormatException {
    OpenedProject opened =
        new ProjectOpener(project, new DefaultOperationHistory(), java.time.InstantSource.system())
            .open(Access.READ_ONLY, progress.split(10));
    try {
      opened.report().forEach(problem -> findings.add(Finding.warning(problem)));
      if (images) {
        checkFiles(opened.labels(), opened.relocation().places(), progress.split(20));
      }
    } finally {
      opened.close(true);
    }
  }

  private void checkFiles(LabelTable labels, ImagePlaces places, SubMonitor progress) {
    Map<Path, Boolean> there = new HashMap<>();
    List<String> missing = new ArrayList<>();
    progress.setWorkRemaining(labels.rows() / 1000 + 1);
    for (int row = 0; row < labels.rows(); row++) {
      if (row % 1000 == 0) {
        progress.split(1);
      }
      Path file = places.reference(labels.path(row)).file();
      if (!there.containsKey(file)) {
        there.put(file, Files.isRegularFile(file));
        if (!there.get(file)) {
          missing.add(labels.path(row));
        }
      }
    }
    if (!missing.isEmpty()) {
      List<String> some = missing.subList(0, Math.min(missing.size(), NAMED_IMAGES));
      findings.add(
          Finding.warning(
              missing.size()
                  + " of "
                  + there.size()
                  + " image files are missing, such as "
                  + String.join(", ", some)
                  + ". If they were moved, say where to: patchwork relocate, or File > Find Moved"
                  + " Images."));
    }
  }
}
