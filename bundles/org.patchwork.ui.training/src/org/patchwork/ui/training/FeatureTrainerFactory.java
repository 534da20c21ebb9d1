// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.time.InstantSource;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.services.AbstractServiceFactory;
import org.eclipse.ui.services.IServiceLocator;
import org.patchwork.ui.Installed;
import org.patchwork.ui.OpenProject;

/**
 * Makes the one {@link FeatureTrainer} of the workbench when a view asks for it first; on the
 * display thread.
 */
public final class FeatureTrainerFactory extends AbstractServiceFactory {
  private FeatureTrainer trainer;

  @Override
  @SuppressWarnings("rawtypes") // the platform's own signature
  public Object create(
      Class serviceInterface, IServiceLocator parentLocator, IServiceLocator locator) {
    if (trainer == null) {
      trainer = make(locator);
    }
    return trainer;
  }

  private static FeatureTrainer make(IServiceLocator locator) {
    OpenProject open = locator.getService(OpenProject.class);
    Installed installed = locator.getService(Installed.class);
    return open == null || installed == null
        ? null // not the workbench of this product
        : new FeatureTrainer(
            Display.getCurrent(), open, installed.algorithms(), InstantSource.system());
  }
}
