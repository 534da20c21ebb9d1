// SPDX-License-Identifier: MIT
/**
 * Values and vocabulary that every other bundle shares: label, prediction and feature tables, row
 * filters, parameters as records, catalogs of contributions, seeded random streams, and errors a
 * user can act on.
 *
 * <p>Start reading at {@link org.patchwork.core.LabelTable} for the data and at {@link
 * org.patchwork.core.Algorithm} with {@link org.patchwork.core.Param} for everything pluggable. All
 * values are immutable and may be shared between threads.
 */
package org.patchwork.core;
