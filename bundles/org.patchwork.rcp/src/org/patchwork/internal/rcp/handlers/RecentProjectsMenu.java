// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.handlers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.CompoundContributionItem;
import org.patchwork.internal.rcp.project.ProjectLauncher;

/** The items of File > Open Recent. */
public final class RecentProjectsMenu extends CompoundContributionItem {
  @Override
  protected IContributionItem[] getContributionItems() {
    ProjectLauncher launcher = PlatformUI.getWorkbench().getService(ProjectLauncher.class);
    List<IContributionItem> items = new ArrayList<>();
    int number = 1;
    for (Path folder : launcher.recent().list()) {
      items.add(
          item(
              "&" + number++ + " " + folder.toString().replace("&", "&&"),
              () -> launcher.open(folder),
              true));
    }
    if (items.isEmpty()) {
      items.add(item("None yet", () -> {}, false));
    }
    return items.toArray(IContributionItem[]::new);
  }

  private static IContributionItem item(String text, Runnable task, boolean enabled) {
    Action action =
        new Action(text) {
          @Override
          public void run() {
            task.run();
          }
        };
    action.setEnabled(enabled);
    return new ActionContributionItem(action);
  }
}
