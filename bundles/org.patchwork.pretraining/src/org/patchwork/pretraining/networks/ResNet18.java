// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.networks;

/** ResNet-18: stages of two blocks each (He, Zhang, Ren and Sun 2016, table 1). */
public final class ResNet18 extends BasicResNet {
  /** The network, which has no state. */
  public ResNet18() {
    super(2, 2, 2, 2);
  }
}
