// SPDX-License-Identifier: MIT
/**
 * A small symbolic language in which losses, models and feature extractors are written once,
 * without naming an engine.
 *
 * <p>Start reading at {@link org.patchwork.learn.network.Ops} (arithmetic) and {@link
 * org.patchwork.learn.network.Network} (layers with weights). A network is built by one thread.
 */
package org.patchwork.learn.network;
