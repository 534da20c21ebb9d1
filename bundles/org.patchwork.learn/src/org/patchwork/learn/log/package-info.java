// SPDX-License-Identifier: MIT
/**
 * What runs of all kinds write: curves for TensorBoard and fingerprints of what they saw. A log
 * belongs to one thread.
 */
package org.patchwork.learn.log;
