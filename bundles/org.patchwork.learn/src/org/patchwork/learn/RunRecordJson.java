// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.patchwork.core.ProjectFormatException;

/** {@code run.json}, see {@link RecordJson}. */
final class RunRecordJson {
  private RunRecordJson() {}

  static byte[] write(RunRecord record) throws JsonProcessingException {
    byte[] json = RecordJson.mapper().writeValueAsBytes(record);
    byte[] lines = java.util.Arrays.copyOf(json, json.length + 1);
    lines[json.length] = '\n';
    return lines;
  }

  static RunRecord read(Path file) throws ProjectFormatException {
    try {
      RunRecord record = RecordJson.mapper().readValue(Files.readAllBytes(file), RunRecord.class);
      if (record.format() > RunRecord.FORMAT) {
        throw new ProjectFormatException(
            file
                + " was written by a newer Patchwork (format "
                + record.format()
                + ", this one reads "
                + RunRecord.FORMAT
                + "); update Patchwork to open the run.");
      }
      return record;
    } catch (NoSuchFileException e) {
      throw new ProjectFormatException(
          file.getParent() + " is no run folder, since it has no " + RunRecord.FILE_NAME + ".", e);
    } catch (JsonProcessingException e) {
      throw new ProjectFormatException(
          file
              + " is not a run record: "
              + e.getOriginalMessage()
              + ". Delete the run folder to be rid of the run.",
          e);
    } catch (IOException e) {
      throw new ProjectFormatException("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }
}
