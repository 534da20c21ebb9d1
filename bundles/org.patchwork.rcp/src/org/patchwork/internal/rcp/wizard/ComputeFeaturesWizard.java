// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.wizard;

import org.eclipse.jface.wizard.Wizard;
import org.patchwork.internal.rcp.project.ProjectLauncher;
import org.patchwork.project.ProjectSession;

/** Asks for features of an open project, on the same page as the New Project wizard does. */
public final class ComputeFeaturesWizard extends Wizard {
  private final ProjectLauncher launcher;
  private final ProjectSession session;
  private final FeaturesPage features;

  public ComputeFeaturesWizard(ProjectLauncher launcher, ProjectSession session) {
    this.launcher = launcher;
    this.session = session;
    this.features = new FeaturesPage(launcher.installed().algorithms().featureExtractors());
    setWindowTitle("Compute features");
  }

  @Override
  public void addPages() {
    addPage(features);
  }

  @Override
  public boolean performFinish() {
    launcher.computeFeatures(session, features.choice());
    return true;
  }
}
