// SPDX-License-Identifier: MIT
package org.patchwork.project.classes;

import java.time.Instant;

/**
 * A class in the trash. {@link org.patchwork.project.Edit.RestoreClass} brings it back with its
 * labels.
 *
 * @param id stable id
 * @param name as it was called
 * @param color {@code #rrggbb}
 * @param removed when it was removed
 * @param annotator by whom; may be empty
 * @param labels number of images labelled for it
 */
public record RemovedClass(
    String id, String name, String color, Instant removed, String annotator, int labels) {}
