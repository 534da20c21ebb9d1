// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.project.Edit;
import org.patchwork.project.EditOrigin;
import org.patchwork.project.FolderMove;
import org.patchwork.project.ImageEntry;
import org.patchwork.project.NewProject;
import org.patchwork.project.ProjectSession;
import org.patchwork.project.backup.Backup;
import org.patchwork.ui.testing.EventLoop;
import org.patchwork.ui.testing.Screenshots;

/** The wizards that bring backups and moved images back, in a dialog that does not block. */
class SafetyWizardsTest {

  @TempDir Path folder;
  private Path pictures;
  private ProjectSession session;
  private Display display;
  private WizardDialog dialog;

  @BeforeEach
  void make() throws Exception {
    EventLoop.assumeDisplay();
    display = Display.getDefault();
    pictures = Files.createDirectories(folder.resolve("pictures/red")).getParent();
    Files.writeString(pictures.resolve("red/1.png"), "picture");
    session =
        ProjectSession.create(
            folder.resolve("project"),
            new NewProject("Test", pictures, "", false),
            new NullProgressMonitor());
    session.apply(
        new Edit.AddImages(List.of(new ImageEntry("red/1.png"))), new EditOrigin("", "test"));
  }

  @AfterEach
  void close() throws Exception {
    if (dialog != null) {
      dialog.close();
    }
    session.close();
  }

  private void open(Wizard wizard) {
    dialog = new WizardDialog(new Shell(display), wizard);
    dialog.setBlockOnOpen(false);
    dialog.open();
  }

  private void until(String what, BooleanSupplier condition) {
    new EventLoop(display).until(what, condition);
  }

  @Test
  void aBackupIsMadeAndChosen() {
    List<Backup> restored = new ArrayList<>();
    RestoreBackupWizard wizard = new RestoreBackupWizard(session.folder(), restored::add);
    open(wizard);
    BackupsPage page = (BackupsPage) wizard.getPages()[0];
    until(
        "it says that there is none",
        () -> String.valueOf(page.getMessage()).contains("no backup"));
    assertFalse(page.isPageComplete());
    page.makeButton().notifyListeners(SWT.Selection, new Event());
    until("there is one", () -> page.table().getItemCount() == 1);
    assertEquals("by hand", page.table().getItem(0).getText(1));
    page.table().select(0);
    page.table().notifyListeners(SWT.Selection, new Event());
    assertTrue(page.isPageComplete());
    Screenshots.take(dialog.getShell(), "restore-backup");
    assertTrue(wizard.performFinish());
    assertEquals(1, restored.size());
  }

  @Test
  void movedImagesAreFound() throws Exception {
    Path archive = Files.createDirectories(folder.resolve("archive"));
    Files.move(pictures, archive.resolve("photos"));
    List<FolderMove> applied = new ArrayList<>();
    FindImagesWizard wizard = new FindImagesWizard(session, applied::addAll);
    open(wizard);
    MissingImagesPage page = (MissingImagesPage) wizard.getPages()[0];
    until("the folder is listed", () -> page.table().getItemCount() == 1);
    assertEquals("1 of 1", page.table().getItem(0).getText(2));
    page.searchBelow(folder.resolve("nowhere"));
    until("it is refused", () -> page.getErrorMessage() != null);
    page.searchBelow(archive);
    until("it is found", () -> page.said().startsWith("Found: 1 of 1"));
    Screenshots.take(dialog.getShell(), "find-images");
    assertTrue(page.isPageComplete());
    assertTrue(wizard.performFinish());
    assertEquals(List.of(new FolderMove("", archive.resolve("photos"))), applied);
  }
}
