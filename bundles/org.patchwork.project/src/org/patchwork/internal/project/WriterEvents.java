// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import org.patchwork.project.ProjectListener;

/** Passes on what the writer thread tells, and tidies the store when it has nothing to do. */
record WriterEvents(SessionListeners listeners, LabelDatabase database)
    implements EditQueue.Listener {
  @Override
  public void failed(String message) {
    listeners.tell(listener -> listener.writeFailed(message));
  }

  @Override
  public void recovered() {
    listeners.tell(ProjectListener::writeRecovered);
  }

  @Override
  public void idle() {
    database.tidy();
  }
}
