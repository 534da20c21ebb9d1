// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.ColorDialog;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.patchwork.ui.Palette;

/** The menu of the Class Toggles: everything that can be done with a class. */
final class ClassMenu {
  private static final Set<ClassCommand> GROUP_STARTS =
      EnumSet.of(
          ClassCommand.MOVE_UP,
          ClassCommand.USE_AS_EXAMPLES,
          ClassCommand.COPY,
          ClassCommand.TRASH);

  private final ClassTable classes;
  private final Table table;
  private final ClassEdits edits;
  private final ClassEditing editing;
  private final ClassActions actions;
  private final LocalResourceManager images;

  ClassMenu(ClassTable classes, ClassEdits edits, ClassEditing editing, ClassActions actions) {
    this.classes = classes;
    this.table = classes.table();
    this.edits = edits;
    this.editing = editing;
    this.actions = actions;
    this.images = new LocalResourceManager(JFaceResources.getResources(), table);
  }

  Menu create() {
    Menu menu = new Menu(table);
    List<MenuItem> ofClass = new ArrayList<>();
    ofClass.add(item(menu, "Rename\tF2", editing::rename));
    ofClass.add(item(menu, "Change Key", editing::changeKey));
    MenuItem color = new MenuItem(menu, SWT.CASCADE);
    color.setText("Colour");
    color.setMenu(colorMenu(menu));
    ofClass.add(color);
    for (ClassCommand command : ClassCommand.values()) {
      if (GROUP_STARTS.contains(command)) {
        new MenuItem(menu, SWT.SEPARATOR);
      }
      MenuItem item = item(menu, command.text(), () -> command.run(actions));
      if (command.needsClass()) {
        ofClass.add(item);
      }
    }
    new MenuItem(menu, SWT.SEPARATOR);
    ofClass.add(item(menu, "Delete", editing::delete));
    menu.addListener(
        SWT.Show,
        event -> ofClass.forEach(each -> each.setEnabled(table.getSelectionIndex() >= 0)));
    return menu;
  }

  private Menu colorMenu(Menu parent) {
    Menu menu = new Menu(parent);
    for (String hex : Palette.colors()) {
      RGB rgb = Palette.rgb(hex);
      MenuItem item = item(menu, hex, () -> recolor(rgb));
      item.setImage(images.create(new Swatch(rgb).descriptor()));
    }
    new MenuItem(menu, SWT.SEPARATOR);
    item(menu, "Other…", this::chooseColor);
    return menu;
  }

  private void recolor(RGB color) {
    ClassStyle style = classes.selected();
    if (style != null) {
      edits.recolor(style, color);
    }
  }

  private void chooseColor() {
    ClassStyle style = classes.selected();
    if (style != null) {
      ColorDialog dialog = new ColorDialog(table.getShell());
      dialog.setRGB(style.color());
      RGB chosen = dialog.open();
      if (chosen != null) {
        edits.recolor(style, chosen);
      }
    }
  }

  private static MenuItem item(Menu menu, String text, Runnable action) {
    MenuItem item = new MenuItem(menu, SWT.PUSH);
    item.setText(text);
    item.addListener(SWT.Selection, event -> action.run());
    return item;
  }
}
