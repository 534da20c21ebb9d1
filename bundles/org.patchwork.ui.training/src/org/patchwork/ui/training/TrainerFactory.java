// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.services.AbstractServiceFactory;
import org.eclipse.ui.services.IServiceLocator;
import org.osgi.service.prefs.BackingStoreException;
import org.patchwork.learn.Algorithms;
import org.patchwork.training.TrainingService;
import org.patchwork.ui.Installed;
import org.patchwork.ui.OpenProject;

/**
 * Makes the one {@link Trainer} of the workbench when a view asks for it first; on the display
 * thread.
 */
public final class TrainerFactory extends AbstractServiceFactory {
  private static final String BUNDLE = "org.patchwork.ui.training";
  private static final String TRACKED_AT = "mlflow";

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

  private static RunTracking tracking() {
    IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode(BUNDLE);
    return new RunTracking(preferences.get(TRACKED_AT, ""), place -> keep(preferences, place));
  }

  private static void keep(IEclipsePreferences preferences, String place) {
    preferences.put(TRACKED_AT, place);
    try {
      preferences.flush();
    } catch (BackingStoreException e) {
      ILog.of(TrainerFactory.class).warn("Where runs are tracked could not be remembered", e);
    }
  }

  private static Trainer make(IServiceLocator locator) {
    OpenProject open = locator.getService(OpenProject.class);
    Installed installed = locator.getService(Installed.class);
    if (open == null || installed == null) {
      return null; // not the workbench of this product
    }
    Algorithms algorithms = installed.algorithms();
    return new Trainer(
        Display.getCurrent(), open, algorithms, new TrainingService(algorithms), tracking());
  }
}
