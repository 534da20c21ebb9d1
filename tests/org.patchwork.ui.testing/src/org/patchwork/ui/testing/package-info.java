// SPDX-License-Identifier: MIT
/**
 * What the tests of several bundles with views need: an {@linkplain
 * org.patchwork.ui.testing.EventLoop event loop that waits for conditions}, and {@linkplain
 * org.patchwork.ui.testing.Screenshots pictures} for people. For the display thread only.
 */
package org.patchwork.ui.testing;
