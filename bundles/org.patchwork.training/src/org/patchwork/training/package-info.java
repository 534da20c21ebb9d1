// SPDX-License-Identifier: MIT

/**
 * Trains and evaluates a head over frozen features, predicts, and writes run folders. Takes a
 * monitor; knows no job and no user interface.
 */
package org.patchwork.training;
