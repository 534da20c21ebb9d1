// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.osgi.service.prefs.BackingStoreException;
import org.osgi.service.prefs.Preferences;

/**
 * Remembers display settings in a preference node, one entry for each view and project. Written to
 * disk in the background, a moment after the last change.
 */
final class DisplayPreferences implements DisplayOptions.Memory {
  private static final int DELAY_MILLIS = 1000;

  private final Preferences node;
  private final Job saving;

  DisplayPreferences(Preferences node) {
    this.node = node;
    this.saving =
        Job.createSystem("Remembering display options", (ICoreRunnable) monitor -> save());
  }

  @Override
  public String read(String name) {
    return node.get(name, null);
  }

  @Override
  public void write(String name, String line) {
    if (line == null) {
      node.remove(name);
    } else {
      node.put(name, line);
    }
    saving.schedule(DELAY_MILLIS);
  }

  private void save() {
    try {
      node.flush();
    } catch (BackingStoreException e) {
      ILog.of(DisplayPreferences.class)
          .warn("The display options cannot be remembered: " + e.getMessage(), e);
    }
  }
}
