// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.image.ImageLoader;
import org.patchwork.project.Edit;
import org.patchwork.project.EditOrigin;
import org.patchwork.project.ImportProblem;
import org.patchwork.project.ImportResult;
import org.patchwork.project.NewProject;
import org.patchwork.project.ProjectSession;

/**
 * Makes a project of a draft: looks at the images first, so that nothing is left on disk if there
 * are none.
 *
 * @param session the new project, open
 * @param problems what the import found, none of it fatal
 */
record ProjectCreation(ProjectSession session, List<ImportProblem> problems) {

  static ProjectCreation make(ProjectDraft draft, ImageLoader loader, IProgressMonitor monitor)
      throws ProjectFormatException {
    SubMonitor progress = SubMonitor.convert(monitor, "Making " + draft.name(), 100);
    Path root = ImageSearch.imageRoot(draft.images());
    ImportResult found =
        ImageSearch.look(
            draft.images(),
            draft.tileSize(),
            draft.classesFromImages(),
            loader,
            progress.split(80));
    if (found.images().isEmpty()) {
      throw new ProjectFormatException(
          "No images were found in " + draft.images().path() + ". Choose another folder or file.");
    }
    NewProject fresh = new NewProject(draft.name(), root, draft.annotator(), draft.exclusive());
    ProjectSession session = ProjectSession.create(draft.folder(), fresh, progress.split(5));
    try {
      session.apply(firstEdit(draft, found), new EditOrigin(draft.annotator(), EditOrigin.IMPORT));
    } catch (ProjectFormatException | RuntimeException e) {
      session.discard();
      throw e;
    }
    progress.setWorkRemaining(0);
    return new ProjectCreation(session, found.problems());
  }

  private static Edit firstEdit(ProjectDraft draft, ImportResult found) {
    Set<String> names = new LinkedHashSet<>(draft.classNames());
    if (draft.classesFromImages()) {
      names.addAll(found.classNames());
    }
    List<Edit> edits = new ArrayList<>();
    for (String name : names) {
      edits.add(new Edit.AddClass(name));
    }
    edits.add(
        draft.classesFromImages() && draft.takeLabels()
            ? found.edit("Import labels")
            : new Edit.AddImages(found.images()));
    return new Edit.Composite("Import " + found.images().size() + " images", edits);
  }
}
