// SPDX-License-Identifier: MIT
package org.patchwork.ui;

import java.util.function.BooleanSupplier;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** The content of a view, or {@link EmptyState} in its place while there is nothing to show. */
public final class EmptyStack {
  private final Composite owner;
  private final StackLayout layout = new StackLayout();
  private final EmptyState empty;

  /**
   * Lays the owner out; the content is a child of it.
   *
   * @param owner not laid out yet
   */
  public EmptyStack(Composite owner) {
    this.owner = owner;
    owner.setLayout(layout);
    empty = new EmptyState(owner);
  }

  /** What stands in place of the content. */
  public EmptyState empty() {
    return empty;
  }

  /** Shows the content, a child of the owner. */
  public void show(Control content) {
    if (layout.topControl != content) {
      layout.topControl = content;
      owner.layout();
    }
  }

  /** Shows the empty state. */
  public void showEmpty() {
    show(empty);
  }

  /** True while there is nothing to show. */
  public boolean showsEmpty() {
    return layout.topControl == empty;
  }

  /**
   * Gives the focus to what is shown; nothing happens while the window closes.
   *
   * @param content gives it to the content
   */
  public boolean setFocus(BooleanSupplier content) {
    return !empty.isDisposed() && (showsEmpty() ? empty.setFocus() : content.getAsBoolean());
  }
}
