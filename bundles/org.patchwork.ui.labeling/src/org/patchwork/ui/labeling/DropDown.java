// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/** Menus that open below the button they belong to, by mouse and by keyboard. */
final class DropDown {
  private DropDown() {}

  /** Opens the menu; it is disposed when it is closed. */
  static void open(Control below, Menu menu) {
    menu.addListener(
        SWT.Hide,
        event -> // the item that was chosen is told after the menu is hidden
        menu.getDisplay().asyncExec(menu::dispose));
    menu.setLocation(below.toDisplay(0, below.getSize().y));
    menu.setVisible(true);
  }

  /** Adds an entry; a name may hold any character. */
  static MenuItem item(Menu menu, String text, Runnable action) {
    MenuItem item = new MenuItem(menu, SWT.PUSH);
    item.setText(text.replace("&", "&&"));
    item.addListener(SWT.Selection, event -> action.run());
    return item;
  }

  /** Adds an entry that opens another menu. */
  static Menu submenu(Menu menu, String text) {
    MenuItem item = new MenuItem(menu, SWT.CASCADE);
    item.setText(text.replace("&", "&&"));
    Menu submenu = new Menu(item);
    item.setMenu(submenu);
    return submenu;
  }

  static void separator(Menu menu) {
    new MenuItem(menu, SWT.SEPARATOR);
  }
}
