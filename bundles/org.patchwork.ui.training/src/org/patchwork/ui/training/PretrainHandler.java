// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

/**
 * The command Pre-train (Shift+F9): brings up the view that says how far it is, and begins a run of
 * a feature extractor unless something is in the way, which the view says.
 */
public final class PretrainHandler extends AbstractHandler {
  @Override
  public Object execute(ExecutionEvent event) throws ExecutionException {
    IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
    try {
      window.getActivePage().showView(FeatureTrainerView.ID);
    } catch (PartInitException e) {
      throw new ExecutionException("The view Feature Trainer cannot be opened: " + e, e);
    }
    window.getService(FeatureTrainer.class).train();
    return null;
  }
}
