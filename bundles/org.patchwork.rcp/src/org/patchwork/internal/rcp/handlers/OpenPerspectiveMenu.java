// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.handlers;

import org.eclipse.jface.action.IContributionItem;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.CompoundContributionItem;
import org.eclipse.ui.actions.ContributionItemFactory;

/** The platform's own list of perspectives, which is not declared as a command. */
public final class OpenPerspectiveMenu extends CompoundContributionItem {
  @Override
  protected IContributionItem[] getContributionItems() {
    IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
    return window == null
        ? new IContributionItem[0]
        : new IContributionItem[] {ContributionItemFactory.PERSPECTIVES_SHORTLIST.create(window)};
  }
}
