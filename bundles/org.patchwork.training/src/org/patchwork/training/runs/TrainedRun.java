// SPDX-License-Identifier: MIT
package org.patchwork.training.runs;

import java.nio.file.Path;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.learn.RunRecord;

/**
 * A run and where it lies.
 *
 * @param id name of its folder; sorts by time
 * @param folder the run folder
 * @param record what it says of itself
 */
public record TrainedRun(String id, Path folder, RunRecord record) {

  /**
   * Reads a run.
   *
   * @throws ProjectFormatException if its record is missing or damaged
   */
  public static TrainedRun read(Path folder) throws ProjectFormatException {
    return new TrainedRun(folder.getFileName().toString(), folder, RunRecord.read(folder));
  }
}
