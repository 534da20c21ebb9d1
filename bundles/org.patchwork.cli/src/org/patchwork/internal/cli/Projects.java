// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.cli.CommandContext;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.learn.FeatureExtractor;
import org.patchwork.model.LabelClass;
import org.patchwork.project.Access;
import org.patchwork.project.EditOrigin;
import org.patchwork.project.FeatureSet;
import org.patchwork.project.ProjectSession;
import org.patchwork.training.TrainingData;
import org.patchwork.workflow.ProjectData;

/** What commands do with projects. */
public final class Projects {
  private Projects() {}

  /** Opens a project for writing. */
  public static ProjectSession open(CommandContext context, String folder, IProgressMonitor monitor)
      throws ProjectFormatException {
    return ProjectSession.open(context.path(folder), Access.READ_WRITE, monitor);
  }

  /** Opens a project for reading; someone else may have it open. */
  public static ProjectSession read(CommandContext context, String folder, IProgressMonitor monitor)
      throws ProjectFormatException {
    return ProjectSession.open(context.path(folder), Access.READ_ONLY, monitor);
  }

  /**
   * Opens a project.
   *
   * @param writes false if it is only looked at, which goes while someone else has it open
   */
  public static ProjectSession open(
      CommandContext context, String folder, boolean writes, IProgressMonitor monitor)
      throws ProjectFormatException {
    return writes ? open(context, folder, monitor) : read(context, folder, monitor);
  }

  /** True if there is a project in the folder. */
  public static boolean exists(Path folder) {
    return Files.exists(folder.resolve("project.patchwork"));
  }

  /** Who edits, and by which command. */
  public static EditOrigin origin(CommandContext context, String command) {
    return new EditOrigin(context.annotator(), command);
  }

  /** The class with this name; the message lists what there is. */
  public static LabelClass classNamed(ProjectSession session, String name) {
    LabelClass found = session.classByName(name);
    if (found == null) {
      throw new IllegalArgumentException(
          "The project has no class \""
              + name
              + "\"; it has "
              + String.join(", ", classNames(session))
              + ".");
    }
    return found;
  }

  /** Names of all classes, in order. */
  public static List<String> classNames(ProjectSession session) {
    return session.classes().stream().map(LabelClass::getName).toList();
  }

  /** True if exactly one class is present in an image. */
  public static boolean exclusive(ProjectSession session) {
    return session.model().getSchema().isExclusive();
  }

  /** The features that are trained on. */
  public static FeatureSet features(ProjectSession session) throws ProjectFormatException {
    FeatureSet features = session.activeFeatures();
    if (features == null) {
      throw new ProjectFormatException(
          "The project "
              + session.name()
              + " has no features yet. Run: patchwork features "
              + session.folder());
    }
    return features;
  }

  /**
   * What there is to train on now.
   *
   * @param matrix the open features
   * @param extractor or null
   */
  public static TrainingData data(
      ProjectSession session, FeatureMatrix matrix, FeatureExtractor extractor)
      throws PatchworkException {
    return ProjectData.of(session, features(session), matrix, extractor);
  }

  /**
   * Images that a user names, distinct.
   *
   * @param rows row numbers and ranges, or {@code all}
   * @param paths paths with commas between them
   */
  public static int[] rows(LabelTable labels, String rows, String paths) {
    IntStream.Builder found = IntStream.builder();
    Arrays.stream(NameList.rows(rows, labels.rows())).forEach(found);
    List<String> wanted = NameList.of(paths);
    if (!wanted.isEmpty()) {
      Map<String, Integer> rowOf = new HashMap<>();
      for (int row = 0; row < labels.rows(); row++) {
        rowOf.put(labels.path(row), row);
      }
      wanted.forEach(path -> found.add(found(path, rowOf.get(path))));
    }
    return found.build().distinct().toArray();
  }

  private static int found(String path, Integer row) {
    if (row == null) {
      throw new IllegalArgumentException(
          "The project has no image \"" + path + "\"; paths are written as in its export.");
    }
    return row;
  }
}
