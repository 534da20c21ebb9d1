// SPDX-License-Identifier: MIT
package org.patchwork.project;

import java.time.Instant;
import java.util.Objects;
import org.patchwork.core.RowFilter;

/**
 * A page that was drawn and shown.
 *
 * @param time when
 * @param sampler id of the sampler
 * @param classId class it drew for, or null
 * @param filter which images could have come; lists computed elsewhere are kept by name only
 * @param seed seed of the draw
 * @param reason what the sampler said of its choice
 * @param rows the images, best first
 */
public record PastDraw(
    Instant time,
    String sampler,
    String classId,
    RowFilter filter,
    long seed,
    String reason,
    int[] rows) {
  public PastDraw {
    Objects.requireNonNull(time);
    Objects.requireNonNull(sampler);
    Objects.requireNonNull(filter);
    Objects.requireNonNull(reason);
  }
}
