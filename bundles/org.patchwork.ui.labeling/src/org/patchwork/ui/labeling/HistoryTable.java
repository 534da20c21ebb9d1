// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.patchwork.project.ProjectEvent;
import org.patchwork.ui.ThemeColor;
import org.patchwork.ui.ThemeColors;

/**
 * The events that have been read so far, newest first. A last line stands for the older ones; they
 * are asked for when it comes into sight.
 */
final class HistoryTable {
  private static final String[] TITLES = {"Event", "Time", "Who", "What", "Labels", "From"};
  private static final int[] WIDTHS = {64, 150, 90, 220, 70, 110};
  private static final int WHAT = 3;

  private final Table table;
  private final Runnable older;
  private List<ProjectEvent> events = List.of();
  private boolean more;

  HistoryTable(Composite parent, Runnable older) {
    this.older = older;
    table = new Table(parent, SWT.FULL_SELECTION | SWT.VIRTUAL | SWT.SINGLE | SWT.BORDER);
    table.setHeaderVisible(true);
    for (int i = 0; i < TITLES.length; i++) {
      TableColumn column = new TableColumn(table, i == 0 || i == 4 ? SWT.RIGHT : SWT.LEFT);
      column.setText(TITLES[i]);
      column.setWidth(WIDTHS[i]);
    }
    table.addListener(SWT.Resize, event -> fitColumns());
    table.addListener(SWT.SetData, event -> fill((TableItem) event.item, event.index));
  }

  /** The description gets the room that the others leave. */
  private void fitColumns() {
    int others = Arrays.stream(WIDTHS).sum() - WIDTHS[WHAT];
    int rest = table.getClientArea().width - others;
    table.getColumn(WHAT).setWidth(Math.max(WIDTHS[WHAT], rest));
  }

  Table control() {
    return table;
  }

  List<ProjectEvent> events() {
    return events;
  }

  ProjectEvent selected() {
    int index = table.getSelectionIndex();
    return index < 0 || index >= events.size() ? null : events.get(index);
  }

  /** Shows events; the selected one stays selected. */
  void show(List<ProjectEvent> shown, boolean moreThanThese) {
    ProjectEvent chosen = selected();
    events = new ArrayList<>(shown);
    more = moreThanThese;
    table.setItemCount(events.size() + (more ? 1 : 0));
    table.clearAll();
    table.deselectAll();
    for (int i = 0; chosen != null && i < events.size(); i++) {
      if (events.get(i).batch() == chosen.batch()) {
        table.select(i);
      }
    }
  }

  private void fill(TableItem item, int index) {
    if (index >= events.size()) {
      item.setText(WHAT, "Reading older events …");
      older.run();
      return;
    }
    ProjectEvent event = events.get(index);
    item.setText(
        new String[] {
          Long.toString(event.batch()),
          HistoryText.time(event),
          event.annotator(),
          HistoryText.what(event),
          event.cells() == 0 ? "" : String.format(Locale.ENGLISH, "%,d", event.cells()),
          event.source()
        });
    Color faded = ThemeColors.current().get(ThemeColor.MUTED);
    item.setForeground(HistoryText.faded(event) ? faded : null);
  }
}
