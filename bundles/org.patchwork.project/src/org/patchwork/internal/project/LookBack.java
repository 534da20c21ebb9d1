// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.LabelTable;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.project.EditPreview;
import org.patchwork.project.EventFilter;
import org.patchwork.project.ProjectEvent;

/** Opens an open project once more, read-only, as it was behind an earlier event. */
public final class LookBack {
  private LookBack() {}

  /**
   * Opens the past.
   *
   * @param present the open project; goes on as if nothing had happened
   * @throws ProjectFormatException if there is no such event, or the store cannot be read
   */
  public static OpenedProject open(OpenedProject present, long batch, IProgressMonitor monitor)
      throws ProjectFormatException {
    return present.readStore(
        store -> open(present, batch, store, SubMonitor.convert(monitor, "Looking back", 10)));
  }

  private static OpenedProject open(
      OpenedProject present, long batch, LabelDatabase store, SubMonitor progress)
      throws SQLException, ProjectFormatException {
    EventReader events = new EventReader(store);
    ProjectEvent event = events.event(batch);
    if (event == null) {
      throw new ProjectFormatException(
          "There is no event number "
              + batch
              + " in the log of "
              + present.folder()
              + ". Choose one that the history lists.");
    }
    ProjectState now = present(present, store, progress.split(5));
    PastState past = Retrospect.find(batch, store, now, progress.split(5));
    OpenedProject opened = present.asOf(event, past.state());
    opened.loadActive(store, new ArrayList<>());
    opened.loadForReading(store);
    return opened;
  }

  /** Writes events as CSV; returns the number of rows. */
  public static long exportCells(
      OpenedProject project, LabelDatabase store, EventFilter filter, Path file, SubMonitor monitor)
      throws SQLException, IOException, ProjectFormatException {
    LabelTable now = present(project, store, null).labels();
    AtomicLong rows = new AtomicLong();
    CsvWriter.<SQLException>write(
        file, out -> rows.set(EventCsv.write(store, now, filter, out.out(), monitor)));
    return rows.get();
  }

  /** What a restore would change. */
  static EditPreview preview(OpenedProject present, long batch) throws ProjectFormatException {
    return present.readStore(
        store -> {
          ProjectState now = present(present, store, null);
          return Previews.of(RestorePlanner.plan(batch, store, now), now);
        });
  }

  /** The state behind the newest event of the store, from memory if it stands there. */
  private static ProjectState present(
      OpenedProject project, LabelDatabase store, IProgressMonitor monitor)
      throws SQLException, ProjectFormatException {
    Moment moment = project.moment();
    boolean same = new EventReader(store).last() == moment.batch();
    return same ? moment.state() : store.load(monitor);
  }
}
