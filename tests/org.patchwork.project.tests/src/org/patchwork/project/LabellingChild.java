// SPDX-License-Identifier: MIT
package org.patchwork.project;

import java.nio.file.Path;

/**
 * Works on a project as fast as it can until it is killed: labels, bulk labels, flags, classes,
 * images, undo and redo. Prints {@code do} before each step and {@code done} when it is
 * acknowledged. Run by {@link KilledProcessTest} in a process of its own.
 */
final class LabellingChild {
  static final String BEGUN = "do";
  static final String ACKNOWLEDGED = "done";

  private LabellingChild() {}

  /** The steps that follow from a seed. */
  static Steps steps(String seed) {
    return new Steps(Long.parseLong(seed), "class " + seed + "-");
  }

  /** Arguments: project folder, seed. */
  public static void main(String[] args) throws Exception {
    ProjectSession session = Projects.open(Path.of(args[0]));
    Steps steps = steps(args[1]);
    while (true) {
      Step step = steps.nextWithoutReopening();
      System.out.println(BEGUN);
      Projects.apply(session, step);
      System.out.println(ACKNOWLEDGED);
    }
  }
}
