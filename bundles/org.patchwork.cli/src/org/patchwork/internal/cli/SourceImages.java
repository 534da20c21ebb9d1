// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.LabelTable;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.image.ImageLoader;
import org.patchwork.image.ImageReference;
import org.patchwork.image.ImageSource;
import org.patchwork.image.ReferenceImages;
import org.patchwork.project.ImageEntry;
import org.patchwork.project.ImportProblem;
import org.patchwork.project.ImportResult;
import org.patchwork.project.ProjectImport;
import org.patchwork.project.sample.SampleData;
import org.patchwork.training.TrainingData;

/**
 * Images and labels outside a project, ready to learn from.
 *
 * @param labels one row per image; the names of the classes are their ids
 * @param images the images, in row order
 * @param exclusive true if exactly one class is present in an image
 * @param problems what needs a look
 */
public record SourceImages(
    LabelTable labels, ImageSource images, boolean exclusive, List<String> problems) {
  private static final String FOLDERS = "folders";
  private static final int SHOWN_PROBLEMS = 20;

  /**
   * Finds images and labels.
   *
   * @param folder folder of the images
   * @param labels {@code folders}, or a CSV file
   */
  public static SourceImages find(
      Path folder, String labels, Path csv, ImageLoader loader, IProgressMonitor monitor)
      throws ProjectFormatException {
    if (!Files.isDirectory(folder)) {
      throw new ProjectFormatException(
          "There is no folder " + folder + "; name the folder of the images.");
    }
    ImportResult found =
        labels.equals(FOLDERS)
            ? ProjectImport.folder(folder, folder, true, null, loader, monitor)
            : ProjectImport.csv(csv, folder, null, monitor);
    List<ImageEntry> entries = found.images();
    ImageSource images =
        new ReferenceImages(
            loader, entries.size(), row -> ImageReference.parse(entries.get(row).path(), folder));
    return new SourceImages(table(found), images, found.exclusive(), problems(found.problems()));
  }

  /** The images that come with the product, unpacked in this folder. */
  public static SourceImages sample(Path folder, ImageLoader loader, IProgressMonitor monitor)
      throws ProjectFormatException {
    SampleData sample = SampleData.unpack(folder);
    return find(sample.folder(), sample.labels().toString(), sample.labels(), loader, monitor);
  }

  /** All labels, to train on or to judge by. */
  public TrainingData data(FeatureMatrix features) {
    return new TrainingData(labels, features, labels.classIds(), exclusive, null);
  }

  private static LabelTable table(ImportResult found) {
    List<ImageEntry> entries = found.images();
    LabelTable table =
        LabelTable.empty()
            .withClasses(found.classNames())
            .withRows(
                entries.stream().map(ImageEntry::path).toList(),
                entries.stream().map(ImageEntry::subset).toList());
    int[] rows = java.util.stream.IntStream.range(0, entries.size()).toArray();
    for (int c = 0; c < found.labels().length; c++) {
      table = table.withLabels(c, rows, found.labels()[c]);
    }
    byte[] excluded = new byte[rows.length];
    for (int row : rows) {
      excluded[row] = (byte) (entries.get(row).excluded() ? 1 : 0);
    }
    return table.withExcluded(rows, excluded);
  }

  /** The problems as sentences, the first few of many. */
  public static List<String> problems(List<ImportProblem> problems) {
    List<String> lines =
        new java.util.ArrayList<>(
            problems.stream()
                .limit(SHOWN_PROBLEMS)
                .map(
                    problem ->
                        problem.subject()
                            + (problem.line() > 0 ? " (line " + problem.line() + ")" : "")
                            + ": "
                            + problem.message())
                .toList());
    if (problems.size() > SHOWN_PROBLEMS) {
      lines.add("… and " + (problems.size() - SHOWN_PROBLEMS) + " more.");
    }
    return lines;
  }
}
