// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.patchwork.ui.PageModel;

/** Size and bars of the window. Menus and tool bar come from {@code plugin.xml}. */
final class PatchworkWindowAdvisor extends WorkbenchWindowAdvisor {
  private static final Point WANTED_SIZE = new Point(1440, 900);

  PatchworkWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
    super(configurer);
  }

  @Override
  public ActionBarAdvisor createActionBarAdvisor(IActionBarConfigurer configurer) {
    return new ActionBarAdvisor(configurer);
  }

  @Override
  public void preWindowOpen() {
    IWorkbenchWindowConfigurer configurer = getWindowConfigurer();
    configurer.setTitle("Patchwork");
    configurer.setShowMenuBar(true);
    configurer.setShowCoolBar(true);
    configurer.setShowPerspectiveBar(false);
    configurer.setShowStatusLine(false); // ours is a trim control
    configurer.setShowProgressIndicator(true);
    Rectangle screen =
        configurer
            .getWorkbenchConfigurer()
            .getWorkbench()
            .getDisplay()
            .getPrimaryMonitor()
            .getClientArea();
    configurer.setInitialSize(
        new Point(Math.min(WANTED_SIZE.x, screen.width), Math.min(WANTED_SIZE.y, screen.height)));
  }

  @Override
  public void postWindowOpen() {
    IWorkbenchWindow window = getWindowConfigurer().getWindow();
    PageModel pages = window.getService(PageModel.class);
    pages.addListener(new PagesInSight(window, pages));
  }
}
