// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import org.patchwork.project.labeling.Answers;

/** What quick tag or question mode has on display, for the painter. */
interface AnswerSheet {
  /** No boundary is drawn. */
  int NO_BOUNDARY = -1;

  /** The answers by place, null while nothing is asked. */
  Answers answers();

  /** Place of the first image behind the boundary, or {@link #NO_BOUNDARY}. */
  int boundary();

  /** The key that answers the image at this place, empty if there is none. */
  String keyOf(int position);
}
