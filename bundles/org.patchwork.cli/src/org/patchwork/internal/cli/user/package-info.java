// SPDX-License-Identifier: MIT
/**
 * The simulated user of {@code patchwork bench user}: labels a data set whose answers are known
 * through the edits, draws and trainings of the workbench, and counts each key. What a key does in
 * each mode is what the view of the mode does; what a decision and a key cost is an option.
 *
 * <p>Start reading at {@link org.patchwork.internal.cli.user.UserBenchmark}; a mode is a {@link
 * org.patchwork.internal.cli.user.UserMode}. One thread.
 */
package org.patchwork.internal.cli.user;
