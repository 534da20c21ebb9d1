// SPDX-License-Identifier: MIT
/**
 * Texts about images: tables of them, and texts as numbers. Start reading at {@link
 * org.patchwork.internal.pretraining.text.CsvTable}.
 */
package org.patchwork.internal.pretraining.text;
