// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.patchwork.core.LabelTable;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.project.ImageEntry;
import org.patchwork.project.ImportProblem;
import org.patchwork.project.ImportResult;

/**
 * Reads a label file as pandas writes it (SPEC A.3). Paths, subsets and view paths are taken as
 * they stand, so that an image may be called {@code NA}; only an empty field is missing there. In
 * class columns and flags all words count as missing that pandas takes for it. Used once.
 */
public final class LabelCsvReader {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();
  private static final int CANCEL_STEP = 10_000;

  private final Path file;
  private final List<ImportProblem> problems = new ArrayList<>();
  private final List<ImageEntry> images = new ArrayList<>();
  private final Set<String> paths = new HashSet<>();
  private Columns columns;

  private LabelCsvReader(Path file) {
    this.file = file;
  }

  /**
   * Reads a file.
   *
   * @throws ProjectFormatException if it is no label file; names line, column, value and what to do
   */
  public static ImportResult read(Path file, IProgressMonitor monitor)
      throws ProjectFormatException {
    return new LabelCsvReader(file).read(monitor);
  }

  private ImportResult read(IProgressMonitor monitor) throws ProjectFormatException {
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      skipByteOrderMark(in);
      try (CSVParser parser = CSVParser.builder().setReader(in).setFormat(FORMAT).get()) {
        readRecords(parser, monitor);
      }
    } catch (MalformedInputException e) {
      throw new ProjectFormatException(
          "The file " + file + " is not UTF-8 text. Save it as UTF-8 and try again.", e);
    } catch (IOException | UncheckedIOException e) {
      throw new ProjectFormatException(
          "The file " + file + " cannot be read: " + e.getMessage(), e);
    }
    byte[][] labels = columns.labels(images.size());
    return new ImportResult(
        images, columns.classNames, labels, exclusive(labels, images.size()), problems);
  }

  private static void skipByteOrderMark(BufferedReader in) throws IOException {
    in.mark(1);
    if (in.read() != '\ufeff') {
      in.reset();
    }
  }

  private void readRecords(CSVParser parser, IProgressMonitor monitor)
      throws ProjectFormatException {
    Iterator<CSVRecord> records = parser.iterator();
    if (!records.hasNext()) {
      throw new ProjectFormatException(
          "The file " + file + " is empty. It needs a header with a filepath column.");
    }
    columns = new Columns(records.next());
    long line = parser.getCurrentLineNumber();
    while (records.hasNext()) {
      CSVRecord record = records.next();
      readRow(record, line + 1);
      line = parser.getCurrentLineNumber();
      if (images.size() % CANCEL_STEP == 0 && monitor != null && monitor.isCanceled()) {
        throw new OperationCanceledException();
      }
    }
  }

  private void readRow(CSVRecord record, long line) throws ProjectFormatException {
    if (record.size() > columns.width) {
      throw new ProjectFormatException(
          file
              + ", line "
              + line
              + ": "
              + record.size()
              + " fields, but the header names "
              + columns.width
              + ". Put quotes around fields with commas.");
    }
    String path = field(record, columns.path);
    if (path.isEmpty() || path.indexOf('\0') >= 0) {
      problems.add(
          new ImportProblem(
              ImportProblem.Kind.IGNORED,
              path,
              line,
              "The row has no usable path and was left out."));
      return;
    }
    if (!paths.add(path)) {
      problems.add(
          new ImportProblem(
              ImportProblem.Kind.DUPLICATE,
              path,
              line,
              "The path came before; the first row with it counts."));
      return;
    }
    images.add(
        new ImageEntry(
            path,
            textOrNull(record, columns.subset),
            textOrNull(record, columns.viewPath),
            flag(record, columns.exclude, line, "exclude"),
            flag(record, columns.validation, line, "validation")));
    columns.readLabels(record, line);
  }

  private static String field(CSVRecord record, int column) {
    return column >= 0 && column < record.size() ? record.get(column) : "";
  }

  private static String textOrNull(CSVRecord record, int column) {
    String text = field(record, column);
    return text.isEmpty() ? null : text;
  }

  private boolean flag(CSVRecord record, int column, long line, String name)
      throws ProjectFormatException {
    Byte value = truth(field(record, column));
    if (value == null) {
      throw wrong(line, name, field(record, column), "True, False or an empty field");
    }
    return value == LabelTable.PRESENT;
  }

  private byte label(CSVRecord record, int column, long line, String name)
      throws ProjectFormatException {
    Byte value = truth(field(record, column));
    if (value == null) {
      throw wrong(
          line,
          name,
          field(record, column),
          "0, 1 or an empty field; or take the column out of the file");
    }
    return value;
  }

  private static Byte truth(String text) {
    if (PandasText.missing(text)) {
      return LabelTable.UNKNOWN;
    }
    String word = text.toLowerCase(Locale.ROOT);
    double number = PandasText.parse(text);
    if (number == 1 || word.equals("true")) {
      return LabelTable.PRESENT;
    }
    return number == 0 || word.equals("false") ? LabelTable.ABSENT : null;
  }

  private ProjectFormatException wrong(long line, String column, String value, String cure) {
    return new ProjectFormatException(
        file
            + ", line "
            + line
            + ", column \""
            + column
            + "\": \""
            + value
            + "\" cannot be a label. Write "
            + cure
            + ".");
  }

  /**
   * True if there are two classes or more and every row says that just one is present and all
   * others absent.
   */
  private static boolean exclusive(byte[][] labels, int rows) {
    for (int row = 0; row < rows; row++) {
      int sum = 0;
      for (byte[] column : labels) {
        sum += column[row] == LabelTable.UNKNOWN ? 2 : column[row];
      }
      if (sum != 1) {
        return false;
      }
    }
    return rows > 0 && labels.length > 1;
  }

  /** Which column means what. */
  private final class Columns {
    private final int width;
    private int path = -1;
    private int subset = -1;
    private int viewPath = -1;
    private int exclude = -1;
    private int validation = -1;
    private final List<String> classNames = new ArrayList<>();
    private final List<Integer> classColumns = new ArrayList<>();
    private final List<ByteList> classLabels = new ArrayList<>();

    Columns(CSVRecord header) throws ProjectFormatException {
      width = header.size();
      Set<String> seen = new HashSet<>();
      for (int column = 0; column < width; column++) {
        String name = header.get(column);
        if (!seen.add(name)) {
          throw new ProjectFormatException(
              file
                  + ", line 1: the column \""
                  + name
                  + "\" is there twice. Rename or remove one of them.");
        }
        assign(name, column);
      }
      if (path < 0) {
        throw new ProjectFormatException(
            file
                + ", line 1: there is no column \"filepath\", only "
                + String.join(", ", header.toList())
                + ". Name the column with the image paths so, and separate columns by commas.");
      }
    }

    private void assign(String name, int column) throws ProjectFormatException {
      switch (name) {
        case "filepath" -> path = column;
        case "subset" -> subset = column;
        case "viewpath" -> viewPath = column;
        case "exclude" -> exclude = column;
        case "validation" -> validation = column;
        default -> assignClass(name, column);
      }
    }

    private void assignClass(String name, int column) throws ProjectFormatException {
      if (column == 0 && (name.isEmpty() || name.startsWith("Unnamed: "))) {
        problems.add(
            new ImportProblem(
                ImportProblem.Kind.IGNORED,
                name,
                1,
                "The first column holds row numbers, as pandas writes them without index=False; it was left out."));
        return;
      }
      if (name.isBlank()) {
        throw new ProjectFormatException(
            file
                + ", line 1: column "
                + (column + 1)
                + " has no name. Give it the name of a class, or remove it.");
      }
      classNames.add(name);
      classColumns.add(column);
      classLabels.add(new ByteList());
    }

    void readLabels(CSVRecord record, long line) throws ProjectFormatException {
      for (int c = 0; c < classColumns.size(); c++) {
        classLabels.get(c).add(label(record, classColumns.get(c), line, classNames.get(c)));
      }
    }

    byte[][] labels(int rows) {
      return classLabels.stream().map(ByteList::toArray).toArray(byte[][]::new);
    }
  }
}
