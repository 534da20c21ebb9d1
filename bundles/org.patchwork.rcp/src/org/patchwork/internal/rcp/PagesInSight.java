// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp;

import java.util.List;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.patchwork.ui.PageModel;

/**
 * Brings the grid into sight when images are shown while no view is open that shows them, as when
 * they were found from a perspective without a grid. The focus stays where it is.
 */
final class PagesInSight implements PageModel.Listener {
  private static final List<String> SHOWING =
      List.of(ViewIds.GRID, ViewIds.QUICK_TAG, ViewIds.QUESTION);

  private final IWorkbenchWindow window;
  private final PageModel model;

  PagesInSight(IWorkbenchWindow window, PageModel model) {
    this.window = window;
    this.model = model;
  }

  @Override
  public void pageChanged() {
    IWorkbenchPage page = window.getActivePage();
    if (page == null
        || model.page().size() == 0
        || SHOWING.stream().anyMatch(id -> visible(page, id))) {
      return;
    }
    try {
      page.showView(ViewIds.GRID, null, IWorkbenchPage.VIEW_VISIBLE);
    } catch (PartInitException e) {
      ILog.of(PagesInSight.class).error("The grid cannot be shown", e);
    }
  }

  private static boolean visible(IWorkbenchPage page, String id) {
    IViewReference view = page.findViewReference(id);
    IWorkbenchPart part = view == null ? null : view.getPart(false);
    return part != null && page.isPartVisible(part);
  }
}
