// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.swt.widgets.Control;
import org.patchwork.core.RowFilter;
import org.patchwork.learn.FilterText;
import org.patchwork.model.LabelClass;
import org.patchwork.project.ProjectSession;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.OpenProjectListener;
import org.patchwork.ui.Page;
import org.patchwork.ui.PageModel;
import org.patchwork.ui.UiThread;

/**
 * Shows all images that the filter of the sampling strip lets through, in the place of the drawn
 * page. The list is made off the display thread; asking again ends the work that is under way. It
 * is made anew when the filter, or what it is ordered by, changes, and stays as it is while its
 * images are labelled: nothing moves under the hand.
 */
final class Browser {
  private final OpenProject open;
  private final PageModel page;
  private final Supplier<RowFilter> filter;
  private final UiThread thread;
  private Consumer<String> refused = message -> {};
  private BrowseOrder order = BrowseOrder.LISTED;
  private BrowseJob running;
  private int requests;

  /**
   * A browser that lives as long as its owner.
   *
   * @param filter which images are listed
   */
  Browser(Control owner, OpenProject open, PageModel page, Supplier<RowFilter> filter) {
    this.open = open;
    this.page = page;
    this.filter = filter;
    this.thread = UiThread.of(owner);
    open.addListener(owner, new ProjectEvents());
    page.addListener(owner, new PageEvents());
    owner.addDisposeListener(event -> cancel());
  }

  /** Told in a sentence why a list cannot be made. */
  void onRefused(Consumer<String> listener) {
    refused = listener;
  }

  /** The order of the list on display, or of the next one. */
  BrowseOrder order() {
    return order;
  }

  /** Shows all images in this order; the image under the cursor stays under it if it is listed. */
  void browse(BrowseOrder wanted) {
    ProjectSession session = open.session();
    if (session == null) {
      return;
    }
    cancel();
    String classId = page.focusClass();
    String problem = problem(wanted, session, classId);
    if (problem != null) {
      refused.accept(problem);
      return;
    }
    order = wanted;
    int request = requests;
    running =
        new BrowseJob(
            filter.get(),
            wanted.of(classId),
            description(wanted, session),
            session.labels(),
            session.predictions(),
            found -> thread.later(() -> take(request, found)));
    running.schedule();
  }

  /** Shows all images, or the drawn page again. */
  void toggle() {
    if (page.browsing()) {
      leave();
    } else {
      browse(order);
    }
  }

  /** Shows the drawn page again. */
  void leave() {
    cancel();
    if (page.browsing()) {
      page.previous();
    }
  }

  /** Makes the list anew, if one is shown, because the filter is another one. */
  void refresh() {
    if (page.browsing()) {
      browse(order);
    }
  }

  private static String problem(BrowseOrder wanted, ProjectSession session, String classId) {
    if (wanted.needsClass() && classId == null) {
      return "Choose the class first: press ] until its name is under the images.";
    }
    return wanted.of(classId).problem(session.predictions());
  }

  private String description(BrowseOrder wanted, ProjectSession session) {
    FilterText text = new FilterText(id -> className(session, id));
    String conditions = text.phrase(filter.get());
    String about = wanted.usesPredictions() ? className(session, page.focusClass()) : null;
    return (conditions.isEmpty() ? "all images" : "all images that " + conditions)
        + ", "
        + wanted.phrase()
        + (about == null ? "" : " (" + about + ")");
  }

  private static String className(ProjectSession session, String classId) {
    return session.classes().stream()
        .filter(each -> each.getId().equals(classId))
        .map(LabelClass::getName)
        .findFirst()
        .orElse(null);
  }

  private void take(int request, Page found) {
    if (request != requests) {
      return; // another list was asked for meanwhile, or another project opened
    }
    running = null;
    int row = page.cursorRow();
    page.show(found);
    int place = found.positionOf(row);
    if (place > 0) {
      page.select(page.selection().at(place));
    }
  }

  private void cancel() {
    requests++;
    if (running != null) {
      running.cancel();
      running = null;
    }
  }

  /** A list by probabilities follows the model. */
  private final class ProjectEvents implements OpenProjectListener {
    @Override
    public void projectChanged() {
      cancel();
    }

    @Override
    public void predictionsChanged() {
      if (order.usesPredictions()) {
        refresh();
      }
    }
  }

  /** A list by probabilities of a class follows the class in focus. */
  private final class PageEvents implements PageModel.Listener {
    @Override
    public void focusClassChanged() {
      if (order.usesPredictions() && page.focusClass() != null) {
        refresh();
      }
    }
  }
}
