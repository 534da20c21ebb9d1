// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.patchwork.core.LabelTable;
import org.patchwork.ui.ThemeColor;
import org.patchwork.ui.ThemeColors;

/**
 * The classes as a table: key, colour and name, and a switch with three places, absent, unknown and
 * present, that shows what the selected images have. If they differ, each place that occurs is
 * marked with its number.
 */
final class ClassTable {
  static final int KEY_COLUMN = 0;
  static final int NAME_COLUMN = 1;
  static final int STATE_COLUMN = 2;

  private static final byte[] PLACES = {LabelTable.ABSENT, LabelTable.UNKNOWN, LabelTable.PRESENT};
  private static final String[] SIGNS = {"−", "?", "+"};
  private static final int PLACE_WIDTH = 28;

  /** Takes a click on a place of a switch. */
  interface Switched {
    void set(ClassStyle style, byte value);
  }

  private final Table table;
  private final LocalResourceManager images;
  private final List<ClassStyle> classes = new ArrayList<>();
  private final List<SelectionState> states = new ArrayList<>();

  ClassTable(Composite parent, Switched switched) {
    table = new Table(parent, SWT.FULL_SELECTION | SWT.SINGLE | SWT.V_SCROLL);
    images = new LocalResourceManager(JFaceResources.getResources(), table);
    column("Key", 28);
    column("Class", 120);
    column("Selected images", PLACES.length * PLACE_WIDTH + 12);
    table.setHeaderVisible(false);
    table.addListener(SWT.MeasureItem, event -> event.height = Math.max(event.height, 24));
    table.addListener(SWT.PaintItem, this::paintItem);
    table.addListener(SWT.MouseDown, event -> click(event, switched));
    table.addListener(SWT.MouseMove, this::showToolTip);
    table.addListener(SWT.Resize, event -> fitName());
  }

  Table table() {
    return table;
  }

  List<ClassStyle> classes() {
    return List.copyOf(classes);
  }

  /** The class of the row that is selected, or null. */
  ClassStyle selected() {
    int index = table.getSelectionIndex();
    return index < 0 ? null : classes.get(index);
  }

  /** Shows these classes; the row of the given class, if any, is selected. */
  void setClasses(List<ClassStyle> newClasses, String selectedId) {
    table.setRedraw(false);
    table.removeAll();
    classes.clear();
    states.clear();
    for (ClassStyle each : newClasses) {
      TableItem item = new TableItem(table, SWT.NONE);
      item.setText(KEY_COLUMN, each.keyText());
      item.setText(NAME_COLUMN, each.name());
      item.setImage(NAME_COLUMN, images.create(new Swatch(each.color()).descriptor()));
      classes.add(each);
      states.add(new SelectionState(0, 0, 0));
    }
    select(selectedId);
    table.setRedraw(true);
    fitName();
  }

  /** Selects the row of this class, or none. */
  void select(String classId) {
    for (int i = 0; i < classes.size(); i++) {
      if (classes.get(i).id().equals(classId)) {
        table.setSelection(i);
        return;
      }
    }
    table.deselectAll();
  }

  /** Shows what the selected rows have; repaints the switches that differ from before. */
  void show(LabelTable labels, int[] rows) {
    for (int i = 0; i < classes.size(); i++) {
      int index = labels == null ? -1 : labels.classIndex(classes.get(i).id());
      SelectionState state =
          index < 0 ? new SelectionState(0, 0, 0) : SelectionState.of(labels, index, rows);
      if (!state.equals(states.get(i))) {
        states.set(i, state);
        Rectangle bounds = table.getItem(i).getBounds(STATE_COLUMN);
        table.redraw(bounds.x, bounds.y, bounds.width, bounds.height, false);
      }
    }
  }

  /** What the switch of a class shows, in words. */
  String stateText(int index) {
    return states.get(index).text();
  }

