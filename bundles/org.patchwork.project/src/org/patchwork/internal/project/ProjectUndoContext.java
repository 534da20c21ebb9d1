// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import org.eclipse.core.commands.operations.UndoContext;

/**
 * Marks a project's steps in the operation history. The history never forgets a context it was
 * given a limit for, so this must not lead to the labels: it would keep every project that was ever
 * open in memory.
 */
final class ProjectUndoContext extends UndoContext {
  private final ModelStore models;

  ProjectUndoContext(ModelStore models) {
    this.models = models;
  }

  @Override
  public String getLabel() {
    return models.model().getName();
  }
}
