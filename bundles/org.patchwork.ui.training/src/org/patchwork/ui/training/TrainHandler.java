// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

/**
 * The command Train (F9): starts a run; if that is not possible, brings up the view that says why.
 */
public final class TrainHandler extends AbstractHandler {
  /** Number of models where an ensemble is wanted; without it the settings say what is trained. */
  private static final String MEMBERS = "org.patchwork.commands.train.members";

  @Override
  public Object execute(ExecutionEvent event) throws ExecutionException {
    IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
    Trainer trainer = window.getService(Trainer.class);
    String members = event.getParameter(MEMBERS);
    if (members != null) {
      trainer.useEnsemble(Integer.parseInt(members));
    }
    if (trainer.obstacle().isPresent()) {
      show(window);
    }
    trainer.train();
    return null;
  }

  private static void show(IWorkbenchWindow window) throws ExecutionException {
    try {
      window.getActivePage().showView(TrainView.ID);
    } catch (PartInitException e) {
      throw new ExecutionException("The view Train cannot be opened: " + e.getMessage(), e);
    }
  }
}