  /** Middle of a place of a switch, for tests and drag targets. */
  Point place(int index, byte value) {
    Rectangle bounds = table.getItem(index).getBounds(STATE_COLUMN);
    for (int i = 0; i < PLACES.length; i++) {
      if (PLACES[i] == value) {
        return new Point(
            bounds.x + 4 + i * PLACE_WIDTH + PLACE_WIDTH / 2, bounds.y + bounds.height / 2);
      }
    }
    throw new IllegalArgumentException("No label has the value " + value);
  }

  private void column(String title, int width) {
    TableColumn column = new TableColumn(table, SWT.LEFT);
    column.setText(title);
    column.setWidth(width);
  }

  private void fitName() {
    int others = table.getColumn(KEY_COLUMN).getWidth() + table.getColumn(STATE_COLUMN).getWidth();
    table.getColumn(NAME_COLUMN).setWidth(Math.max(60, table.getClientArea().width - others));
  }

  private void click(Event event, Switched switched) {
    TableItem item = table.getItem(new Point(event.x, event.y));
    if (item == null || event.button != 1) {
      return;
    }
    int offset = event.x - item.getBounds(STATE_COLUMN).x - 4;
    if (offset >= 0 && offset < PLACES.length * PLACE_WIDTH) {
      switched.set(classes.get(table.indexOf(item)), PLACES[offset / PLACE_WIDTH]);
    }
  }

  private void showToolTip(Event event) {
    TableItem item = table.getItem(new Point(event.x, event.y));
    String text = null;
    if (item != null) {
      ClassStyle style = classes.get(table.indexOf(item));
      String state = stateText(table.indexOf(item));
      text = style.name() + (state.isEmpty() ? "" : ": " + state);
      text = style.description().isEmpty() ? text : text + "\n" + style.description();
    }
    if (!java.util.Objects.equals(text, table.getToolTipText())) {
      table.setToolTipText(text);
    }
  }

  private void paintItem(Event event) {
    if (event.index != STATE_COLUMN) {
      return;
    }
    int index = table.indexOf((TableItem) event.item);
    if (index < 0 || index >= states.size()) {
      return;
    }
    Rectangle bounds = table.getItem(index).getBounds(STATE_COLUMN);
    paintSwitch(event.gc, bounds, states.get(index), classes.get(index));
  }

  private static void paintSwitch(GC gc, Rectangle bounds, SelectionState state, ClassStyle style) {
    ThemeColors colors = ThemeColors.current();
    gc.setAntialias(SWT.ON);
    for (int i = 0; i < PLACES.length; i++) {
      int count = state.count(PLACES[i]);
      Rectangle place =
          new Rectangle(
              bounds.x + 4 + i * PLACE_WIDTH, bounds.y + 3, PLACE_WIDTH, bounds.height - 6);
      boolean all = state.all(PLACES[i]);
      boolean strong = PLACES[i] == LabelTable.PRESENT;
      gc.setForeground(colors.get(ThemeColor.TEXT));
      if (count > 0) {
        org.eclipse.swt.graphics.RGB ground = strong ? style.color() : colors.rgb(ThemeColor.MUTED);
        gc.setAlpha(all ? 255 : 110);
        gc.setBackground(new org.eclipse.swt.graphics.Color(ground));
        gc.fillRoundRectangle(place.x, place.y, place.width, place.height, 6, 6);
        gc.setAlpha(255);
        if (all) {
          gc.setForeground(
              new org.eclipse.swt.graphics.Color(org.patchwork.ui.Palette.textOn(ground)));
        }
      }
      String text = count > 0 && !all ? String.valueOf(count) : SIGNS[i];
      Point size = gc.textExtent(text);
      gc.drawText(
          text, place.x + (place.width - size.x) / 2, place.y + (place.height - size.y) / 2, true);
    }
    gc.setForeground(colors.get(ThemeColor.LINE));
    gc.setLineWidth(1);
    gc.drawRoundRectangle(
        bounds.x + 4, bounds.y + 3, PLACES.length * PLACE_WIDTH, bounds.height - 6, 6, 6);
  }
}
