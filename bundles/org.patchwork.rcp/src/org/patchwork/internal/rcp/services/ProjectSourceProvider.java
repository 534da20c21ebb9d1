// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.services;

import java.util.Map;
import org.eclipse.ui.AbstractSourceProvider;
import org.eclipse.ui.ISources;
import org.eclipse.ui.services.IServiceLocator;
import org.patchwork.project.ProjectSession;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.OpenProjectListener;

/**
 * Tells the workbench whether a project is open, so that commands that need one are greyed out
 * while there is none: the variable {@value #PROJECT} is {@code none}, {@code readOnly} or {@code
 * open}.
 */
public final class ProjectSourceProvider extends AbstractSourceProvider
    implements OpenProjectListener {
  private static final String PROJECT = "org.patchwork.project";

  private OpenProject open;

  @Override
  public void initialize(IServiceLocator locator) {
    open = locator.getService(OpenProject.class);
    open.addListener(this);
  }

  @Override
  public void projectChanged() {
    fireSourceChanged(ISources.WORKBENCH, PROJECT, state());
  }

  @Override
  public Map<String, String> getCurrentState() {
    return Map.of(PROJECT, state());
  }

  @Override
  public String[] getProvidedSourceNames() {
    return new String[] {PROJECT};
  }

  @Override
  public void dispose() {
    open.removeListener(this);
  }

  private String state() {
    ProjectSession session = open.session();
    if (session == null) {
      return "none";
    }
    return session.readOnly() ? "readOnly" : "open";
  }
}
