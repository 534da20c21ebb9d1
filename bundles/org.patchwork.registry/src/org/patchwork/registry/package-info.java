// SPDX-License-Identifier: MIT
/**
 * Turns entries of the Eclipse extension registry into {@link org.patchwork.core.Catalog}s. The
 * only code that reads the registry: everything else is handed catalogs, and a plain test writes
 * them by hand.
 *
 * <p>Start reading at {@link org.patchwork.registry.ExtensionCatalogs}. May be called from any
 * thread; a catalog is made once, at the start of the product or when a command first needs it.
 */
package org.patchwork.registry;
