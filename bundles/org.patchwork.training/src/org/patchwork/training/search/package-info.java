// SPDX-License-Identifier: MIT
/**
 * Search for good training settings: random search and successive halving, judged on the validation
 * images or by cross-validation.
 *
 * <p>Start reading at {@link org.patchwork.training.search.SettingsSearch}. A search blocks its
 * thread until it is done, so never start one on a display thread; its listener is called on the
 * threads of the search, one call at a time.
 */
package org.patchwork.training.search;
