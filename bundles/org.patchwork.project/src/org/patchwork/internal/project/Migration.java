// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.util.function.Consumer;
import org.w3c.dom.Document;

/**
 * Lifts a project file from one format version to the next, as XML, before EMF sees it: the classes
 * of the old format need not exist any more.
 *
 * @param from version it takes; it gives {@code from + 1}
 * @param change changes the document; the version attribute is set by the caller
 */
record Migration(int from, Consumer<Document> change) {}
