// SPDX-License-Identifier: MIT
package org.patchwork.project;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.internal.project.EventReader;
import org.patchwork.internal.project.LookBack;
import org.patchwork.internal.project.OpenedProject;

/**
 * The event log of an open project, for reading. Every method reads the disk on the caller's
 * thread, beside the writer and without holding it up; so never call them on the display thread.
 * Safe for use by several threads.
 */
public final class EventHistory {
  private final OpenedProject project;

  EventHistory(OpenedProject project) {
    this.project = project;
  }

  /** Number of the newest event that is visible in the session, 0 if there is none; never waits. */
  public long last() {
    return project.lastEvent();
  }

  /**
   * A page of events, newest first. Pages stay as they are while events are added: the next page
   * begins before the last event of this one.
   *
   * @param before only events with smaller numbers; {@link Long#MAX_VALUE} for the newest
   * @param limit at most as many
   */
  public List<ProjectEvent> page(EventFilter filter, long before, int limit)
      throws ProjectFormatException {
    return project.readStore(store -> new EventReader(store).page(filter, before, limit));
  }

  /** One event, or null if there is none with this number. */
  public ProjectEvent event(long batch) throws ProjectFormatException {
    return project.readStore(store -> new EventReader(store).event(batch));
  }

  /** How much there is; counts all events that pass. */
  public EventTotals totals(EventFilter filter) throws ProjectFormatException {
    return project.readStore(store -> new EventReader(store).totals(filter));
  }

  /** Everyone who is named in the log, in alphabetical order. */
  public List<String> annotators() throws ProjectFormatException {
    return project.readStore(store -> new EventReader(store).annotators());
  }

  /**
   * Opens the project once more, read-only, with the labels and classes it had behind an event. The
   * session that is open goes on as it was. {@link Edit.RestoreTo} makes that state the present
   * one. Reads the disk: the longer ago, the longer it takes, seconds for a million edits.
   *
   * @param batch number of the event, see {@link #page}
   * @return a session to be closed by the caller
   * @throws ProjectFormatException if there is no such event
   */
  public ProjectSession lookBack(long batch, IProgressMonitor monitor)
      throws ProjectFormatException {
    return new ProjectSession(LookBack.open(project, batch, monitor));
  }

  /** See {@link ProjectExport#eventsCsv}. */
  long exportCells(EventFilter filter, Path file, SubMonitor monitor)
      throws ProjectFormatException {
    return project.readStore(
        store -> {
          try {
            return LookBack.exportCells(project, store, filter, file, monitor);
          } catch (IOException e) {
            throw ProjectExport.unwritable(file, e);
          }
        });
  }
}
