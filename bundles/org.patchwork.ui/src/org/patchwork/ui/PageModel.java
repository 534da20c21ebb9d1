// SPDX-License-Identifier: MIT
package org.patchwork.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Widget;

/**
 * What the user looks at: the page of images, which of them are selected, the class in focus, and
 * the pages seen before. It holds row numbers only; labels stay in the project, so going back to an
 * earlier page shows the answers given there.
 *
 * <p>Used on the display thread only; listeners are called there.
 */
public final class PageModel {
  /** Told after a change; each method does nothing by default. */
  public interface Listener {
    /** Another page is shown; the selection is the first image. */
    default void pageChanged() {}

    /**
     * Other images are selected or the cursor moved.
     *
     * @param before the selection on the same page before
     */
    default void selectionChanged(PageSelection before) {}

    /** Another class, or none, is in focus. */
    default void focusClassChanged() {}
  }

  /** Less than the time between two keys of the fastest typist, more than a write to disk takes. */
  private static final int LATEST_MILLISECONDS = 12;

  private final CopyOnWriteArrayList<Listener> listeners = new CopyOnWriteArrayList<>();
  private final List<Page> history = new ArrayList<>();
  private final BitSet seen = new BitSet();
  private int place = -1;
  private Page browsed;
  private int firstInSight;
  private int endInSight;
  private PageSelection selection = PageSelection.first(0);
  private PageSelection told = selection;
  private String focusClass;
  private boolean autoAdvance = true;

  /** No page yet, for a dialog that goes before the project does. */
  public PageModel() {}

  /** No page yet; whenever another project is opened, all pages are forgotten. */
  public PageModel(OpenProject open) {
    open.addListener(
        new OpenProjectListener() {
          @Override
          public void projectChanged() {
            clear();
          }
        });
  }

  public void addListener(Listener listener) {
    listeners.addIfAbsent(listener);
  }

  /** Tells the listener as long as the widget lives. */
  public void addListener(Widget owner, Listener listener) {
    addListener(listener);
    owner.addDisposeListener(event -> removeListener(listener));
  }

  public void removeListener(Listener listener) {
    listeners.remove(listener);
  }

  /** The page on display, {@link Page#EMPTY} before the first. */
  public Page page() {
    if (browsed != null) {
      return browsed;
    }
    return place < 0 ? Page.EMPTY : history.get(place);
  }

  /** True while a whole list is shown in the place of the drawn pages. */
  public boolean browsing() {
    return browsed != null;
  }

  /**
   * Shows a new page behind those seen before. A page of the kind {@link Page.Kind#BROWSED} is
   * shown in the place of the drawn pages, until another page is asked for, and its rows do not
   * count as seen.
   */
  public void show(Page page) {
    if (page.kind() == Page.Kind.BROWSED) {
      browsed = page;
      changed();
      return;
    }
    history.removeIf(earlier -> earlier.size() == 0); // it only said why there was nothing
    history.add(page);
    for (int row : page.rows()) {
      seen.set(row);
    }
    goTo(history.size() - 1);
  }

  /** Forgets all pages, for example because images were taken away. */
  public void clear() {
    history.clear();
    seen.clear();
    focusClass = null;
    goTo(-1);
    tell(Listener::focusClassChanged);
  }

  /** Number of the page on display, from 1; 0 before the first. */
  public int pageNumber() {
    return place + 1;
  }

  /** Number of pages seen. */
  public int pageCount() {
    return history.size();
  }

  /** Shows the page before this one, if there is one; from a list, the page drawn last. */
  public void previous() {
    if (browsed != null) {
      goTo(place);
    } else if (place > 0) {
      goTo(place - 1);
    }
  }

  /**
   * Shows the page after this one.
   *
   * @return false if this is the newest page, or a list
   */
  public boolean next() {
    if (browsed != null || place + 1 >= history.size()) {
      return false;
    }
    goTo(place + 1);
    return true;
  }

  /** Shows an empty page that says why there is nothing, unless there is a page already. */
  public void showIfEmpty(String reason) {
    if (page().size() == 0) {
      show(Page.of(new int[0], "", reason));
    }
  }

  /**
   * The rows that were on a page since the project was opened or {@link #forgetSeen} was called; a
   * copy.
   */
  public BitSet seenRows() {
    return (BitSet) seen.clone();
  }

  /** Lets rows come again that were on a page before. */
  public void forgetSeen() {
    seen.clear();
  }

  public PageSelection selection() {
    return selection;
  }

  /** Changes the selection on the page. */
  public void select(PageSelection changed) {
    selection = changed;
    tellSelection();
  }

  /**
   * Changes the selection on the page now, and tells the listeners when an edit is done, or a
   * moment later if it takes long. A label that arrives while the cursor's move is being painted
   * would be seen a frame late; so the label comes first.
   */
  public void selectAfter(CompletableFuture<?> edit, PageSelection changed) {
    selection = changed;
    UiThread thread = UiThread.of(Display.getCurrent());
    edit.whenComplete((done, failed) -> thread.later(this::tellSelection));
    thread.after(LATEST_MILLISECONDS, this::tellSelection);
  }

  private void tellSelection() {
    if (told != selection) {
      PageSelection before = told;
      told = selection;
      tell(listener -> listener.selectionChanged(before));
    }
  }

  /** Rows of the selected images in page order; never empty while the page has images. */
  public int[] selectedRows() {
    int[] positions = selection.positions();
    int[] rows = page().rows();
    for (int i = 0; i < positions.length; i++) {
      positions[i] = rows[positions[i]];
    }
    return positions;
  }

  /**
   * The rows that "the page" means when it is answered as a whole, in page order; a copy. Of a list
   * that is browsed these are the ones in sight: nobody has looked at the others.
   */
  public int[] pageRows() {
    Page page = page();
    boolean drawn = page.kind() == Page.Kind.DRAWN;
    int end = Math.min(page.size(), drawn ? page.size() : endInSight);
    return Arrays.copyOfRange(page.rows(), drawn ? 0 : Math.min(firstInSight, end), end);
  }

  /** Says which places of the page are in sight: from the first up to, and without, the end. */
  void setInSight(int first, int end) {
    firstInSight = first;
    endInSight = end;
  }

  /** Row under the cursor, −1 on an empty page. */
  public int cursorRow() {
    return selection.cursor() < 0 ? -1 : page().rows()[selection.cursor()];
  }

  /**
   * Stable id of the class whose probability is shown and which the keys without a class mean, or
   * null.
   */
  public String focusClass() {
    return focusClass;
  }

  /** Puts a class in focus, or with null none. */
  public void setFocusClass(String classId) {
    if (!Objects.equals(classId, focusClass)) {
      focusClass = classId;
      tell(Listener::focusClassChanged);
    }
  }

  /** True if the cursor moves on by itself when an image is fully labelled by one key. */
  public boolean autoAdvance() {
    return autoAdvance;
  }

  public void setAutoAdvance(boolean advance) {
    this.autoAdvance = advance;
  }

  private void goTo(int newPlace) {
    place = newPlace;
    browsed = null;
    changed();
  }

  private void changed() {
    setInSight(0, 0);
    selection = PageSelection.first(page().size());
    told = selection;
    tell(Listener::pageChanged);
  }

  private void tell(Consumer<Listener> event) {
    listeners.forEach(event);
  }
}
