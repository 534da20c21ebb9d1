// SPDX-License-Identifier: MIT
/**
 * Architectures of encoders, one class and one parameter record each. Start reading at {@link
 * org.patchwork.pretraining.networks.BuiltInNetworks}; everything is stateless.
 */
package org.patchwork.pretraining.networks;
