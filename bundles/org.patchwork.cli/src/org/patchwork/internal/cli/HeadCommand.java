// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli;

import java.util.ArrayList;
import java.util.List;
import org.patchwork.cli.AlgorithmOption;
import org.patchwork.learn.TrainingParameters;

/**
 * A command that trains heads on the features of a project; the options say which model is trained,
 * and how.
 *
 * @param <P> parameter record, with a component {@code project}
 */
public interface HeadCommand<P extends Record> extends ProjectCommand<P> {
  /** Further records of the command itself; their options come before those of training. */
  default List<Record> ownRecords() {
    return List.of();
  }

  @Override
  default List<Record> furtherParameters() {
    List<Record> records = new ArrayList<>(ownRecords());
    records.add(new TrainingParameters());
    records.add(new HeadParameters());
    return records;
  }

  @Override
  default List<AlgorithmOption> algorithms() {
    return HeadChoice.options();
  }
}
