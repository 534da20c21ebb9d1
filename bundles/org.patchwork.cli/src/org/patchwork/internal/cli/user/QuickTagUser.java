// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.user;

import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PatchworkException;
import org.patchwork.project.labeling.QuickTag;
import org.patchwork.project.labeling.TileDraw;

/**
 * Quick tag: rounds for one class, the key of each tile on which the class is present, Enter; after
 * ten rounds the next class, which is a key.
 */
final class QuickTagUser implements UserMode {
  private static final int ROUNDS_PER_CLASS = 10;

  private final int tiles;
  private final QuickTag tag = new QuickTag();
  private int rounds;

  QuickTagUser(int tiles) {
    this.tiles = tiles;
  }

  @Override
  public String name() {
    return "quick-tag";
  }

  @Override
  public boolean step(SimulatedProject project, Effort effort, IProgressMonitor monitor)
      throws PatchworkException {
    int classes = project.classIds().size();
    for (int tried = 0; tried < classes; tried++) {
      int asked = (rounds / ROUNDS_PER_CLASS) % classes;
      String classId = project.classIds().get(asked);
      int[] rows =
          new TileDraw(classId, tiles, TileDraw.Strategy.UNIFORM)
              .draw(project.labels(), tag.shown(), project.random("round " + rounds));
      if (rows.length > 0) {
        tag.show(classId, rows);
        answer(project, asked, effort);
        return true;
      }
      rounds = (rounds / ROUNDS_PER_CLASS + 1) * ROUNDS_PER_CLASS;
      effort.press(1); // the next class
    }
    return false;
  }

  private void answer(SimulatedProject project, int asked, Effort effort)
      throws PatchworkException {
    int[] rows = tag.round().rows();
    for (int i = 0; i < rows.length; i++) {
      if (project.truth(rows[i], asked) == LabelTable.PRESENT) {
        tag.cycle(i);
        effort.press(1);
      }
    }
    effort.decide(rows.length);
    effort.press(1); // Enter
    String name = project.className(tag.round().classId());
    project.apply(tag.save(project.labels(), project.exclusive(), name), QuickTag.SOURCE);
    rounds++;
    if (rounds % ROUNDS_PER_CLASS == 0) {
      effort.press(1); // the next class
    }
  }
}
