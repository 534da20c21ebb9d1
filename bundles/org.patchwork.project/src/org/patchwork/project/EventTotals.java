// SPDX-License-Identifier: MIT
package org.patchwork.project;

/**
 * Sums over events.
 *
 * @param events number of events
 * @param cells labels and flags they changed; one that was changed twice counts twice
 * @param activeMillis milliseconds worked, where that was measured
 */
public record EventTotals(long events, long cells, long activeMillis) {}
