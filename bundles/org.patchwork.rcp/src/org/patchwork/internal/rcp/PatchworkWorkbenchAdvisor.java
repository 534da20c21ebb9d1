// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.dialogs.TrayDialog;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.patchwork.internal.rcp.preferences.PatchworkPreferences;
import org.patchwork.internal.rcp.project.ProjectLauncher;
import org.patchwork.internal.rcp.project.SampleChoice;
import org.patchwork.ui.WheelGuard;

/** Settings of the whole workbench, and what happens when it has opened and before it closes. */
final class PatchworkWorkbenchAdvisor extends WorkbenchAdvisor {
  private final LaunchArguments launch;

  PatchworkWorkbenchAdvisor(LaunchArguments launch) {
    this.launch = launch;
  }

  @Override
  public void initialize(IWorkbenchConfigurer configurer) {
    super.initialize(configurer);
    configurer.setSaveAndRestore(true);
    TrayDialog.setDialogHelpAvailable(false);
    WheelGuard.install(configurer.getWorkbench().getDisplay());
  }

  @Override
  public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(
      IWorkbenchWindowConfigurer configurer) {
    return new PatchworkWindowAdvisor(configurer);
  }

  @Override
  public String getInitialWindowPerspectiveId() {
    return StartPerspective.ID;
  }

  @Override
  public void postStartup() {
    ProjectLauncher launcher = PlatformUI.getWorkbench().getService(ProjectLauncher.class);
    boolean reopen =
        InstanceScope.INSTANCE
            .getNode(ViewIds.BUNDLE)
            .getBoolean(PatchworkPreferences.REOPEN, false);
    if (launch.demo()) {
      SampleChoice sample = launch.full() ? SampleChoice.FULL : SampleChoice.SHIPPED;
      launcher.openSample(sample, launch.demoFolder().orElseGet(sample::usualFolder));
      launcher.showKeys();
    } else if (launch.project().isPresent()) {
      launcher.open(launch.project().get());
    } else if (reopen && !launcher.recent().list().isEmpty()) {
      launcher.open(launcher.recent().list().get(0));
    } else {
      launcher.showStart();
    }
  }

  @Override
  public boolean preShutdown() {
    return PlatformUI.getWorkbench().getService(ProjectLauncher.class).finish();
  }

  @Override
  public String getMainPreferencePageId() {
    return "org.patchwork.rcp.preferences";
  }
}
