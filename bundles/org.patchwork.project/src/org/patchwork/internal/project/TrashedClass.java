// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.time.Instant;
import org.patchwork.project.classes.RemovedClass;

/**
 * A class in the trash.
 *
 * @param definition as it was when it was removed
 * @param removed when
 * @param annotator by whom
 * @param labels number of images labelled for it
 */
record TrashedClass(ClassDefinition definition, Instant removed, String annotator, int labels) {
  RemovedClass toPublic() {
    return new RemovedClass(
        definition.id(), definition.name(), definition.color(), removed, annotator, labels);
  }
}
