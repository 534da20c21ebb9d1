// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.networks;

/** ResNet-34: stages of 3, 4, 6 and 3 blocks (He, Zhang, Ren and Sun 2016, table 1). */
public final class ResNet34 extends BasicResNet {
  /** The network, which has no state. */
  public ResNet34() {
    super(3, 4, 6, 3);
  }
}
