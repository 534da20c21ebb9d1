// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.patchwork.ui.ThemeColor;
import org.patchwork.ui.ThemeColors;
import org.patchwork.ui.ThumbnailPool;
import org.patchwork.ui.ThumbnailSource;

/**
 * The classes as a table: key, colour and name, examples, and a switch with three places, absent,
 * unknown and present, that shows what the selected images have. If they differ, each place that
 * occurs is marked with its number; what follows from other labels has a dashed frame.
 */
final class ClassTable {
  static final int KEY_COLUMN = 0;
  static final int NAME_COLUMN = 1;
  static final int EXAMPLES_COLUMN = 2;
  static final int STATE_COLUMN = 3;

  /** Most examples drawn beside a class; the others are shown as a page. */
  static final int SHOWN_EXAMPLES = 3;

  private static final SelectionState NONE = new SelectionState(0, 0, 0);
  private static final long POOL_BYTES = 8L << 20;
  private static final int ROW_HEIGHT = 24;
  private static final int EXAMPLE = 28;
  private static final int NAME_ROOM = 80;
  private static final int SWATCH_ROOM = 32;
  private static final int GAP = 2;

  /** Takes a click on a place of a switch. */
  interface Switched {
    void set(ClassStyle style, byte value);
  }

  private final Table table;
  private final LocalResourceManager images;
  private final ThumbnailPool pool;
  private final List<ClassRow> classes = new ArrayList<>();
  private final List<SelectionState> states = new ArrayList<>();
  private final List<SelectionState> implied = new ArrayList<>();
  private int examples;

  ClassTable(Composite parent, Switched switched) {
    table = new Table(parent, SWT.FULL_SELECTION | SWT.SINGLE | SWT.V_SCROLL);
    images = new LocalResourceManager(JFaceResources.getResources(), table);
    pool = new ThumbnailPool(table, POOL_BYTES, row -> redrawExamples());
    column("Key", 28);
    column("Class", 120);
    column("Examples", 0);
    column("Selected images", SwitchPainter.PLACES.length * SwitchPainter.PLACE_WIDTH + 12);
    table.setHeaderVisible(false);
    table.addListener(SWT.MeasureItem, this::measureItem);
    table.addListener(SWT.PaintItem, this::paintItem);
    table.addListener(SWT.MouseDown, event -> click(event, switched));
    table.addListener(SWT.MouseMove, this::showToolTip);
    table.addListener(SWT.Resize, event -> fitColumns());
  }

  Table table() {
    return table;
  }

  List<ClassStyle> classes() {
    return classes.stream().map(ClassRow::style).toList();
  }

  List<ClassRow> rows() {
    return List.copyOf(classes);
  }

  /** The class of the row that is selected, or null. */
  ClassStyle selected() {
    ClassRow row = selectedRow();
    return row == null ? null : row.style();
  }

  /** What there is to know about the class of the row that is selected, or null. */
  ClassRow selectedRow() {
    int index = table.getSelectionIndex();
    return index < 0 ? null : classes.get(index);
  }

  /** Takes the pictures of the examples from here, or with null shows none. */
  void setThumbnails(ThumbnailSource source) {
    pool.setSource(source);
    table.redraw();
  }

  /** Shows these classes; the row of the given class, if any, is selected. */
  void setClasses(List<ClassRow> newClasses, String selectedId) {
    table.setRedraw(false);
    classes.clear();
    states.clear();
    implied.clear();
    examples = 0;
    for (ClassRow each : newClasses) {
      examples = Math.max(examples, Math.min(SHOWN_EXAMPLES, each.examples().size()));
    }
    table.removeAll();
    for (ClassRow each : newClasses) {
      classes.add(each);
      states.add(NONE);
      implied.add(NONE);
      TableItem item = new TableItem(table, SWT.NONE);
      item.setText(KEY_COLUMN, each.style().keyText());
      item.setText(NAME_COLUMN, each.style().name());
      item.setImage(NAME_COLUMN, images.create(new Swatch(each.style().color()).descriptor()));
    }
    select(selectedId);
    table.setRedraw(true);
    fitColumns();
  }

  /** Selects the row of this class, or none. */
  void select(String classId) {
    for (int i = 0; i < classes.size(); i++) {
      if (classes.get(i).style().id().equals(classId)) {
        table.setSelection(i);
        return;
      }
    }
    table.deselectAll();
  }

  /**
   * Shows what the selected images have of each class, and what follows from that; repaints the
   * switches that differ from before.
   */
  void show(Map<String, SelectionState> selected, ImpliedOffer offer) {
    for (int i = 0; i < classes.size(); i++) {
      String id = classes.get(i).style().id();
      SelectionState state = selected.getOrDefault(id, NONE);
      SelectionState follows = offer.implied().getOrDefault(id, NONE);
      if (!state.equals(states.get(i)) || !follows.equals(implied.get(i))) {
        states.set(i, state);
        implied.set(i, follows);
        Rectangle bounds = table.getItem(i).getBounds(STATE_COLUMN);
        table.redraw(bounds.x, bounds.y, bounds.width, bounds.height, false);
      }
    }
  }

  /** What the switch of a class shows, in words. */
  String stateText(int index) {
    return states.get(index).text();
  }

  /** What follows for a class and is not set, in words; empty if nothing. */
  String impliedText(int index) {
    return implied.get(index).text();
  }

