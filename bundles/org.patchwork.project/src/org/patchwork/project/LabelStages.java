// SPDX-License-Identifier: MIT
package org.patchwork.project;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.LabelTable;
import org.patchwork.core.ProjectFormatException;

/**
 * How the labels of a project came about: today's labels, without those that had not been given
 * yet, at a few moments of its history.
 */
public final class LabelStages {
  private static final int PAGE = 1000;
  private static final int LOOK_WORK = 10;
  private static final double MOST_FACTOR = 100; // between the first moment and the present

  private LabelStages() {}

  /**
   * The labels at some moments, spread so that each has the same factor more changed cells than the
   * one before. A label that was changed since counts with the value it has now, from when it was
   * first known; images held out have all their labels at every moment. Reads the disk on the
   * caller's thread: the longer the history, the longer.
   *
   * @param count number of moments wanted, the present included; fewer if there are fewer edits
   * @return the earliest first, the present last; one moment only if all labels came at once
   */
  public static List<LabelTable> of(ProjectSession session, int count, IProgressMonitor monitor)
      throws ProjectFormatException {
    SubMonitor progress = SubMonitor.convert(monitor, "Reading the history", LOOK_WORK * count);
    LabelTable now = session.labels();
    List<LabelTable> stages = new ArrayList<>();
    int last = 0;
    for (long batch : moments(session.events(), count)) {
      try (ProjectSession past = session.events().lookBack(batch, progress.split(LOOK_WORK))) {
        LabelTable stage = known(now, past.labels());
        if (knownRows(stage) > last) {
          last = knownRows(stage);
          stages.add(stage);
        }
      }
    }
    if (!stages.isEmpty() && last == knownRows(now)) {
      stages.removeLast();
    }
    stages.add(now);
    return stages;
  }

  /** Numbers of events, ascending, without the last. */
  private static long[] moments(EventHistory history, int count) throws ProjectFormatException {
    List<ProjectEvent> events = new ArrayList<>();
    long before = Long.MAX_VALUE;
    List<ProjectEvent> page;
    do {
      page = history.page(EventFilter.ALL, before, PAGE);
      page.stream().filter(event -> event.cells() > 0).forEach(events::add);
      before = page.isEmpty() ? before : page.getLast().batch();
    } while (page.size() == PAGE);
    return spread(events.reversed(), count);
  }

  private static long[] spread(List<ProjectEvent> events, int count) {
    double total = events.stream().mapToLong(ProjectEvent::cells).sum();
    double first = events.isEmpty() ? 1 : Math.max(events.getFirst().cells(), total / MOST_FACTOR);
    TreeSet<Long> moments = new TreeSet<>();
    for (int i = 0; i < count - 1; i++) {
      double wanted = first * Math.pow(total / first, (double) i / (count - 1));
      double sum = 0;
      for (ProjectEvent event : events) {
        sum += event.cells();
        if (sum >= wanted) {
          moments.add(event.batch());
          break;
        }
      }
    }
    return moments.stream().mapToLong(Long::longValue).toArray();
  }

  /** Today's labels where the past knew some label of the cell. */
  private static LabelTable known(LabelTable now, LabelTable past) {
    LabelTable known = now;
    for (int c = 0; c < now.classes(); c++) {
      int old = past.classIndex(now.classIds().get(c));
      int[] hidden = new int[now.rows()];
      int count = 0;
      for (int row = 0; row < now.rows(); row++) {
        boolean then =
            old >= 0
                && row < past.rows()
                && past.label(row, old) != LabelTable.UNKNOWN
                && past.path(row).equals(now.path(row));
        if (!then && now.label(row, c) != LabelTable.UNKNOWN && !now.validation(row)) {
          hidden[count++] = row;
        }
      }
      byte[] unknown = new byte[count];
      Arrays.fill(unknown, LabelTable.UNKNOWN);
      known = known.withLabels(c, Arrays.copyOf(hidden, count), unknown);
    }
    return known;
  }

  /** Rows to train on that have a label. */
  private static int knownRows(LabelTable labels) {
    int count = 0;
    for (int row = 0; row < labels.rows(); row++) {
      boolean counts = !labels.excluded(row) && !labels.validation(row);
      count += counts && labels.status(row) != LabelTable.Status.UNLABELED ? 1 : 0;
    }
    return count;
  }
}
