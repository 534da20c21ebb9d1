// SPDX-License-Identifier: MIT
package org.patchwork.project;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.internal.project.CsvWriter;
import org.patchwork.model.LabelClass;

/**
 * Writes what a project knows for other programs, as pandas would. Writes the disk; never on the
 * display thread.
 */
public final class ProjectExport {
  private ProjectExport() {}

  /**
   * Writes all labels: filepath, exclude, validation, subset and viewpath if any image has one,
   * then the classes.
   *
   * @param file is replaced if it exists
   */
  public static void labelsCsv(ProjectSession session, Path file, IProgressMonitor monitor)
      throws ProjectFormatException {
    List<LabelClass> classes = session.classes();
    LabelTable table =
        session.labels().withClasses(classes.stream().map(LabelClass::getId).toList());
    List<String> names = classes.stream().map(LabelClass::getName).toList();
    Map<Integer, String> viewPaths = session.viewPaths();
    SubMonitor progress = SubMonitor.convert(monitor);
    write(file, out -> out.labels(table, names, viewPaths, progress));
  }

  /**
   * Writes the predictions shown now: filepath, then one column per class with probabilities in the
   * shortest form that reads back exactly; empty where an image has none.
   *
   * @throws ProjectFormatException if there are no predictions, or the file cannot be written
   */
  public static void predictionsCsv(ProjectSession session, Path file, IProgressMonitor monitor)
      throws ProjectFormatException {
    PredictionTable predictions = session.predictions();
    if (predictions == null) {
      throw new ProjectFormatException(
          "The project "
              + session.name()
              + " has no predictions to export yet. Train a model first.");
    }
    predictionsCsv(session, predictions, file, monitor);
  }

  /**
   * The same of other predictions, for example calibrated ones.
   *
   * @param predictions of the images of the project, in their order
   */
  public static void predictionsCsv(
      ProjectSession session, PredictionTable predictions, Path file, IProgressMonitor monitor)
      throws ProjectFormatException {
    List<String> names = predictions.classIds().stream().map(id -> nameOf(session, id)).toList();
    SubMonitor progress = SubMonitor.convert(monitor);
    write(file, out -> out.predictions(session.labels(), predictions, names, progress));
  }

  private static String nameOf(ProjectSession session, String classId) {
    LabelClass found = session.classById(classId);
    return found == null
        ? classId
        : found.getName(); // the class was removed after the model was trained
  }

  /**
   * Writes the event log, oldest event first, with one row for each label or flag that changed:
   * event, time (UTC), annotator, source, kind, target, description, active_ms, row, path, column
   * (label, exclude or validation), class_id, class (its name at that time), before, after. Values
   * are 1, 0 or empty for unknown; an undo is written as what it changed.
   *
   * @param file is replaced if it exists
   * @param filter which events; with a class in it, only changes of its labels
   * @return number of rows
   */
  public static long eventsCsv(
      ProjectSession session, EventFilter filter, Path file, IProgressMonitor monitor)
      throws ProjectFormatException {
    return session.events().exportCells(filter, file, SubMonitor.convert(monitor));
  }

  private static void write(Path file, CsvWriter.Content<RuntimeException> content)
      throws ProjectFormatException {
    try {
      CsvWriter.write(file, content);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  static ProjectFormatException unwritable(Path file, IOException e) {
    return new ProjectFormatException(
        "The file "
            + file
            + " cannot be written ("
            + e.getMessage()
            + "). Choose another place or make room.",
        e);
  }
}
