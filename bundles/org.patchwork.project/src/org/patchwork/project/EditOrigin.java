// SPDX-License-Identifier: MIT
package org.patchwork.project;

import java.util.Objects;

/**
 * Who edits, and what made them do it; recorded with every event.
 *
 * @param annotator name of the person or program; may be empty, never null
 * @param source id of the sampler that brought the images up, or {@code "keyboard"}, {@code
 *     "import"} …; may be empty
 * @param activeMillis milliseconds the person worked on this edit, without the time they were away;
 *     0 if that was not measured
 */
public record EditOrigin(String annotator, String source, long activeMillis) {
  /** Source of labels that came with images or from a label file. */
  public static final String IMPORT = "import";

  /** Source of labels that came from another project or label file, compared one by one. */
  public static final String MERGE = "merge";

  public EditOrigin {
    Objects.requireNonNull(annotator);
    Objects.requireNonNull(source);
    if (activeMillis < 0) {
      throw new IllegalArgumentException("Nobody works " + activeMillis + " ms");
    }
  }

  /** An edit whose time was not measured. */
  public EditOrigin(String annotator, String source) {
    this(annotator, source, 0);
  }
}
