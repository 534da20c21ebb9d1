// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.annotators;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.patchwork.core.CsvField;
import org.patchwork.core.LabelTable;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.core.Voice;
import org.patchwork.core.VoteTable;
import org.patchwork.internal.cli.Projects;
import org.patchwork.project.ProjectSession;

/** Writes answers as CSV, one a line, for other programs that weigh annotators. */
final class VoteFile {
  private VoteFile() {}

  static void write(Path file, ProjectSession session, VoteTable votes)
      throws ProjectFormatException {
    List<String> names = Projects.classNames(session);
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      out.write("filepath,class,annotator,look,answer\n");
      for (int c = 0; c < names.size(); c++) {
        String name = names.get(c);
        votes.visit(c, (row, given) -> write(out, session.labels().path(row), name, votes, given));
      }
    } catch (IOException | UncheckedIOException e) {
      throw new ProjectFormatException(
          "The answers could not be written to " + file + ": " + e.getMessage(), e);
    }
  }

  private static void write(
      BufferedWriter out, String path, String name, VoteTable votes, byte[] given) {
    try {
      for (int v = 0; v < given.length; v++) {
        if (given[v] != LabelTable.UNKNOWN) {
          Voice voice = votes.voices().get(v);
          String look = voice.secondLook() ? "2" : "1";
          out.write(
              String.join(
                      ",",
                      CsvField.of(path),
                      CsvField.of(name),
                      CsvField.of(voice.annotator()),
                      look,
                      "" + given[v])
                  + "\n");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
