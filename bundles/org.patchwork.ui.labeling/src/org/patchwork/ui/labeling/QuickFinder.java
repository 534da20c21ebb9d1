// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.patchwork.ui.UiThread;

/**
 * A field over the grid in which one types until the thing meant stands first, then presses Enter.
 * Arrows choose another one, Esc or a click elsewhere closes. What is found comes from a search
 * that may run on any thread; answers to what is no longer typed are dropped.
 *
 * @param <T> what is found
 */
final class QuickFinder<T> {
  private static final int WIDTH = 420;
  private static final int LINES = 8;

  /** One proposal. */
  record Hit<T>(String text, T value) {}

  /** What was found, and what to say where nothing was. */
  record Answer<T>(List<Hit<T>> hits, String nothing) {}

  private final Control owner;
  private final Function<String, CompletableFuture<Answer<T>>> search;
  private final ObjIntConsumer<T> chosen;
  private final UiThread thread;
  private final Shell shell;
  private final Text field;
  private final Table table;
  private final Label hint;
  private final String hintText;
  private List<Hit<T>> hits = List.of();
  private CompletableFuture<Answer<T>> running;

  /**
   * A finder; {@link #open} shows it.
   *
   * @param owner gets the focus back
   * @param message what to type
   * @param hintText what the keys do
   * @param search finds what is typed; cancelled when something else is typed
   * @param chosen takes what was chosen, and the modifier keys held down
   */
  QuickFinder(
      Control owner,
      String message,
      String hintText,
      Function<String, CompletableFuture<Answer<T>>> search,
      ObjIntConsumer<T> chosen) {
    this.owner = owner;
    this.search = search;
    this.chosen = chosen;
    this.hintText = hintText;
    shell = new Shell(owner.getShell(), SWT.TOOL | SWT.NO_TRIM | SWT.BORDER);
    this.thread = UiThread.of(shell);
    GridLayout layout = new GridLayout();
    layout.verticalSpacing = 4;
    shell.setLayout(layout);
    field = new Text(shell, SWT.SINGLE | SWT.BORDER);
    field.setMessage(message);
    field.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    table = new Table(shell, SWT.SINGLE | SWT.FULL_SELECTION);
    GridData fill = new GridData(SWT.FILL, SWT.FILL, true, true);
    fill.heightHint = LINES * table.getItemHeight();
    table.setLayoutData(fill);
    hint = new Label(shell, SWT.WRAP);
    hint.setText(hintText);
    hint.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    field.addListener(SWT.Modify, event -> find());
    field.addListener(SWT.KeyDown, this::keyDown);
    table.addListener(SWT.MouseUp, event -> choose(event.stateMask));
    shell.addListener(SWT.Deactivate, event -> close());
    shell.addListener(SWT.Traverse, this::traverse);
  }

  /** Shows the finder at the top of its owner and lists what is found before anything is typed. */
  void open() {
    Point at = owner.toDisplay(0, 0);
    int width = owner.getSize().x;
    Point size = shell.computeSize(WIDTH, SWT.DEFAULT);
    shell.setBounds(at.x + (width - size.x) / 2, at.y + 24, size.x, size.y);
    shell.open();
    field.setFocus();
    find();
  }

  boolean isOpen() {
    return !shell.isDisposed();
  }

  Text field() {
    return field;
  }

  /** What is proposed at the moment, the first line first. */
  List<String> proposals() {
    return hits.stream().map(Hit::text).toList();
  }

  private void find() {
    if (running != null) {
      running.cancel(false);
    }
    CompletableFuture<Answer<T>> asked = search.apply(field.getText().strip());
    running = asked;
    thread.deliver(
        asked,
        answer -> take(asked, answer),
        error -> {
          if (running == asked && !asked.isCancelled()) {
            hint.setText("The search failed: " + error);
          }
        });
  }

  private void take(CompletableFuture<Answer<T>> asked, Answer<T> answer) {
    if (running != asked) {
      return;
    }
    hits = answer.hits();
    table.setRedraw(false);
    table.removeAll();
    for (Hit<T> hit : hits) {
      new TableItem(table, SWT.NONE).setText(hit.text());
    }
    table.setSelection(0);
    table.setRedraw(true);
    hint.setText(hits.isEmpty() ? answer.nothing() : hintText);
  }

  private void keyDown(Event event) {
    if (event.keyCode == SWT.ARROW_DOWN || event.keyCode == SWT.ARROW_UP) {
      int step = event.keyCode == SWT.ARROW_DOWN ? 1 : -1;
      table.setSelection(Math.clamp(table.getSelectionIndex() + step, 0, table.getItemCount()));
      table.showSelection();
      event.doit = false;
    } else if (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR) {
      event.doit = false;
      choose(event.stateMask);
    }
  }

  private void traverse(Event event) {
    if (event.detail == SWT.TRAVERSE_ESCAPE) {
      event.doit = false;
      close();
    }
  }

  private void choose(int stateMask) {
    int index = table.getSelectionIndex();
    if (index >= 0 && index < hits.size()) {
      T value = hits.get(index).value();
      close();
      chosen.accept(value, stateMask);
    }
  }

  private void close() {
    if (shell.isDisposed()) {
      return;
    }
    if (running != null) {
      running.cancel(false);
    }
    shell.dispose();
    if (!owner.isDisposed()) {
      owner.setFocus();
    }
  }
}
