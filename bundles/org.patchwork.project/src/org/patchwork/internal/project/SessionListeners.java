// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.eclipse.core.runtime.SafeRunner;
import org.patchwork.project.ProjectListener;

/**
 * The listeners of a session. One that throws is logged and does not keep the others from hearing.
 */
public final class SessionListeners {
  private final List<ProjectListener> listeners = new CopyOnWriteArrayList<>();

  /** Adds a listener; once is enough. */
  public void add(ProjectListener listener) {
    if (!listeners.contains(listener)) {
      listeners.add(listener);
    }
  }

  /** Removes a listener. */
  public void remove(ProjectListener listener) {
    listeners.remove(listener);
  }

  /** Tells all. */
  public void tell(Consumer<ProjectListener> message) {
    for (ProjectListener listener : listeners) {
      SafeRunner.run(() -> message.accept(listener));
    }
  }
}
