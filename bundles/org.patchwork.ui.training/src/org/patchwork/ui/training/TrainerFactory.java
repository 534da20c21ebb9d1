// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.services.AbstractServiceFactory;
import org.eclipse.ui.services.IServiceLocator;
import org.patchwork.learn.Algorithms;
import org.patchwork.training.TrainingService;
import org.patchwork.ui.Installed;
import org.patchwork.ui.OpenProject;

/**
 * Makes the one {@link Trainer} of the workbench when a view asks for it first; on the display
 * thread.
 */
public final class TrainerFactory extends AbstractServiceFactory {
  private Trainer trainer;

  @Override
  @SuppressWarnings("rawtypes") // the platform's own signature
  public Object create(
      Class serviceInterface, IServiceLocator parentLocator, IServiceLocator locator) {
    if (trainer == null) {
      trainer = make(locator);
    }
    return trainer;
  }

  private static Trainer make(IServiceLocator locator) {
    OpenProject open = locator.getService(OpenProject.class);
    Installed installed = locator.getService(Installed.class);
    if (open == null || installed == null) {
      return null; // not the workbench of this product
    }
    Algorithms algorithms = installed.algorithms();
    return new Trainer(Display.getCurrent(), open, algorithms, new TrainingService(algorithms));
  }
}
