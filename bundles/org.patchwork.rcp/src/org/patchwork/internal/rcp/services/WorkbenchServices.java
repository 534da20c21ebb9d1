// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.services;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.services.AbstractServiceFactory;
import org.eclipse.ui.services.IServiceLocator;
import org.patchwork.core.Catalog;
import org.patchwork.image.ImageReader;
import org.patchwork.internal.rcp.ViewIds;
import org.patchwork.internal.rcp.preferences.PatchworkPreferences;
import org.patchwork.internal.rcp.project.ProjectLauncher;
import org.patchwork.internal.rcp.project.RecentProjects;
import org.patchwork.project.labeling.Activity;
import org.patchwork.registry.ExtensionCatalogs;
import org.patchwork.ui.ActivityWatch;
import org.patchwork.ui.Installed;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.PageModel;

/**
 * Makes each service once, when it is first asked for, and hands the same one to every window and
 * part. Called on the display thread.
 */
public final class WorkbenchServices extends AbstractServiceFactory {
  private final Map<Class<?>, Object> made = new HashMap<>();

  @Override
  @SuppressWarnings({"rawtypes", "unchecked"}) // the platform's signature
  public Object create(Class wanted, IServiceLocator parent, IServiceLocator locator) {
    return get(wanted);
  }

  private <T> T get(Class<T> wanted) {
    Object service = made.get(wanted);
    if (service == null) {
      service = make(wanted);
      made.put(wanted, service);
    }
    return wanted.cast(service);
  }

  private Object make(Class<?> wanted) {
    if (wanted == Installed.class) {
      return installed();
    } else if (wanted == OpenProject.class) {
      return openProject();
    } else if (wanted == PageModel.class) {
      return new PageModel(get(OpenProject.class));
    } else if (wanted == ProjectLauncher.class) {
      RecentProjects recent = new RecentProjects(InstanceScope.INSTANCE.getNode(ViewIds.BUNDLE));
      return new ProjectLauncher(
          get(OpenProject.class), get(PageModel.class), get(Installed.class), recent);
    }
    throw new IllegalArgumentException("No service " + wanted.getName());
  }

  private OpenProject openProject() {
    Display display = Display.getDefault();
    Activity activity = new Activity(System::nanoTime);
    ActivityWatch.install(display, activity);
    OpenProject open = new OpenProject(display, get(Installed.class).readers(), activity);
    open.setAnnotator(PatchworkPreferences.chosenAnnotator());
    PatchworkPreferences.onAnnotatorChange(open::setAnnotator);
    return open;
  }

  private static Installed installed() {
    ExtensionCatalogs catalogs = ExtensionCatalogs.logging(Platform.getExtensionRegistry());
    Catalog<ImageReader> readers =
        catalogs.catalog("org.patchwork.image.readers", "reader", ImageReader.class);
    return new Installed(catalogs.algorithms(), readers);
  }
}
