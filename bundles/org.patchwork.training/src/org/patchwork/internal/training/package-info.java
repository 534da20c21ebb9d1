// SPDX-License-Identifier: MIT
/**
 * The parts of which the services of {@link org.patchwork.training} are made. Start reading at
 * {@link org.patchwork.internal.training.HeadTraining}. Everything here belongs to the one thread
 * that makes it, unless it says otherwise.
 */
package org.patchwork.internal.training;
