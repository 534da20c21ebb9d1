// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.user;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PatchworkException;
import org.patchwork.learn.Draw;
import org.patchwork.learn.DrawService;
import org.patchwork.learn.Selection;
import org.patchwork.project.Edit;

/**
 * Page mode: pages by the default policy, labelled one image after the other. Where classes exclude
 * each other the key of the class answers the image and moves on. Where they do not, each present
 * class is a key, an arrow moves on, and Shift+R says at the end that all the rest is absent.
 */
final class PageUser implements UserMode {
  private static final String SAMPLER = "default";

  private final int size;
  private int pages;

  PageUser(int size) {
    this.size = size;
  }

  @Override
  public String name() {
    return "page";
  }

  @Override
  public boolean step(SimulatedProject project, Effort effort, IProgressMonitor monitor)
      throws PatchworkException {
    return page(project, size, effort, monitor);
  }

  /** Labels a page of at most so many images. */
  boolean page(SimulatedProject project, int count, Effort effort, IProgressMonitor monitor)
      throws PatchworkException {
    long seed = project.seed("page " + pages++);
    Selection selection =
        new DrawService(project.algorithms().samplers())
            .draw(
                Draw.unlabeled(SAMPLER, count, seed),
                project.labels(),
                project.predictions(),
                project.features(),
                monitor);
    if (selection.rows().length == 0) {
      return false;
    }
    effort.press(1); // S draws the page
    label(project, selection.rows(), effort);
    return true;
  }

  private static void label(SimulatedProject project, int[] rows, Effort effort)
      throws PatchworkException {
    List<Edit> edits = new ArrayList<>();
    for (int row : rows) {
      Map<String, Byte> values = new HashMap<>();
      int present = 0;
      for (int c = 0; c < project.classIds().size(); c++) {
        byte value = project.truth(row, c);
        values.put(project.classIds().get(c), value);
        present += value == LabelTable.PRESENT ? 1 : 0;
      }
      edits.add(new Edit.SetLabels(new int[] {row}, values));
      effort.press(project.exclusive() ? 1 : present);
    }
    if (!project.exclusive()) {
      effort.press(rows.length - 1 + 2); // an arrow between two images, Shift+R at the end
    }
    effort.decide(rows.length);
    project.apply(new Edit.Composite("Page", edits), SAMPLER);
  }
}
