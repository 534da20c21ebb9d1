// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli;

/**
 * A command that changes labels or classes of a project, under the name that {@code --annotator}
 * gives.
 *
 * @param <P> parameter record, with a component {@code project}
 */
public interface EditingCommand<P extends Record> extends ProjectCommand<P> {
  @Override
  default boolean edits() {
    return true;
  }
}
