// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.FeatureSetInfo;
import org.patchwork.core.FolderRemoval;
import org.patchwork.core.LabelTable;
import org.patchwork.core.Npy;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.project.FeatureSet;

/** The folder {@code features} of a project. */
public final class FeatureFolders {
  private final Path folder;
  private volatile List<FeatureSet> all = List.of();
  private volatile FeatureSet active;

  FeatureFolders(Path projectFolder) {
    this.folder = projectFolder.resolve("features");
  }

  public FeatureSet active() {
    return active;
  }

  public List<FeatureSet> all() {
    return all;
  }

  /**
   * Looks at the folder again and makes the set with this id the active one; none if it is not
   * there.
   *
   * @return what is wrong with sets that cannot be used, one sentence each
   */
  List<String> load(String activeId) throws ProjectFormatException {
    List<FeatureSet> found = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (Path entry : finished()) {
      try {
        found.add(read(entry));
      } catch (ProjectFormatException e) {
        problems.add(e.getMessage());
      }
    }
    all = List.copyOf(found);
    active = find(activeId);
    return problems;
  }

  /** The finished set with this id, or null. */
  FeatureSet find(String id) {
    return all.stream().filter(set -> set.id().equals(id)).findFirst().orElse(null);
  }

  private List<Path> finished() throws ProjectFormatException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> Files.isRegularFile(entry.resolve(FeatureSetInfo.FILE_NAME)))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new ProjectFormatException(
          "The folder " + folder + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static FeatureSet read(Path folder) throws ProjectFormatException {
    FeatureSetInfo info = FeatureSetInfo.read(folder);
    String id = folder.getFileName().toString();
    return new FeatureSet(id, info.typeId(), info.parameters(), folder, info.shape(), info.rows());
  }

  /** Removes a set, which is not to be the active one. */
  void remove(String id) throws ProjectFormatException {
    if (active != null && active.id().equals(id)) {
      throw new ProjectFormatException(
          "The features \"" + id + "\" are in use. Use others before you delete them.");
    }
    FolderRemoval.remove(folder, id, FeatureSetInfo.FILE_NAME);
    load(active == null ? null : active.id());
  }

  /** The folder of a set, made if needed. */
  public Path newFolder(String id) throws ProjectFormatException {
    Path result = folder.resolve(id);
    try {
      return Files.createDirectories(result);
    } catch (IOException e) {
      throw new ProjectFormatException(
          "The folder "
              + result
              + " cannot be made: "
              + e.getMessage()
              + ". Check free space and access rights.",
          e);
    }
  }

  FeatureSet importArray(Path file, String id, LabelTable labels, IProgressMonitor monitor)
      throws ProjectFormatException {
    SubMonitor progress = SubMonitor.convert(monitor, "Importing features", 100);
    int[] shape;
    try (FeatureMatrix matrix = Npy.open(file)) {
      if (matrix.rows() != labels.rows()) {
        throw new ProjectFormatException(
            "The array in "
                + file
                + " has "
                + matrix.rows()
                + " rows, but the project has "
                + labels.rows()
                + " images. Give it one row per image, in the order of the exported labels.csv.");
      }
      Npy.requireFinite(matrix, file.toString(), progress.split(80));
      shape = matrix.shape();
    }
    Path target = newFolder(id);
    try {
      Files.copy(
          file, target.resolve(FeatureSetInfo.FEATURES), StandardCopyOption.REPLACE_EXISTING);
      Map<String, Object> origin = Map.of("file", file.toString());
      List<Integer> sizes = Arrays.stream(shape).boxed().toList();
      int rows = labels.rows();
      new FeatureSetInfo(
              FeatureSetInfo.FORMAT,
              id,
              FeatureSetInfo.NPY,
              origin,
              0,
              sizes,
              rows,
              "",
              "",
              List.of())
          .write(target);
    } catch (IOException e) {
      throw new ProjectFormatException(
          "The features cannot be copied to "
              + target
              + ": "
              + e.getMessage()
              + ". Make room and try again.",
          e);
    }
    load(active == null ? null : active.id());
    return find(id);
  }
}
