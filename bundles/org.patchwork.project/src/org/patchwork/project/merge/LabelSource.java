// SPDX-License-Identifier: MIT
package org.patchwork.project.merge;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.LabelTable;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.core.VoteTable;
import org.patchwork.model.LabelClass;
import org.patchwork.project.Access;
import org.patchwork.project.ImageEntry;
import org.patchwork.project.ImportResult;
import org.patchwork.project.ProjectImport;
import org.patchwork.project.ProjectSession;

/**
 * Labels from elsewhere.
 *
 * @param name as it is shown, for example of the file
 * @param imageRoot folder against which its relative paths are resolved
 * @param labels its labels
 * @param classNames names of its classes, in the order of the table
 * @param votes what its annotators said; same rows and classes
 * @param unsigned annotator to whom labels belong that nobody voted for
 */
public record LabelSource(
    String name,
    Path imageRoot,
    LabelTable labels,
    List<String> classNames,
    VoteTable votes,
    String unsigned) {
  public LabelSource {
    classNames = List.copyOf(classNames);
  }

  /**
   * Another project; may be open elsewhere.
   *
   * @param unsigned see the component; empty for the annotator that the project names
   */
  public static LabelSource project(Path folder, String unsigned, IProgressMonitor monitor)
      throws ProjectFormatException {
    SubMonitor progress = SubMonitor.convert(monitor, "Reading " + folder.getFileName(), 2);
    try (ProjectSession session =
        ProjectSession.open(folder, Access.READ_ONLY, progress.split(1))) {
      String annotator = session.model().getAnnotator();
      return new LabelSource(
          session.name(),
          session.imageRoot(),
          session.labels(),
          session.classes().stream().map(LabelClass::getName).toList(),
          session.annotators().votes(progress.split(1)),
          unsigned.isEmpty() && annotator != null ? annotator : unsigned);
    }
  }

  /**
   * A label file as {@link ProjectImport#csv} reads it, relative to a folder.
   *
   * @param annotator to whom its labels belong; empty for the name of the file
   */
  public static LabelSource csv(
      Path file, String annotator, Path imageRoot, IProgressMonitor monitor)
      throws ProjectFormatException {
    ImportResult read = ProjectImport.csv(file, imageRoot, null, monitor);
    List<ImageEntry> images = read.images();
    LabelTable labels =
        LabelTable.of(
            images.stream().map(ImageEntry::path).toList(),
            images.stream().map(ImageEntry::subset).toList(),
            read.classNames(),
            read.labels(),
            flags(images.stream().map(ImageEntry::excluded).toList()),
            flags(images.stream().map(ImageEntry::validation).toList()));
    String fileName = file.getFileName().toString();
    return new LabelSource(
        fileName,
        imageRoot,
        labels,
        read.classNames(),
        VoteTable.empty(labels.rows(), labels.classIds()),
        annotator.isEmpty() ? fileName.replaceFirst("(?i)\\.csv$", "") : annotator);
  }

  private static byte[] flags(List<Boolean> set) {
    byte[] flags = new byte[set.size()];
    for (int i = 0; i < flags.length; i++) {
      flags[i] = (byte) (set.get(i) ? 1 : 0);
    }
    return flags;
  }
}
