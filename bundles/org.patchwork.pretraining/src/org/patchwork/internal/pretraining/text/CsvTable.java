// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining.text;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.patchwork.core.TrainingException;

/**
 * A table of texts from a file of comma-separated values (RFC 4180), UTF-8, the first line its
 * header. Short lines are filled with empty cells.
 *
 * @param file where it comes from
 * @param header names of the columns
 * @param rows cells by row
 */
public record CsvTable(Path file, List<String> header, List<List<String>> rows) {
  /** Name of the column with the paths of images. */
  public static final String FILE_PATH = "filepath";

  /**
   * Reads a table.
   *
   * @throws TrainingException if the file cannot be read, is empty, is not UTF-8, or ends within
   *     quotes; names it
   */
  public static CsvTable read(Path file) throws TrainingException {
    String text;
    try {
      text = Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new TrainingException("There is no file " + file + ".", e);
    } catch (CharacterCodingException e) {
      throw new TrainingException(file + " is not UTF-8. Save it as UTF-8 and try again.", e);
    } catch (IOException e) {
      throw new TrainingException("Cannot read " + file + ": " + e.getMessage(), e);
    }
    List<List<String>> lines = new Lines(text, file).read();
    if (lines.isEmpty()) {
      throw new TrainingException(file + " is empty; it needs a line with the names of columns.");
    }
    List<String> header = lines.get(0).stream().map(String::strip).toList();
    return new CsvTable(file, header, List.copyOf(lines.subList(1, lines.size())));
  }

  /**
   * The index of a column.
   *
   * @throws TrainingException if there is none of this name; lists those there are
   */
  public int column(String name) throws TrainingException {
    int found = header.indexOf(name);
    if (found < 0) {
      throw new TrainingException(
          file + " has no column " + name + "; it has " + String.join(", ", header) + ".");
    }
    return found;
  }

  /** A cell; empty where the line is too short. */
  public String cell(int row, int column) {
    List<String> cells = rows.get(row);
    return column < cells.size() ? cells.get(column) : "";
  }

  /** Splits text into lines of cells. */
  private static final class Lines {
    private final String text;
    private final Path file;
    private int at;

    Lines(String text, Path file) {
      this.text = text.startsWith("\ufeff") ? text.substring(1) : text;
      this.file = file;
    }

    List<List<String>> read() throws TrainingException {
      List<List<String>> lines = new ArrayList<>();
      while (at < text.length()) {
        List<String> line = line();
        if (line.size() > 1 || !line.get(0).isEmpty()) {
          lines.add(line);
        }
      }
      return lines;
    }

    private List<String> line() throws TrainingException {
      List<String> cells = new ArrayList<>();
      while (true) {
        cells.add(cell());
        if (at >= text.length()) {
          return cells;
        }
        char end = text.charAt(at++);
        if (end == '\r' && at < text.length() && text.charAt(at) == '\n') {
          at++;
        }
        if (end != ',') {
          return cells;
        }
      }
    }

    /** A cell; stands then on what ends it. */
    private String cell() throws TrainingException {
      StringBuilder cell = new StringBuilder();
      boolean quoted = at < text.length() && text.charAt(at) == '"';
      at += quoted ? 1 : 0;
      while (at < text.length()) {
        char c = text.charAt(at);
        if (quoted && c == '"') {
          at++;
          boolean doubled = at < text.length() && text.charAt(at) == '"';
          quoted = doubled;
          cell.append(doubled ? "\"" : "");
          at += doubled ? 1 : 0;
        } else if (!quoted && (c == ',' || c == '\n' || c == '\r')) {
          return cell.toString();
        } else {
          cell.append(c);
          at++;
        }
      }
      if (quoted) {
        throw new TrainingException(file + " ends within quotes; close them.");
      }
      return cell.toString();
    }
  }
}