  /** Middle of a place of a switch, for tests and drag targets. */
  Point place(int index, byte value) {
    Rectangle bounds = table.getItem(index).getBounds(STATE_COLUMN);
    for (int i = 0; i < SwitchPainter.PLACES.length; i++) {
      if (SwitchPainter.PLACES[i] == value) {
        Rectangle place = SwitchPainter.place(bounds, i);
        return new Point(place.x + place.width / 2, place.y + place.height / 2);
      }
    }
    throw new IllegalArgumentException("No label has the value " + value);
  }

  /** Number of the row at this place, or −1. */
  int indexAt(int x, int y) {
    TableItem item = table.getItem(new Point(x, y));
    return item == null ? -1 : table.indexOf(item);
  }

  /** True if a place at this distance from the left is among the examples. */
  boolean amongExamples(int x) {
    int left = table.getColumn(KEY_COLUMN).getWidth() + table.getColumn(NAME_COLUMN).getWidth();
    return x >= left && x < left + table.getColumn(EXAMPLES_COLUMN).getWidth();
  }

  private void column(String title, int width) {
    TableColumn column = new TableColumn(table, SWT.LEFT);
    column.setText(title);
    column.setWidth(width);
  }

  /** Names come first: where there is little room, fewer examples are drawn, but always one. */
  private void fitColumns() {
    int fixed = table.getColumn(KEY_COLUMN).getWidth() + table.getColumn(STATE_COLUMN).getWidth();
    int room = table.getClientArea().width - fixed;
    int fitting = Math.clamp((room - nameRoom()) / (EXAMPLE + GAP), 1, SHOWN_EXAMPLES);
    int width = examples == 0 ? 0 : Math.min(examples, fitting) * (EXAMPLE + GAP) + GAP;
    table.getColumn(EXAMPLES_COLUMN).setWidth(width);
    table.getColumn(NAME_COLUMN).setWidth(Math.max(60, room - width));
  }

  private int nameRoom() {
    GC gc = new GC(table);
    try {
      int widest =
          classes.stream().mapToInt(each -> gc.textExtent(each.style().name()).x).max().orElse(0);
      return Math.clamp(widest + SWATCH_ROOM, NAME_ROOM, 2 * NAME_ROOM);
    } finally {
      gc.dispose();
    }
  }

  private void measureItem(Event event) {
    event.height = Math.max(event.height, examples == 0 ? ROW_HEIGHT : EXAMPLE + 2 * GAP);
  }

  private void click(Event event, Switched switched) {
    int index = indexAt(event.x, event.y);
    if (index < 0 || event.button != 1) {
      return;
    }
    int place = SwitchPainter.placeAt(event.x - table.getItem(index).getBounds(STATE_COLUMN).x);
    if (place >= 0) {
      switched.set(classes.get(index).style(), SwitchPainter.PLACES[place]);
    }
  }

  private void showToolTip(Event event) {
    int index = indexAt(event.x, event.y);
    String text = null;
    if (index >= 0) {
      ClassRow row = classes.get(index);
      String state = stateText(index);
      text = row.style().name() + (state.isEmpty() ? "" : ": " + state);
      text += impliedText(index).isEmpty() ? "" : ", implied: " + impliedText(index);
      text += row.remarks().isEmpty() ? "" : "\n" + row.remarks();
    }
    if (!Objects.equals(text, table.getToolTipText())) {
      table.setToolTipText(text);
    }
  }

  private void paintItem(Event event) {
    int index = table.indexOf((TableItem) event.item);
    if (index < 0 || index >= classes.size()) {
      return;
    }
    Rectangle cell = table.getItem(index).getBounds(event.index);
    Rectangle bounds = new Rectangle(cell.x, event.y, cell.width, event.height); // whole row
    if (event.index == NAME_COLUMN) {
      paintRelations(event.gc, bounds, classes.get(index));
    } else if (event.index == EXAMPLES_COLUMN) {
      paintExamples(event.gc, bounds, classes.get(index).examples());
    } else if (event.index == STATE_COLUMN) {
      SwitchPainter.paint(
          event.gc,
          bounds,
          states.get(index),
          implied.get(index),
          classes.get(index).style().color());
    }
  }

  /** Behind the name, where it does not hide that. */
  private void paintRelations(GC gc, Rectangle bounds, ClassRow row) {
    String text = row.relations();
    int left = SWATCH_ROOM + gc.textExtent(row.style().name()).x;
    Point size = gc.textExtent(text);
    if (!text.isEmpty() && left + size.x <= bounds.width - GAP) {
      boolean selected = table.getSelectionIndex() >= 0 && selectedRow() == row;
      gc.setForeground(
          selected
              ? table.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION_TEXT)
              : ThemeColors.current().get(ThemeColor.MUTED));
      gc.drawText(
          text,
          bounds.x + bounds.width - size.x - GAP,
          bounds.y + (bounds.height - size.y) / 2,
          true);
    }
  }

  private void paintExamples(GC gc, Rectangle bounds, List<Integer> rows) {
    int fitting = (bounds.width - GAP) / (EXAMPLE + GAP);
    for (int i = 0; i < Math.min(fitting, rows.size()); i++) {
      Image image = pool.get(rows.get(i), EXAMPLE);
      if (image != null) {
        Rectangle size = image.getBounds();
        int x = bounds.x + GAP + i * (EXAMPLE + GAP);
        gc.drawImage(
            image, x + (EXAMPLE - size.width) / 2, bounds.y + (bounds.height - size.height) / 2);
      }
    }
  }

  private void redrawExamples() {
    if (!table.isDisposed()) {
      table.redraw();
    }
  }
}
