// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.wizard;

import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jface.wizard.Wizard;
import org.patchwork.project.FolderMove;
import org.patchwork.project.MovedImages;
import org.patchwork.project.ProjectSession;

/** Shows which images are missing, and lets the user say where they are now. */
public final class FindImagesWizard extends Wizard {
  private final Consumer<List<FolderMove>> apply;
  private final MissingImagesPage page;

  /**
   * A wizard.
   *
   * @param apply makes the moves
   */
  public FindImagesWizard(ProjectSession session, Consumer<List<FolderMove>> apply) {
    this.apply = apply;
    this.page = new MissingImagesPage(new MovedImages(session));
    setWindowTitle("Find moved images");
  }

  @Override
  public void addPages() {
    addPage(page);
  }

  @Override
  public boolean performFinish() {
    apply.accept(page.moves());
    return true;
  }
}
