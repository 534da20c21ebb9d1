// SPDX-License-Identifier: MIT
package org.patchwork.training;

import org.patchwork.learn.EpochRecord;

/**
 * The state of a run after an epoch.
 *
 * @param epoch what is known of the epoch, as it will stand in the run record
 * @param epochs number of epochs of the whole run
 */
public record EpochReport(EpochRecord epoch, int epochs) {}
