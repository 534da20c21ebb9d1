// SPDX-License-Identifier: MIT
/**
 * Model designs before they are trained: what network comes of one ({@link
 * org.patchwork.learn.design.DesignOutline}), which loss ({@link
 * org.patchwork.learn.design.LossChoice}) and what that loss will see of the labels ({@link
 * org.patchwork.learn.design.LossOutlook}), in what two differ ({@link
 * org.patchwork.learn.design.DesignComparison}), and how they stand in a project ({@link
 * org.patchwork.learn.design.DesignText}). The Model Designer shows it and {@code patchwork
 * designs} prints it.
 *
 * <p>Everything is a pure function of its arguments and may be called from any thread.
 */
package org.patchwork.learn.design;
