// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.CsvField;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;

/**
 * Writes label and prediction files as pandas does (SPEC A.3): no row numbers, {@code \n} at line
 * ends.
 */
public final class CsvWriter {
  private static final int CANCEL_STEP = 10_000;

  private final Appendable out;

  CsvWriter(Appendable out) {
    this.out = out;
  }

  /**
   * Something that writes a file.
   *
   * @param <E> how getting the content, not writing it, may fail
   */
  public interface Content<E extends Exception> {
    void write(CsvWriter out) throws IOException, E;
  }

  /** Writes a file as a whole: on failure the old one is still there. */
  public static <E extends Exception> void write(Path file, Content<E> content)
      throws IOException, E {
    Path temporary = file.resolveSibling(file.getFileName() + ".part");
    try {
      try (BufferedWriter writer = Files.newBufferedWriter(temporary, StandardCharsets.UTF_8)) {
        content.write(new CsvWriter(writer));
      }
      Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** Where the text goes. */
  Appendable out() {
    return out;
  }

  /**
   * Writes all rows of a label table. The columns subset and viewpath are left out if no row has
   * one.
   *
   * @param classNames names of the table's classes, in its order
   * @param viewPaths view paths by row
   */
  public void labels(
      LabelTable table,
      List<String> classNames,
      java.util.Map<Integer, String> viewPaths,
      SubMonitor monitor)
      throws IOException {
    boolean subsets = !table.subsets().isEmpty();
    out.append("filepath,exclude,validation");
    out.append(subsets ? ",subset" : "").append(viewPaths.isEmpty() ? "" : ",viewpath");
    header(classNames);
    for (int row = 0; row < table.rows(); row++) {
      checkCancel(row, monitor);
      out.append(CsvField.of(table.path(row)));
      out.append(table.excluded(row) ? ",True" : ",False")
          .append(table.validation(row) ? ",True" : ",False");
      if (subsets) {
        out.append(',').append(table.subset(row) == null ? "" : CsvField.of(table.subset(row)));
      }
      if (!viewPaths.isEmpty()) {
        out.append(',').append(CsvField.of(viewPaths.getOrDefault(row, "")));
      }
      for (int c = 0; c < table.classes(); c++) {
        out.append(label(table.label(row, c)));
      }
      out.append('\n');
    }
  }

  private static String label(byte value) {
    return switch (value) {
      case LabelTable.ABSENT -> ",0.0";
      case LabelTable.PRESENT -> ",1.0";
      default -> ",";
    };
  }

  /**
   * Writes one row per image with its path, as the file has no meaning without the paths (SPEC
   * T60).
   *
   * @param classNames names of the predicted classes, in the order of the predictions
   */
  public void predictions(
      LabelTable table, PredictionTable predictions, List<String> classNames, SubMonitor monitor)
      throws IOException {
    out.append("filepath");
    header(classNames);
    for (int row = 0; row < table.rows(); row++) {
      checkCancel(row, monitor);
      out.append(CsvField.of(table.path(row)));
      for (int c = 0; c < classNames.size(); c++) {
        out.append(',').append(PandasText.number(predictions.probability(row, c)));
      }
      out.append('\n');
    }
  }

  private void header(List<String> classNames) throws IOException {
    for (String name : classNames) {
      out.append(',').append(CsvField.of(name));
    }
    out.append('\n');
  }

  private static void checkCancel(int row, SubMonitor monitor) {
    if (row % CANCEL_STEP == 0 && monitor.isCanceled()) {
      throw new OperationCanceledException();
    }
  }
}
