// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.project;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.WorkbenchException;
import org.osgi.service.prefs.BackingStoreException;
import org.patchwork.image.ImageLoader;
import org.patchwork.internal.rcp.LabelAndTrainPerspective;
import org.patchwork.internal.rcp.StartPerspective;
import org.patchwork.internal.rcp.ViewIds;
import org.patchwork.project.Access;
import org.patchwork.project.ProjectSession;
import org.patchwork.ui.Installed;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.PageModel;
import org.patchwork.ui.UiThread;

/**
 * Opens, makes and closes projects on behalf of the user: starts the Jobs, asks when a project is
 * locked, remembers what was opened, and shows the perspective that fits. Used on the display
 * thread.
 */
public final class ProjectLauncher {
  private final OpenProject open;
  private final PageModel page;
  private final Installed installed;
  private final RecentProjects recent;
  private volatile CompletableFuture<Void> closing = CompletableFuture.completedFuture(null);
  private volatile boolean keysWanted;

  public ProjectLauncher(
      OpenProject open, PageModel page, Installed installed, RecentProjects recent) {
    this.open = open;
    this.page = page;
    this.installed = installed;
    this.recent = recent;
  }

  /** Projects opened before. */
  public RecentProjects recent() {
    return recent;
  }

  /** Reads images as the whole workbench does. */
  public ImageLoader imageLoader() {
    return new ImageLoader(installed.readers());
  }

  /** What is installed. */
  public Installed installed() {
    return installed;
  }

  /** Opens the project in a folder; asks whether to open read-only if someone else has it open. */
  public void open(Path folder) {
    ProjectSession current = open.session();
    if (current != null && current.folder().equals(folder.toAbsolutePath().normalize())) {
      showPerspective(LabelAndTrainPerspective.ID); // it is open here
      return;
    }
    new OpenProjectJob(this, folder, Access.READ_WRITE).schedule();
  }

  void openReadOnly(Path folder) {
    new OpenProjectJob(this, folder, Access.READ_ONLY).schedule();
  }

  /** Makes a project and opens it; then its features are computed and the first page is drawn. */
  public void create(ProjectDraft draft) {
    new CreateProjectJob(this, draft).schedule();
  }

  /** Opens a sample project, and makes it first if it is not in the folder yet. */
  public void openSample(SampleChoice choice, Path folder) {
    new SampleProjectJob(this, choice, folder).schedule();
  }

  /** Where projects lie if the user names no other place. */
  public static Path projectsFolder() {
    return Path.of(System.getProperty("user.home"), "patchwork-projects");
  }

  /** Closes the open project, if there is one, and shows the start page. */
  public void close() {
    if (open.session() != null) {
      closing = open.close();
      showPerspective(StartPerspective.ID);
      UiThread.of(Display.getDefault()).deliver(closing, done -> {}, this::notClosed);
    }
  }

  /** Closes the open project and opens it again, so that everything is read anew. */
  void reopen(Path folder) {
    close();
    new OpenProjectJob(this, folder, Access.READ_WRITE).schedule();
  }

  /** The last edits could not be written, so the project is open again. */
  private void notClosed(Throwable error) {
    showPerspective(LabelAndTrainPerspective.ID);
    failed("The project is not closed. " + error.getMessage());
  }

  /** Completes when the project that was closed last has let go of its files. */
  CompletableFuture<Void> closing() {
    return closing;
  }

  /** Takes a project that is gone from the list of recent ones. */
  void forget(Path folder) {
    try {
      recent.remove(folder);
    } catch (BackingStoreException e) {
      ILog.of(ProjectLauncher.class).warn("The list of recent projects could not be saved", e);
    }
  }

  /**
   * Writes the last labels before the program ends; blocks until they are on disk.
   *
   * @return false if they cannot be written and the user wants to stay
   */
  public boolean finish() {
    try {
      open.close().join();
      return true;
    } catch (CompletionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      int answer =
          MessageDialog.open(
              MessageDialog.WARNING,
              shell(),
              "Labels are not saved",
              cause.getMessage(),
              0,
              "Stay",
              "Exit and lose them");
      return answer == 1;
    }
  }

  /** Shows the start page, whatever perspective the last session ended in. */
  public void showStart() {
    showPerspective(StartPerspective.ID);
  }

  /** Shows the page of keys beside the project that is being opened. */
  public void showKeys() {
    keysWanted = true;
  }

  /** The first key pressed belongs to the images. */
  private void focusGrid() {
    IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
    IViewPart grid = window == null ? null : window.getActivePage().findView(ViewIds.GRID);
    if (grid != null) {
      window.getActivePage().activate(grid);
    }
  }

  private void showKeysIfWanted() {
    IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
    if (!keysWanted || window == null) {
      return;
    }
    keysWanted = false;
    try {
      window.getActivePage().showView(ViewIds.HELP, null, IWorkbenchPage.VIEW_VISIBLE);
    } catch (PartInitException e) {
      Platform.getLog(ProjectLauncher.class).log(e.getStatus());
    }
  }

  /** Puts an opened session before the user. Called by the Jobs, on the display thread. */
  void opened(ProjectSession session) {
    open.open(session);
    showPerspective(LabelAndTrainPerspective.ID);
    if (session.activeFeatures() == null && session.labels().rows() > 0) {
      page.showIfEmpty("Sample a page to begin: Enter draws images of your choice.");
    }
    showKeysIfWanted();
    focusGrid();
    remember(session.folder());
    List<String> report = session.openingReport();
    if (!report.isEmpty()) {
      MessageDialog.openInformation(shell(), session.name(), String.join("\n\n", report));
    }
  }

  /** Computes features of the open project in the background, then draws a page with them. */
  public void computeFeatures(ProjectSession session, FeatureChoice choice) {
    new FirstFeaturesJob(open, installed, session, choice).schedule();
  }

  void failed(String message) {
    MessageDialog.openError(shell(), "Patchwork", message);
  }

  void locked(Path folder, String message) {
    int answer =
        MessageDialog.open(
            MessageDialog.QUESTION,
            shell(),
            "Project in use",
            message,
            0,
            "Open read-only",
            "Cancel");
    if (answer == 0) {
      openReadOnly(folder);
    }
  }

  Shell shell() {
    IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
    return window == null ? Display.getDefault().getActiveShell() : window.getShell();
  }

  private void remember(Path folder) {
    try {
      recent.add(folder);
    } catch (BackingStoreException e) {
      ILog.of(ProjectLauncher.class).warn("The list of recent projects could not be saved", e);
    }
  }

  private void showPerspective(String id) {
    IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
    IWorkbenchWindow[] windows = PlatformUI.getWorkbench().getWorkbenchWindows();
    if (window == null && windows.length > 0) {
      window = windows[0];
    }
    if (window == null) {
      return;
    }
    try {
      PlatformUI.getWorkbench().showPerspective(id, window);
    } catch (WorkbenchException e) {
      Platform.getLog(ProjectLauncher.class).log(e.getStatus());
    }
  }
}
