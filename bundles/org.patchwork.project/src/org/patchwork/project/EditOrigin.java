// SPDX-License-Identifier: MIT
package org.patchwork.project;

import java.util.Objects;

/**
 * Who edits, and what made them do it; recorded with every event.
 *
 * @param annotator name of the person or program; may be empty, never null
 * @param source id of the sampler that brought the images up, or {@code "keyboard"}, {@code
 *     "import"} …; may be empty
 */
public record EditOrigin(String annotator, String source) {
  public EditOrigin {
    Objects.requireNonNull(annotator);
    Objects.requireNonNull(source);
  }
}
